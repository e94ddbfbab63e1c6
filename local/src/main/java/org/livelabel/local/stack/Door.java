package org.livelabel.local.stack;

import java.util.Locale;

/** A port that some process listens on. */
public enum Door {
    WEB(8080, "web", true),
    REGISTRY(8081, "registry-service", false),
    LABEL(8082, "label-service", true),
    ACCOUNT(8083, "account-service", false),
    WEB_MANAGEMENT(8090, "web's health and metrics", false),
    REGISTRY_MANAGEMENT(8091, "registry-service's health and metrics", false),
    LABEL_MANAGEMENT(8092, "label-service's health and metrics", false),
    ACCOUNT_MANAGEMENT(8093, "account-service's health and metrics", false),
    KEYCLOAK(8180, "Keycloak", false),
    KEYCLOAK_MANAGEMENT(8181, "Keycloak's health", false),
    POSTGRES(8432, "PostgreSQL", false),
    SMTP(2525, "mail sink", false),
    INBOX(8025, "inbox page", false);

    private final int standardPort;
    private final String title;
    private final boolean outside;

    Door(int standardPort, String title, boolean outside) {
        this.standardPort = standardPort;
        this.title = title;
        this.outside = outside;
    }

    public int standardPort() {
        return standardPort;
    }

    public String title() {
        return title;
    }

    /** The command line option without its dashes: {@code web-port}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-port";
    }

    /** Whether {@code --host} opens it to other machines; all others stay on the loopback address. */
    boolean outside() {
        return outside;
    }
}
