package org.livelabel.local.stack;

import java.util.Arrays;

/** The four services. */
public enum ServiceName {
    REGISTRY("registry-service", "registry", Door.REGISTRY, Door.REGISTRY_MANAGEMENT),
    ACCOUNT("account-service", "account", Door.ACCOUNT, Door.ACCOUNT_MANAGEMENT),
    LABEL("label-service", "label", Door.LABEL, Door.LABEL_MANAGEMENT),
    WEB("web", "web", Door.WEB, Door.WEB_MANAGEMENT);

    private final String module;
    private final String database;
    private final Door door;
    private final Door management;

    ServiceName(String module, String database, Door door, Door management) {
        this.module = module;
        this.database = database;
        this.door = door;
        this.management = management;
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

    /** Where it says how it is. */
    Door management() {
        return management;
    }

    /** The module's name, by which people know it. */
    @Override
    public String toString() {
        return module;
    }
}
