package org.livelabel.local.stack;

import java.util.Locale;

/** A port that some process listens on. */
public enum Door {
    WEB(8080, "web", true, true),
    REGISTRY(8081, "registry-service", false, true),
    LABEL(8082, "label-service", true, true),
    ACCOUNT(8083, "account-service", false, true),
    WEB_MANAGEMENT(8090, "web's health and metrics", false, true),
    REGISTRY_MANAGEMENT(8091, "registry-service's health and metrics", false, true),
    LABEL_MANAGEMENT(8092, "label-service's health and metrics", false, true),
    ACCOUNT_MANAGEMENT(8093, "account-service's health and metrics", false, true),
    KEYCLOAK(8180, "Keycloak", false, true),
    KEYCLOAK_MANAGEMENT(8181, "Keycloak's health", false, false),
    POSTGRES(8432, "PostgreSQL", false, false),
    SMTP(2525, "mail sink", false, false),
    INBOX(8025, "inbox page", false, true);

    private final int standardPort;
    private final String title;
    private final boolean outside;
    private final boolean browsed;

    Door(int standardPort, String title, boolean outside, boolean browsed) {
        this.standardPort = standardPort;
        this.title = title;
        this.outside = outside;
        this.browsed = browsed;
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

    /** Whether people open it in a browser: those to which {@code ./start --help} gives an address. */
    boolean browsed() {
        return browsed;
    }
}
