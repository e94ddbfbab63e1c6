package org.livelabel.registry.text;

import java.io.IOException;
import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.Handler;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/**
 * HTML of which only text, structure and links are left: no scripts, styles, pictures, forms or frames. Cleaning what is
 * clean changes nothing, so the bytes that are kept are the bytes that are served.
 *
 * @param removed the names of elements and attributes that were taken out, in alphabetical order
 */
public record CleanHtml(String html, Collection<String> removed) {
    /** Unclosed tags are opened again in every paragraph, so a small text can become a large one. */
    static final int LONGEST = 2 << 20;

    private static final Pattern LINK =
            Pattern.compile("(?:https://[^/\\s]|mailto:[^@\\s]+@)\\S*", Pattern.CASE_INSENSITIVE);

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements(
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "p",
                    "div",
                    "br",
                    "hr",
                    "blockquote",
                    "pre",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "strong",
                    "b",
                    "em",
                    "i",
                    "u",
                    "s",
                    "sub",
                    "sup",
                    "small",
                    "code",
                    "abbr",
                    "q",
                    "a",
                    "span")
            .allowUrlProtocols("https", "mailto")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .allowAttributes("title")
            .onElements("abbr")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,6}"))
            .onElements("ol")
            .allowAttributes("colspan", "rowspan")
            .matching(Pattern.compile("[0-9]{1,3}"))
            .onElements("th", "td")
            .allowAttributes("scope")
            .matching(true, "row", "col", "rowgroup", "colgroup")
            .onElements("th")
            .allowAttributes("lang")
            .matching(Pattern.compile("[A-Za-z0-9-]{1,35}"))
            .globally()
            .allowAttributes("dir")
            .matching(true, "ltr", "rtl", "auto")
            .globally()
            .toFactory();

    /** @throws TooLongException if what is left would be longer than 2 Mi characters */
    public static CleanHtml of(String html) {
        TreeSet<String> removed = new TreeSet<>();
        Bounded out = new Bounded();
        HtmlStreamRenderer renderer = HtmlStreamRenderer.create(out, Handler.PROPAGATE, Handler.DO_NOTHING);
        HtmlSanitizer.sanitize(html, ALLOWED.apply(renderer, new Removed(), removed));
        return new CleanHtml(out.text.toString(), removed);
    }

    /** What a person reads of HTML: a line for each block, links with their addresses. */
    static String readable(String html) {
        ReadableText text = new ReadableText();
        HtmlSanitizer.sanitize(html, ALLOWED.apply(text));
        return text.toString();
    }

    /** The text grew too long while it was made safe. */
    public static final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Removed implements HtmlChangeListener<TreeSet<String>> {
        @Override
        public void discardedTag(@Nullable TreeSet<String> removed, String element) {
            if (removed != null) {
                removed.add(element);
            }
        }

        @Override
        public void discardedAttributes(@Nullable TreeSet<String> removed, String element, String... attributes) {
            if (removed != null) {
                for (String attribute : attributes) {
                    removed.add(element + " " + attribute);
                }
            }
        }
    }

    private static final class Bounded implements Appendable {
        private final StringBuilder text = new StringBuilder();

        @Override
        public Appendable append(CharSequence more) throws IOException {
            return append(more, 0, more.length());
        }

        @Override
        public Appendable append(CharSequence more, int start, int end) throws IOException {
            text.append(more, start, end);
            return checked();
        }

        @Override
        public Appendable append(char more) throws IOException {
            text.append(more);
            return checked();
        }

        private Appendable checked() {
            if (text.length() > LONGEST) {
                throw new TooLongException();
            }
            return this;
        }
    }
}
