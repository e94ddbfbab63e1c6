package org.livelabel.local.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The inbox's two pages. A mail is a stranger's text: all of it is escaped, and only http addresses become links. */
final class InboxHtml {
    private static final String STYLE = """
            :root { color-scheme: light dark }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem }
            li { padding: .5rem 0; border-top: 1px solid #8886 }
            ul { list-style: none; padding: 0 }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border-top: 1px solid #8886; padding-top: 1rem }
            small { display: block }
            """;

    /** The one style that the page's policy admits. */
    static final String STYLE_HASH = "sha256-" + Base64.getEncoder().encodeToString(sha256(STYLE));

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']+");

    private InboxHtml() {}

    static String list(List<Mail> mails) {
        StringBuilder rows = new StringBuilder();
        for (Mail mail : mails) {
            rows.append("<li><a href=\"/mails/%d\">%s</a><small>to %s, %s</small></li>\n"
                    .formatted(
                            mail.id(),
                            escape(mail.subject().isBlank() ? "(no subject)" : mail.subject()),
                            escape(String.join(", ", mail.to())),
                            mail.receivedAt()));
        }
        return page(
                "Inbox",
                mails.isEmpty()
                        ? "<p>No mail yet. Whatever LiveLabel sends on this machine arrives here and goes no further.</p>"
                        : "<ul>\n" + rows + "</ul>");
    }

    static String mail(Mail mail) {
        return page(
                mail.subject(),
                "<p>From %s<br>to %s<br>%s</p>\n<pre>%s</pre>\n<p><a href=\"/\">All mails</a></p>"
                        .formatted(
                                escape(mail.from()),
                                escape(String.join(", ", mail.to())),
                                mail.receivedAt(),
                                withLinks(mail.text())));
    }

    static String nothing() {
        return page(
                "No such mail", "<p>The inbox forgets its mails when LiveLabel stops. <a href=\"/\">All mails</a></p>");
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%s - LiveLabel's mail</title>
                <style>%s</style>
                <main>
                <h1>%s</h1>
                %s
                </main>
                </html>
                """.formatted(escape(title), STYLE, escape(title), body);
    }

    private static String withLinks(String text) {
        StringBuilder html = new StringBuilder();
        var address = ADDRESS.matcher(text);
        int end = 0;
        while (address.find()) {
            String link = escape(address.group());
            html.append(escape(text.substring(end, address.start())))
                    .append("<a rel=\"noreferrer\" href=\"" + link + "\">" + link + "</a>");
            end = address.end();
        }
        return html.append(escape(text.substring(end))).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
