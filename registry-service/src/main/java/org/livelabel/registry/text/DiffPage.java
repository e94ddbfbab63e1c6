package org.livelabel.registry.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.livelabel.conduct.Sha256;
import org.livelabel.registry.text.Segment.Op;

/**
 * A comparison as a page for people: HTML's own {@code ins} and {@code del}, underlined and struck through, each with a
 * word for those who do not see that. Nothing is fetched, nothing runs.
 */
public final class DiffPage {
    private static final String STYLE = """
            body{font:1rem/1.6 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
            .text{white-space:pre-wrap;overflow-wrap:anywhere}
            ins{text-decoration:underline;background:#d9f2df}del{text-decoration:line-through;background:#fbe0de}
            .said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
            .gap{color:#595959;font-style:italic}
            @media (prefers-color-scheme:dark){body{color:#eee;background:#161616}ins{background:#17402a}del{background:#54211e}.gap{color:#b5b5b5}}""";

    /** What a browser may do with the page: show it. */
    public static final String CONTENT_SECURITY_POLICY =
            "sandbox; default-src 'none'; style-src 'sha256-" + digest(STYLE) + "'";

    /** Unchanged text on each side of a change, in characters. */
    private static final int CONTEXT = 300;

    private DiffPage() {}

    /**
     * @param language BCP 47 tag of the compared texts
     * @param introduction sentences in English, each a paragraph
     */
    public static String of(String title, String language, List<String> introduction, List<Segment> segments) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head>\n<body><main><h1>")
                .append(escaped(title))
                .append("</h1>\n");
        introduction.forEach(
                sentence -> page.append("<p>").append(escaped(sentence)).append("</p>\n"));
        if (!segments.isEmpty()) {
            page.append("<div class=\"text\" lang=\"").append(escaped(language)).append("\">");
            for (int i = 0; i < segments.size(); i++) {
                append(page, segments.get(i), i == 0, i == segments.size() - 1);
            }
            page.append("</div>\n");
        }
        return page.append("</main></body></html>\n").toString();
    }

    private static void append(StringBuilder page, Segment segment, boolean first, boolean last) {
        switch (segment.op()) {
            case EQUAL -> appendUnchanged(page, segment.text(), first, last);
            case DELETE -> appendChange(page, "del", "removed: ", segment.text());
            case INSERT -> appendChange(page, "ins", "added: ", segment.text());
        }
    }

    private static void appendChange(StringBuilder page, String element, String said, String text) {
        page.append('<')
                .append(element)
                .append("><span class=\"said\" lang=\"en\">")
                .append(said)
                .append("</span>")
                .append(escaped(text))
                .append("</")
                .append(element)
                .append('>');
    }

    /** People come for the changes; a long unchanged passage is shown where it touches one. */
    private static void appendUnchanged(StringBuilder page, String text, boolean first, boolean last) {
        int head = first ? 0 : CONTEXT;
        int tail = last ? 0 : CONTEXT;
        int from = wordEnd(text, head);
        int to = wordEnd(text, text.length() - tail);
        if (first && last || to - from <= CONTEXT) {
            page.append(escaped(text));
            return;
        }
        page.append(escaped(text.substring(0, from)))
                .append("\n<span class=\"gap\" lang=\"en\">[")
                .append(new TextDiff(TextDiff.Mode.WORDS, List.of(new Segment(Op.EQUAL, text.substring(from, to))))
                        .words(Op.EQUAL))
                .append(" unchanged words]</span>\n")
                .append(escaped(text.substring(to)));
    }

    private static int wordEnd(String text, int at) {
        int end = Math.clamp(at, 0, text.length());
        while (end > 0 && end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String digest(String text) {
        return Base64.getEncoder().encodeToString(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
