package org.livelabel.label.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.RefusalCounter;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.label.words.Words;

/** Shapes a refusal: a page for people, a problem document for programs. */
@ApplicationScoped
class RefusalPages {
    private static final int FIELD_LENGTH = 200;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance refusal(Shell shell, RefusalView view);
    }

    /** The refusal in words. */
    public record RefusalView(
            String tone,
            String icon,
            String tag,
            String heading,
            String left,
            String next,
            String title,
            String typed) {}

    private final Shells shells;
    private final Stylesheet stylesheet;
    private final ObjectMapper mapper;
    private final RefusalCounter counter;

    RefusalPages(Shells shells, Stylesheet stylesheet, ObjectMapper mapper, RefusalCounter counter) {
        this.shells = shells;
        this.stylesheet = stylesheet;
        this.mapper = mapper;
        this.counter = counter;
    }

    Response answer(Refusal refusal, boolean dataOnly, HttpHeaders headers) {
        counter.count(refusal.type().uri());
        boolean data = dataOnly || prefersData(headers);
        Response.ResponseBuilder response = Response.status(refusal.status());
        if (data) {
            response.entity(json(refusal)).type("application/problem+json");
        } else {
            response.entity(page(refusal).getBytes(StandardCharsets.UTF_8))
                    .type("text/html;charset=UTF-8")
                    .header("Content-Security-Policy", stylesheet.contentSecurityPolicy());
        }
        if (!dataOnly) {
            response.header("Vary", "Accept");
        }
        // what is not there may be published in the next moment
        return response.header("Cache-Control", "no-store")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    /**
     * Whether the client names JSON before it names HTML; a client that takes anything gets the page, and so does one that
     * says nothing that can be read (RFC 9110, 12.5.1 lets it be disregarded).
     */
    static boolean prefersData(HttpHeaders headers) {
        List<MediaType> acceptable;
        try {
            acceptable = headers.getAcceptableMediaTypes();
        } catch (RuntimeException e) {
            return false;
        }
        for (MediaType accepted : acceptable) {
            String subtype = accepted.getSubtype();
            if (subtype.equals("html") || subtype.equals("xhtml+xml") || accepted.isWildcardSubtype()) {
                return false;
            }
            if (subtype.equals("json") || subtype.endsWith("+json")) {
                return true;
            }
        }
        return false;
    }

    private String page(Refusal refusal) {
        Shell shell = shells.shell();
        Words words = shell.words();
        String key = refusal.type().key();
        return Templates.refusal(
                        shell,
                        new RefusalView(
                                refusal.type().tone(),
                                icon(refusal),
                                words.say(key + ".tag"),
                                words.say(key),
                                words.say(key + ".left", refusal.slots().toArray()),
                                words.say(key + ".next"),
                                words.say(key) + " – LiveLabel",
                                typed(refusal.typed())))
                .render();
    }

    /** As much as the field takes. */
    private static String typed(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (text.length() <= FIELD_LENGTH) {
            return text;
        }
        // not through the middle of a character that takes two
        boolean splits = Character.isHighSurrogate(text.charAt(FIELD_LENGTH - 1));
        return text.substring(0, splits ? FIELD_LENGTH - 1 : FIELD_LENGTH);
    }

    private static String icon(Refusal refusal) {
        return switch (refusal.type().tone()) {
            case "unk" -> "shield-q";
            case "warn" -> "search";
            default -> "pause";
        };
    }

    private byte[] json(Refusal refusal) {
        Words words = Words.english();
        String key = refusal.type().key();
        String wrong = words.say(key + ".left", refusal.slots().toArray());
        RefusalDocument problem = new RefusalDocument(
                refusal.type().uri(),
                words.say(key),
                refusal.status(),
                wrong + " " + words.say(key + ".next"),
                refusal.parameter().isEmpty() ? null : List.of(new Violation(refusal.parameter(), wrong)));
        try {
            return mapper.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
