package org.livelabel.registry.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/** Collects what a person reads of HTML. A changed link is a changed text, so its address is written behind it. */
public final class ReadableText implements HtmlStreamEventReceiver {
    public static final String HTML = "text/html";
    private static final Set<String> WITHIN_A_LINE =
            Set.of("strong", "b", "em", "i", "u", "s", "sub", "sup", "small", "code", "abbr", "q", "a", "span");

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> addresses = new ArrayDeque<>();
    private int preformatted;

    ReadableText() {}

    /** What a person reads of a text. Markdown and plain text are read as they are written. */
    public static String of(String mediaType, String text) {
        return mediaType.equals(HTML) ? CleanHtml.readable(text) : text;
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {
        endLine();
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        if (element.equals("a")) {
            int href = attributes.indexOf("href");
            addresses.push(href < 0 ? "" : attributes.get(href + 1));
            return;
        }
        if (element.equals("td") || element.equals("th")) {
            separateCell();
            return;
        }
        if (WITHIN_A_LINE.contains(element)) {
            return;
        }
        endLine();
        switch (element) {
            case "li" -> text.append("- ");
            case "hr" -> text.append("---\n");
            case "pre" -> preformatted++;
            default -> {}
        }
    }

    @Override
    public void closeTag(String element) {
        if (element.equals("a")) {
            String address = addresses.isEmpty() ? "" : addresses.pop();
            if (!address.isEmpty()) {
                text.append(" <").append(address).append('>');
            }
        } else if (element.equals("pre")) {
            preformatted--;
            endLine();
        } else if (!WITHIN_A_LINE.contains(element) && !element.equals("td") && !element.equals("th")) {
            endLine();
        }
    }

    @Override
    public void text(String more) {
        if (preformatted > 0) {
            text.append(more);
            return;
        }
        String flowing = more.replaceAll("\\s+", " ");
        boolean atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(atStart ? flowing.stripLeading() : flowing);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void separateCell() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append(" | ");
        }
    }

    private void endLine() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        if (end > 0 && text.charAt(end - 1) != '\n') {
            text.append('\n');
        }
    }
}
