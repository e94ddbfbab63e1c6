package org.livelabel.label.page;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The drawings, in templates as {@code icon:topic('eye')} and {@code icon:mark('yes')}. Each stands beside its words and is
 * hidden from screen readers; width and height keep it small where styles are off.
 */
@TemplateExtension(namespace = "icon")
public final class Icons {
    private static final Pattern SYMBOL = Pattern.compile("(?s)<symbol id=\"([a-z-]+)\"[^>]*>(.*?)</symbol>");
    private static final Map<String, String> DRAWINGS = read();

    private Icons() {}

    /** 24 pixels, drawn with lines in the colour of the text. */
    public static RawString topic(String name) {
        return svg("i", 24, name);
    }

    /** 16 pixels: the shape of an answer. */
    public static RawString mark(String name) {
        return svg("m", 16, "m-" + name);
    }

    private static RawString svg(String style, int size, String name) {
        String drawing = DRAWINGS.get(name);
        if (drawing == null) {
            throw new IllegalArgumentException("no drawing called " + name);
        }
        return new RawString(
                ("<svg class=\"%s\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" fill=\"none\" stroke=\"currentColor\""
                                + " stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\">%s</svg>")
                        .formatted(style, size, size, size, size, drawing));
    }

    private static Map<String, String> read() {
        try (InputStream in = Icons.class.getResourceAsStream("/icons/icons.svg")) {
            if (in == null) {
                throw new IllegalStateException("no drawings");
            }
            Map<String, String> drawings = new HashMap<>();
            Matcher symbol = SYMBOL.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (symbol.find()) {
                drawings.put(symbol.group(1), symbol.group(2).replaceAll("\\s*\\n\\s*", ""));
            }
            return drawings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
