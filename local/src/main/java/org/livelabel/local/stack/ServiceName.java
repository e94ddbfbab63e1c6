package org.livelabel.local.stack;

import java.util.Arrays;

/** The four services. */
public enum ServiceName {
    REGISTRY("registry-service", "registry", Door.REGISTRY),
    ACCOUNT("account-service", "account", Door.ACCOUNT),
    LABEL("label-service", "label", Door.LABEL),
    WEB("web", "web", Door.WEB);

    private final String module;
    private final String database;
    private final Door door;

    ServiceName(String module, String database, Door door) {
        this.module = module;
        this.database = database;
        this.door = door;
    }

    /** @param module the name of its folder: {@code registry-service} */
    public static ServiceName of(String module) {
        return Arrays.stream(values())
                .filter(service -> service.module.equals(module))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + module));
    }

    String database() {
        return database;
    }

    Door door() {
        return door;
    }

    /** The module's name, by which people know it. */
    @Override
    public String toString() {
        return module;
    }
}
