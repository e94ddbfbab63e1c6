package org.livelabel.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.livelabel.local.stack.Door;
import org.livelabel.local.stack.Ports;
import org.livelabel.local.stack.StackOptions;

/**
 * What the person asked for.
 *
 * @param totp the sample account whose code of the moment is wanted, in place of a start
 */
record CommandLine(StackOptions options, Optional<String> totp) {
    /** The arguments make no sense; the message says which one and why. */
    static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message + " See ./start --help.");
        }
    }

    static CommandLine parse(Path repository, String... arguments) {
        StackOptions standard = StackOptions.standard(repository);
        Path data = standard.data();
        String host = standard.host();
        boolean sampleData = true;
        boolean fresh = false;
        int offset = 0;
        Map<Door, Integer> chosen = new EnumMap<>(Door.class);
        String totp = null;
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String option = equals < 0 ? argument : argument.substring(0, equals);
            String value = equals < 0 ? null : argument.substring(equals + 1);
            switch (option) {
                case "--data" ->
                    data = Path.of(required(option, value)).toAbsolutePath().normalize();
                case "--host" -> host = host(required(option, value));
                case "--port-offset" -> offset = number(option, required(option, value), -65535, 65535);
                case "--totp" -> totp = required(option, value);
                case "--no-sample-data" -> {
                    refuseValue(option, value);
                    sampleData = false;
                }
                case "--fresh" -> {
                    refuseValue(option, value);
                    fresh = true;
                }
                default -> chosen.put(door(option, argument), number(option, required(option, value), 1, 65535));
            }
        }
        Ports ports = ports(offset, chosen);
        return new CommandLine(
                new StackOptions(repository, data, ports, host, sampleData, fresh, Map.of()),
                Optional.ofNullable(totp));
    }

    private static Ports ports(int offset, Map<Door, Integer> chosen) {
        Ports ports = placed(offset, chosen);
        beyondAll(ports).ifPresent(door -> {
            throw new Refused("--port-offset=" + offset + " moves " + door.title() + " to " + ports.of(door)
                    + ", but ports go from 1 to 65535.");
        });
        ports.refusedByBrowsers().ifPresent(door -> {
            String refused = ports.of(door) + ", a port that browsers refuse to open: ";
            throw new Refused(
                    chosen.containsKey(door)
                            ? "--" + door.option() + "=" + refused + "choose another."
                            : "--port-offset=" + offset + " moves " + door.title() + " to " + refused
                                    + next(offset, chosen));
        });
        return ports;
    }

    private static Ports placed(int offset, Map<Door, Integer> chosen) {
        Ports ports = Ports.standard().moved(offset);
        for (Map.Entry<Door, Integer> choice : chosen.entrySet()) {
            ports = ports.with(choice.getKey(), choice.getValue());
        }
        return ports;
    }

    private static Optional<Door> beyondAll(Ports ports) {
        return Arrays.stream(Door.values())
                .filter(door -> ports.of(door) < 1 || ports.of(door) > 65535)
                .findFirst();
    }

    private static String next(int offset, Map<Door, Integer> chosen) {
        return IntStream.range(offset + 1, 65535)
                .filter(larger -> beyondAll(placed(larger, chosen)).isEmpty()
                        && placed(larger, chosen).refusedByBrowsers().isEmpty())
                .mapToObj(larger -> "take --port-offset=" + larger + ".")
                .findFirst()
                .orElse("take a smaller one.");
    }

    private static Door door(String option, String argument) {
        for (Door door : Door.values()) {
            if (option.equals("--" + door.option())) {
                return door;
            }
        }
        throw new Refused("There is no option " + argument + ".");
    }

    private static String host(String value) {
        // it becomes part of addresses: a name, an IPv4 or an IPv6 address, nothing else
        if (!value.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*")) {
            throw new Refused("--host=" + value + " is no host name and no address.");
        }
        return value;
    }

    private static String required(String option, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Refused(option + " needs a value: " + option + "=...");
        }
        return value;
    }

    private static void refuseValue(String option, @Nullable String value) {
        if (value != null) {
            throw new Refused(option + " takes no value.");
        }
    }

    private static int number(String option, String value, int least, int most) {
        if (value.matches("-?\\d{1,5}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new Refused(option + "=" + value + ": a number from " + least + " to " + most + " is needed.");
    }
}
