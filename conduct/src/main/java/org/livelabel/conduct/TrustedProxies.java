package org.livelabel.conduct;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.connection.Networks;

/**
 * Whose request it is: the socket's other end, unless that is a proxy we trust; then what the proxy says, as far back as
 * proxies are trusted. What a caller writes into the header itself is never believed.
 */
@ApplicationScoped
public class TrustedProxies {
    private final Networks trusted;

    TrustedProxies(ProxySettings settings) {
        trusted = new Networks(settings.trusted().orElse(List.of()));
    }

    /** Null if the connection has no address. */
    public @Nullable InetAddress caller(HttpServerRequest request) {
        return caller(
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress(),
                request.headers().getAll("X-Forwarded-For").stream()
                        .flatMap(header -> Stream.of(header.split(",")))
                        .toList());
    }

    @Nullable InetAddress caller(@Nullable String socket, List<String> forwarded) {
        InetAddress address = socket == null ? null : Networks.address(socket);
        for (String before : forwarded.reversed()) {
            InetAddress further = Networks.address(before);
            if (address == null || further == null || !trusted.contain(address)) {
                break;
            }
            address = further;
        }
        return address;
    }
}
