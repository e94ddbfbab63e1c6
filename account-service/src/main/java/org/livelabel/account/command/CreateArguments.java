package org.livelabel.account.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.account.organisation.FactRules;
import org.livelabel.account.organisation.Kind;
import org.livelabel.account.organisation.OrganisationFacts;
import org.livelabel.account.organisation.Role;

/** What {@code organisation create} was told. */
public record CreateArguments(Optional<UUID> id, OrganisationFacts facts, Map<UUID, Set<Role>> members) {
    public static final String HELP = """
            Usage: java -jar account-service.jar organisation create --name=NAME --kind=KIND [options]

            Makes an organisation and prints its id. The running account-service tells the registry.

              --name=NAME        as the public reads it
              --kind=KIND        manufacturer, operator, retailer or lab
              --country=CODE     ISO 3166-1, two capital letters
              --contact=ADDRESS  an https: or mailto: address
              --verified         somebody has checked who they are; only then may they publish
              --id=UUID          the id to use; with the same id the command may be repeated
              --member=SUBJECT:ROLE[,ROLE...]
                                 a member by its Keycloak id, with roles out of owner, editor, publisher, viewer;
                                 may be given several times
              --help             this text

            The settings are those of the service (LIVELABEL_...).
            Ends with 0 if the organisation is there, 1 if it could not be made, 2 if the arguments are wrong.""";

    /** Says everything that is wrong with the arguments, one line each. */
    public static final class Wrong extends RuntimeException {
        Wrong(List<String> lines) {
            super(String.join("\n", lines));
        }
    }

    /** @throws Wrong if they are */
    public static CreateArguments parse(String... args) {
        Parser parser = new Parser();
        if (args.length < 2 || !args[0].equals("organisation") || !args[1].equals("create")) {
            throw new Wrong(List.of("Unknown command: " + String.join(" ", args)));
        }
        Arrays.stream(args).skip(2).forEach(parser::take);
        return parser.end();
    }

    private static final class Parser {
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<UUID, Set<Role>> members = new LinkedHashMap<>();
        private final List<String> wrong = new ArrayList<>();
        private boolean verified;

        void take(String argument) {
            String[] parts = argument.split("=", 2);
            switch (parts[0]) {
                case "--verified" -> {
                    verified = true;
                    if (parts.length > 1) {
                        wrong.add("--verified takes no value");
                    }
                }
                case "--member" -> member(value(parts));
                case "--name", "--kind", "--country", "--contact", "--id" -> {
                    if (values.putIfAbsent(parts[0], value(parts)) != null) {
                        wrong.add(parts[0] + " is given twice");
                    }
                }
                default -> wrong.add("Unknown option " + argument);
            }
        }

        CreateArguments end() {
            String name = required("--name", FactRules::name);
            Optional<Kind> kind = Kind.of(required("--kind", Parser::kind));
            String country = optional("--country", FactRules::country);
            String contact = optional("--contact", FactRules::contact);
            Optional<UUID> id =
                    Optional.ofNullable(optional("--id", Parser::id)).map(UUID::fromString);
            if (!wrong.isEmpty()) {
                throw new Wrong(wrong);
            }
            return new CreateArguments(
                    id, new OrganisationFacts(name, kind.orElseThrow(), country, contact, verified, false), members);
        }

        private void member(String text) {
            String[] parts = text.split(":", 2);
            Set<Role> roles = EnumSet.noneOf(Role.class);
            if (id(parts[0]).isPresent() || parts.length < 2) {
                wrong.add("--member must be SUBJECT:ROLE[,ROLE...] with the subject's UUID, not " + text);
                return;
            }
            for (String role : parts[1].split(",", -1)) {
                Role.of(role).ifPresentOrElse(roles::add, () -> wrong.add("--member: there is no role " + role));
            }
            members.merge(UUID.fromString(parts[0]), roles, (a, b) -> {
                a.addAll(b);
                return a;
            });
        }

        private String required(String option, Function<String, Optional<String>> rule) {
            String value = optional(option, rule);
            if (!values.containsKey(option)) {
                wrong.add(option + " is missing");
            }
            return value == null ? "" : value;
        }

        private @Nullable String optional(String option, Function<String, Optional<String>> rule) {
            String value = values.get(option);
            if (value == null) {
                return null;
            }
            Optional<String> message = rule.apply(value);
            message.ifPresent(m -> wrong.add(option + " " + m));
            return message.isPresent() ? null : value;
        }

        private static Optional<String> kind(String text) {
            return Kind.of(text).isPresent()
                    ? Optional.empty()
                    : Optional.of("must be one of "
                            + Arrays.stream(Kind.values()).map(Kind::code).collect(Collectors.joining(", ")));
        }

        private static Optional<String> id(String text) {
            try {
                // fromString takes abbreviations
                return UUID.fromString(text).toString().equalsIgnoreCase(text)
                        ? Optional.empty()
                        : Optional.of("must be a UUID");
            } catch (IllegalArgumentException e) {
                return Optional.of("must be a UUID");
            }
        }

        private static String value(String[] parts) {
            return parts.length < 2 ? "" : parts[1];
        }
    }
}
