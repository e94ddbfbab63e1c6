package org.livelabel.registry.ratelimit;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.Sha256;
import org.livelabel.conduct.TrustedProxies;
import org.livelabel.conduct.connection.Networks;
import org.livelabel.registry.wiring.RegistrySettings;

/** Whose request it is, for the quota. */
@ApplicationScoped
public class ClientAddress {
    private final byte[] salt = new byte[32];
    private final TrustedProxies proxies;
    private final Networks exempt;

    ClientAddress(TrustedProxies proxies, RegistrySettings settings, RandomGenerator chance) {
        chance.nextBytes(salt);
        this.proxies = proxies;
        exempt = new Networks(settings.rateLimit().exempt().orElse(List.of()));
    }

    /**
     * Under which name the caller is counted: a salted digest of its address. Null if it is not counted, because its network
     * is exempt or its connection has no address.
     */
    public @Nullable String counted(HttpServerRequest request) {
        InetAddress address = proxies.caller(request);
        return address == null || exempt.contain(address) ? null : digest(address);
    }

    private String digest(InetAddress address) {
        MessageDigest digest = Sha256.digest();
        digest.update(salt);
        digest.update(Networks.subscriber(address).getAddress());
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
