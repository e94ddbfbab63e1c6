package org.livelabel.registry.ratelimit;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.connection.Networks;
import org.livelabel.registry.wiring.RegistrySettings;
import org.livelabel.registry.wiring.Sha256;

/**
 * Whose request it is: the socket's other end, unless that is a proxy we trust; then what the proxy says, as far back as
 * proxies are trusted. What a caller writes into the header itself is never believed.
 */
@ApplicationScoped
public class ClientAddress {
    /** What one subscriber is usually given, so that it counts as one caller. */
    private static final int IPV6_BYTES = 8;

    private final byte[] salt = new byte[32];
    private final Networks trustedProxies;
    private final Networks exempt;

    @Inject
    ClientAddress(RegistrySettings settings, RandomGenerator chance) {
        chance.nextBytes(salt);
        trustedProxies = new Networks(settings.rateLimit().trustedProxies().orElse(List.of()));
        exempt = new Networks(settings.rateLimit().exempt().orElse(List.of()));
    }

    /**
     * Under which name the caller is counted: a salted digest of its address. Null if it is not counted, because its network
     * is exempt or its connection has no address.
     */
    public @Nullable String counted(HttpServerRequest request) {
        InetAddress address = of(
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress(),
                request.headers().getAll("X-Forwarded-For").stream()
                        .flatMap(header -> Stream.of(header.split(",")))
                        .toList());
        return address == null || exempt.contain(address) ? null : digest(address);
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

    private String digest(InetAddress address) {
        byte[] bytes = address.getAddress();
        MessageDigest digest = Sha256.digest();
        digest.update(salt);
        digest.update(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, IPV6_BYTES));
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
