package org.livelabel.postgres;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * One service's database. The owner runs migrations; the application role gets from them what it needs and can neither
 * create nor alter tables.
 */
public record Database(String name, String jdbcUrl, Login owner, Login application) {
    private static final SecureRandom RANDOM = new SecureRandom();

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

    /** An empty one in the {@link PostgresServer#forTests server of the tests}, which nobody else knows. */
    public static Database forTests(String service) {
        return provision(PostgresServer.forTests(), service + "_" + random(), random(), random());
    }

    /** A connection as its owner. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, owner.user(), owner.password());
    }

    private static String random() {
        return HexFormat.of().toHexDigits(RANDOM.nextLong());
    }
}
