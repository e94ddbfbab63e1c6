package org.livelabel.postgres;

/**
 * One service's database. The owner runs migrations; the application role gets from them what it needs and can neither
 * create nor alter tables.
 */
public record Database(String name, String jdbcUrl, Login owner, Login application) {
    /** Lays the database and its two roles out in {@code server}, or brings the passwords of existing roles up to date. */
    public static Database provision(PostgresServer server, String name, String ownerPassword, String appPassword) {
        Login owner = new Login(name + "_owner", ownerPassword);
        Login application = new Login(name + "_app", appPassword);
        server.ensureRole(owner);
        server.ensureRole(application);
        server.ensureDatabase(name, owner);
        server.execute("grant connect on database " + name + " to " + application.user());
        return new Database(name, server.jdbcUrl(name), owner, application);
    }
}
