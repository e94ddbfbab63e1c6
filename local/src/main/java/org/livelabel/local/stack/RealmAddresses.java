package org.livelabel.local.stack;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.livelabel.local.keycloak.KeycloakServer;
import org.livelabel.postgres.PostgresServer;

/**
 * Keycloak reads the definition of a realm once, into an empty database. If a later start has other ports or another host,
 * the few addresses in it are changed where Keycloak keeps them, while it is stopped: nobody has the rights to do it
 * through the administration API, and for two addresses nobody should.
 */
final class RealmAddresses {
    private static final String REALM = "(select id from realm where name = '" + KeycloakServer.REALM + "')";
    private static final String WEB = "(select id from client where client_id = 'web' and realm_id = " + REALM + ")";

    private RealmAddresses() {}

    static void bringUpToDate(PostgresServer server, URI web, int smtpPort) {
        try (Connection connection = server.connect(Databases.KEYCLOAK)) {
            if (!isLaidOut(connection)) {
                return;
            }
            connection.setAutoCommit(false);
            set(connection, "update redirect_uris set value = ? where client_id = " + WEB, web + "/oidc/callback");
            set(connection, "update client set root_url = ? where id = " + WEB, web.toString());
            set(connection, "update client set base_url = ? where id = " + WEB, web.toString());
            set(
                    connection,
                    "update client_attributes set value = ? where name = 'post.logout.redirect.uris' and client_id = "
                            + WEB,
                    web + "/*");
            set(
                    connection,
                    "update realm_smtp_config set value = ? where name = 'port' and realm_id = " + REALM,
                    String.valueOf(smtpPort));
            connection.commit();
        } catch (SQLException e) {
            throw new StartFailure("Keycloak's addresses cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    private static boolean isLaidOut(Connection connection) throws SQLException {
        for (String table : List.of("realm", "client", "redirect_uris", "client_attributes", "realm_smtp_config")) {
            try (PreparedStatement statement = connection.prepareStatement("select to_regclass(?)")) {
                statement.setString(1, table);
                var result = statement.executeQuery();
                if (!result.next() || result.getString(1) == null) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void set(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.executeUpdate();
        }
    }
}
