package org.livelabel.conduct.connection;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Networks in CIDR notation, 10.0.0.0/8, or single addresses. */
public final class Networks {
    private static final int SUBSCRIBER_BYTES = 8;

    private final List<Network> networks;

    private record Network(byte[] address, int bits) {}

    /** @throws IllegalArgumentException if one of them cannot be read: better no start than a limit nobody meant */
    public Networks(List<String> texts) {
        networks = texts.stream().map(Networks::parse).toList();
    }

    public boolean contain(InetAddress address) {
        return networks.stream().anyMatch(network -> contains(network, address.getAddress()));
    }

    /** Null if it is no address. Never asks a name server. */
    public static @Nullable InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whom it counts for: an IPv6 address counts with its /64, what one subscriber is usually given. */
    public static InetAddress subscriber(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return address;
        }
        try {
            return InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(bytes, SUBSCRIBER_BYTES), bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Network parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = InetAddress.ofLiteral(parts[0]);
        int all = address.getAddress().length * 8;
        int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException(text + " is no network");
        }
        return new Network(address.getAddress(), bits);
    }

    private static boolean contains(Network network, byte[] address) {
        if (network.address().length != address.length) {
            return false;
        }
        for (int bit = 0; bit < network.bits(); bit++) {
            int mask = 0x80 >> bit % 8;
            if ((network.address()[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
