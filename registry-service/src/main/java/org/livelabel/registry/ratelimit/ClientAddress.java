package org.livelabel.registry.ratelimit;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.connection.Networks;
import org.livelabel.registry.wiring.RegistrySettings;

/**
 * Whose request it is: the socket's other end, unless that is a proxy we trust; then what the proxy says, as far back as
 * proxies are trusted. What a caller writes into the header itself is never believed.
 */
@ApplicationScoped
class ClientAddress {
    private final Networks trustedProxies;
    private final Networks exempt;

    @Inject
    ClientAddress(RegistrySettings settings) {
        trustedProxies = new Networks(settings.rateLimit().trustedProxies().orElse(List.of()));
        exempt = new Networks(settings.rateLimit().exempt().orElse(List.of()));
    }

    /** Null if the connection has no network address. */
    @Nullable InetAddress of(HttpServerRequest request) {
        return of(
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress(),
                request.headers().getAll("X-Forwarded-For").stream()
                        .flatMap(header -> Stream.of(header.split(",")))
                        .toList());
    }

    @Nullable InetAddress of(@Nullable String socket, List<String> forwarded) {
        InetAddress address = socket == null ? null : Networks.address(socket);
        for (String before : forwarded.reversed()) {
            InetAddress further = Networks.address(before);
            if (address == null || further == null || !trustedProxies.contain(address)) {
                break;
            }
            address = further;
        }
        return address;
    }

    /** Our own services on this machine or network. */
    boolean isExempt(InetAddress address) {
        return exempt.contain(address);
    }
}
