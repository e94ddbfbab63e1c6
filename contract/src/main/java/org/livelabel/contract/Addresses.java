package org.livelabel.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.servers.Server;

/** Puts this installation's own addresses into the document when the service starts: they are settings. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class Addresses implements OASFilter {
    /** In the reviewed document, which belongs to no installation. */
    static final String PLACEHOLDER = "https://identity.example/realms/livelabel";

    static final String DISCOVERY = "/.well-known/openid-configuration";

    @Override
    public SecurityScheme filterSecurityScheme(SecurityScheme scheme) {
        Config config = ConfigProvider.getConfig();
        config.getOptionalValue("livelabel.identity.url", String.class)
                .ifPresent(realm -> scheme.setOpenIdConnectUrl(realm.replaceFirst("/$", "") + DISCOVERY));
        return scheme;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        List<Server> servers = api.getServers();
        ConfigProvider.getConfig()
                .getOptionalValue("livelabel.public-url", String.class)
                .filter(address -> servers != null && !servers.isEmpty())
                .ifPresent(address -> servers.getFirst().setUrl(address.replaceFirst("/$", "")));
    }
}
