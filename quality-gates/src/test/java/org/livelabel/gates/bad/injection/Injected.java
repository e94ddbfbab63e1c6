package org.livelabel.gates.bad.injection;

import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bad on purpose: complete only some time after it was made. */
class Injected {
    @Inject
    Runnable work;

    @ConfigProperty(name = "patience")
    int patience;

    private final String name;

    @Inject
    Injected(@ConfigProperty(name = "name") String name) {
        this.name = name;
    }

    @Inject
    void setLater(Runnable later) {
        work = later;
    }

    String name() {
        return name;
    }
}
