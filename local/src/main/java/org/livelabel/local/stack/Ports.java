package org.livelabel.local.stack;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Which TCP port each process listens on; every door has one. */
public final class Ports {
    private static final int LOWEST_FREE = 10_000;
    private static final int BEYOND_FREE = 32_768;
    /** What a browser does not open, lest a page speak to a mail server for instance: "bad ports" of the Fetch standard. */
    private static final Set<Integer> BAD = Set.of(
            1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
            109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
            526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
            3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080);

    private final Map<Door, Integer> numbers;

    private Ports(Map<Door, Integer> numbers) {
        this.numbers = numbers;
    }

    /** The ports that the documentation names. */
    public static Ports standard() {
        return filled(Door::standardPort);
    }

    /**
     * Ports that nobody listens on now, so that several systems can run side by side. They lie below those that operating
     * systems hand out by themselves: nobody who asks for any port gets one of them in the seconds before it is used.
     */
    public static Ports free() {
        // all are held until the last is drawn: none is drawn twice
        List<ServerSocket> held = new ArrayList<>();
        try {
            return filled(door -> {
                ServerSocket socket = bindSomewhere();
                held.add(socket);
                return socket.getLocalPort();
            });
        } finally {
            held.forEach(Ports::release);
        }
    }

    private static ServerSocket bindSomewhere() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_FREE, BEYOND_FREE);
            if (BAD.contains(port)) {
                continue;
            }
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (BindException e) {
                continue; // somebody has it: draw another
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public int of(Door door) {
        return requireNonNull(numbers.get(door));
    }

    public Ports with(Door door, int port) {
        return changed(copy -> {
            copy.put(door, port);
            return copy;
        });
    }

    /** Every port moved by {@code offset}. */
    public Ports moved(int offset) {
        return changed(copy -> {
            copy.replaceAll((door, port) -> port + offset);
            return copy;
        });
    }

    /** The first door that people are to open in a browser, and that has a port which browsers refuse. */
    public Optional<Door> refusedByBrowsers() {
        return Arrays.stream(Door.values())
                .filter(door -> door.browsed() && BAD.contains(of(door)))
                .findFirst();
    }

    /**
     * @throws StartFailure naming every port that is taken and the option that chooses another; two doors with one port
     *     are refused as well
     */
    void requireFree(boolean allInterfaces) {
        List<String> taken = new ArrayList<>();
        Map<Integer, Door> seen = new HashMap<>();
        numbers.forEach((door, port) -> {
            Door other = seen.putIfAbsent(port, door);
            if (other != null) {
                throw new StartFailure("Port " + port + " is meant for " + other.title() + " and for " + door.title()
                        + ": choose another with --" + door.option() + "=PORT.");
            }
            if (!isFree(port, allInterfaces && door.outside())) {
                taken.add(port + " (" + door.title() + ", --" + door.option() + "=PORT)");
            }
        });
        if (!taken.isEmpty()) {
            throw new StartFailure(
                    (taken.size() == 1 ? "Port " : "Ports ") + String.join(", ", taken)
                            + (taken.size() == 1 ? " is" : " are")
                            + " in use by another program: stop it, choose another port as shown, or move all with --port-offset=N.");
        }
    }

    private static boolean isFree(int port, boolean allInterfaces) {
        try {
            // a browser tries ::1 first for "localhost": somebody listening there only would be taken for us
            for (InetAddress address : InetAddress.getAllByName("localhost")) {
                if (!canBind(new InetSocketAddress(address, port))) {
                    return false;
                }
            }
            return !allInterfaces || canBind(new InetSocketAddress(port));
        } catch (IOException e) {
            return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            // "Cannot assign requested address": the machine has no such address, so nobody listens on it
            return !(e instanceof BindException)
                    || !String.valueOf(e.getMessage()).contains("in use");
        }
    }

    private static Ports filled(ToIntFunction<Door> port) {
        Map<Door, Integer> numbers = new EnumMap<>(Door.class);
        for (Door door : Door.values()) {
            numbers.put(door, port.applyAsInt(door));
        }
        return new Ports(numbers);
    }

    private Ports changed(UnaryOperator<Map<Door, Integer>> change) {
        return new Ports(change.apply(new EnumMap<>(numbers)));
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
