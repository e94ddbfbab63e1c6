package org.livelabel.local.keycloak;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the realm definition leaves open. The first start with an empty database settles it: Keycloak never imports a realm
 * twice, so a later start with other values changes nothing.
 *
 * @param web where people's browsers find {@code web}; sign-in returns there only
 * @param passkeyDomain the domain that passkeys are bound to, for good
 * @param mailFrom the sender of Keycloak's own two letters
 */
public record RealmSettings(
        URI web, ClientSecrets secrets, String passkeyDomain, String smtpHost, int smtpPort, String mailFrom) {
    /** One for each confidential client of the realm. */
    public record ClientSecrets(String web, String registryService, String accountService, String accountServiceAdmin) {
        public ClientSecrets {
            // Keycloak would take the unresolved placeholder, which everybody can read, for the secret
            for (String secret : new String[] {web, registryService, accountService, accountServiceAdmin}) {
                if (secret.isBlank()) {
                    throw new IllegalArgumentException("every client of the realm needs a secret");
                }
            }
        }

        /** Keeps the secrets out of logs. */
        @Override
        public String toString() {
            return "ClientSecrets";
        }
    }

    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("LIVELABEL_WEB_URL", web.toString());
        environment.put("LIVELABEL_WEB_SECRET", secrets.web());
        environment.put("LIVELABEL_REGISTRY_SECRET", secrets.registryService());
        environment.put("LIVELABEL_ACCOUNT_SECRET", secrets.accountService());
        environment.put("LIVELABEL_ACCOUNT_ADMIN_SECRET", secrets.accountServiceAdmin());
        environment.put("LIVELABEL_PASSKEY_DOMAIN", passkeyDomain);
        environment.put("LIVELABEL_SMTP_HOST", smtpHost);
        environment.put("LIVELABEL_SMTP_PORT", Integer.toString(smtpPort));
        environment.put("LIVELABEL_SMTP_SSL", "false");
        environment.put("LIVELABEL_MAIL_FROM", mailFrom);
        return environment;
    }
}
