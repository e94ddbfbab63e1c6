package org.livelabel.conduct.connection;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A number of places, of which one {@linkplain Networks#subscriber subscriber} may hold only some. */
public final class Places {
    private final int perAddress;
    private final int overall;
    private final Networks exempt;
    private final Map<InetAddress, Integer> held = new HashMap<>();
    private int all;

    /** @param exempt networks whose addresses may hold any number of the places, proxies for instance */
    public Places(int perAddress, int overall, Networks exempt) {
        this.perAddress = perAddress;
        this.overall = overall;
        this.exempt = exempt;
    }

    /** Whether there was one; what was taken must be given back. An unknown address counts with all others that are unknown. */
    public boolean take(@Nullable InetAddress address) {
        InetAddress known = address == null ? InetAddress.ofLiteral("0.0.0.0") : address;
        boolean limited = !exempt.contain(known);
        synchronized (held) {
            InetAddress holder = Networks.subscriber(known);
            int its = held.getOrDefault(holder, 0);
            if (all >= overall || limited && its >= perAddress) {
                return false;
            }
            held.put(holder, its + 1);
            all++;
            return true;
        }
    }

    public void giveBack(@Nullable InetAddress address) {
        InetAddress known = address == null ? InetAddress.ofLiteral("0.0.0.0") : address;
        synchronized (held) {
            held.computeIfPresent(Networks.subscriber(known), (holder, its) -> its == 1 ? null : its - 1);
            all--;
        }
    }

    public int taken() {
        synchronized (held) {
            return all;
        }
    }
}
