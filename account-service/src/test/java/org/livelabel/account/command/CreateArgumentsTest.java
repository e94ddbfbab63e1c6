package org.livelabel.account.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.livelabel.account.organisation.Kind;
import org.livelabel.account.organisation.OrganisationFacts;
import org.livelabel.account.organisation.Role;

class CreateArgumentsTest {
    private static final UUID ID = UUID.fromString("7f9c24e8-3b12-4fef-91e0-0e8d3b1f7c11");
    private static final UUID PERSON = UUID.fromString("6e1f8a52-0d8c-4c55-8f6a-31a3f3f7a1d9");

    @Test
    void everythingCanBeSaid() {
        CreateArguments arguments = parse(
                "--name=Halden = Home",
                "--kind=manufacturer",
                "--country=SE",
                "--contact=mailto:help@halden.example",
                "--verified",
                "--id=" + ID,
                "--member=" + PERSON + ":owner,publisher",
                "--member=" + PERSON + ":viewer");

        assertThat(arguments)
                .isEqualTo(new CreateArguments(
                        Optional.of(ID),
                        new OrganisationFacts(
                                "Halden = Home", Kind.MANUFACTURER, "SE", "mailto:help@halden.example", true, false),
                        Map.of(PERSON, Set.of(Role.OWNER, Role.PUBLISHER, Role.VIEWER))));
    }

    @Test
    void nameAndKindAreEnough() {
        assertThat(parse("--name=Sample data", "--kind=operator"))
                .isEqualTo(new CreateArguments(
                        Optional.empty(),
                        new OrganisationFacts("Sample data", Kind.OPERATOR, null, null, false, false),
                        Map.of()));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> parse(
                        "--kind=shop",
                        "--country=XX",
                        "--contact=http://a.example",
                        "--verified=no",
                        "--id=7-9-3-9-1",
                        "--member=somebody:owner",
                        "--member=" + PERSON + ":king",
                        "--colour=red",
                        "--kind=lab"))
                .isInstanceOf(CreateArguments.Wrong.class)
                .hasMessageContainingAll(
                        "--name is missing",
                        "--kind must be one of manufacturer, operator, retailer, lab",
                        "--kind is given twice",
                        "--country must be",
                        "--contact must be",
                        "--verified takes no value",
                        "--id must be a UUID",
                        "--member must be SUBJECT:ROLE",
                        "there is no role king",
                        "Unknown option --colour=red");
    }

    @Test
    void anotherCommandIsUnknown() {
        assertThatThrownBy(() -> CreateArguments.parse("organisation", "destroy"))
                .isInstanceOf(CreateArguments.Wrong.class)
                .hasMessageContaining("organisation destroy");
    }

    private static CreateArguments parse(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "organisation";
        args[1] = "create";
        System.arraycopy(options, 0, args, 2, options.length);
        return CreateArguments.parse(args);
    }
}
