package org.livelabel.local;

import org.livelabel.local.stack.Addresses;
import org.livelabel.local.stack.Stack;
import org.livelabel.local.stack.StackOptions;

/** What a person wants to know once everything runs. */
final class Greeting {
    private Greeting() {}

    static String of(Stack stack, StackOptions options) {
        Addresses at = stack.addresses();
        StringBuilder text = new StringBuilder("\nLiveLabel is running. Ctrl-C stops it.\n\n");
        stack.firstLabel().ifPresent(label -> line(text, "Look here first", label + "  (the label of a camera)"));
        line(text, "Search and portal", at.web() + "");
        line(text, "Registry", at.registry() + "");
        line(text, "Labels", at.label() + "");
        line(text, "Accounts", at.account() + "");
        line(text, "Keycloak", at.keycloak() + "");
        line(text, "Mail that was sent", at.inbox() + "");
        text.append('\n');
        line(text, "Sample accounts", stack.accountsFile() + "");
        line(
                text,
                "",
                "./start%s --totp=%s prints the code of the moment"
                        .formatted(elsewhere(options), stack.people().publisher()));
        line(text, "Data and logs", options.data() + "");
        return text.toString();
    }

    /** What has to be said beside the e-mail address if the accounts are not in the usual folder. */
    private static String elsewhere(StackOptions options) {
        return options.data().equals(StackOptions.standard(options.repository()).data())
                ? ""
                : " --data=" + options.data();
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append("  %-18s %s%n".formatted(what, value));
    }
}
