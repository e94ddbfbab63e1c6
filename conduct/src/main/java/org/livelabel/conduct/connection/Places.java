package org.livelabel.conduct.connection;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A number of places, or of bytes, of which one {@linkplain Networks#subscriber subscriber} may hold only some. */
public final class Places {
    private static final int SHARES = 8;

    private final long perAddress;
    private final long overall;
    private final Networks exempt;
    private final Map<InetAddress, Long> held = new HashMap<>();
    private long all;

    /** Bytes for bodies, of which one subscriber may hold the eighth part, and one whole body in any case. */
    public static Places forBodies(long memory, long largestBody, Networks exempt) {
        return new Places(Math.max(memory / SHARES, largestBody), memory, exempt);
    }

    /** @param exempt networks whose addresses may hold any number of the places, proxies for instance */
    public Places(long perAddress, long overall, Networks exempt) {
        this.perAddress = perAddress;
        this.overall = overall;
        this.exempt = exempt;
    }

    /** Whether there was one; what was taken must be given back. An unknown address counts with all others that are unknown. */
    public boolean take(@Nullable InetAddress address) {
        return take(address, 1);
    }

    /** All of them or none. */
    public boolean take(@Nullable InetAddress address, long number) {
        InetAddress known = address == null ? InetAddress.ofLiteral("0.0.0.0") : address;
        boolean limited = !exempt.contain(known);
        synchronized (held) {
            InetAddress holder = Networks.subscriber(known);
            long its = held.getOrDefault(holder, 0L);
            if (all + number > overall || limited && its + number > perAddress) {
                return false;
            }
            held.put(holder, its + number);
            all += number;
            return true;
        }
    }

    public void giveBack(@Nullable InetAddress address) {
        giveBack(address, 1);
    }

    public void giveBack(@Nullable InetAddress address, long number) {
        InetAddress known = address == null ? InetAddress.ofLiteral("0.0.0.0") : address;
        synchronized (held) {
            held.computeIfPresent(Networks.subscriber(known), (holder, its) -> its == number ? null : its - number);
            all -= number;
        }
    }

    public long taken() {
        synchronized (held) {
            return all;
        }
    }
}
