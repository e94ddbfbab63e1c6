package org.livelabel.label.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.livelabel.conduct.Sha256;
import org.livelabel.conduct.UtcDay;

/**
 * Answers with bytes that may be cached. The entity tag is strong and made from the bytes: as they depend on the log, the
 * day, the templates and whether the registry is in reach, so does the tag. Whether they are packed, and what that makes of
 * tag and Vary, is module conduct's business. Nothing is fresh past midnight UTC, because what an answer says about support
 * may change there.
 */
@ApplicationScoped
public class Replies {
    private final Stylesheet stylesheet;

    Replies(Stylesheet stylesheet) {
        this.stylesheet = stylesheet;
    }

    /** @param now the moment for which the page was made */
    public Response page(TemplateInstance page, Instant now, Request request) {
        byte[] body = page.render().getBytes(StandardCharsets.UTF_8);
        return cached(body, "text/html;charset=UTF-8", now, request)
                .header("Content-Security-Policy", stylesheet.contentSecurityPolicy())
                .build();
    }

    /**
     * Anything that other sites may read as well.
     *
     * @param now the moment for which it was made
     */
    public Response data(byte[] body, String mediaType, Instant now, Request request) {
        return cached(body, mediaType, now, request)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", "ETag")
                .build();
    }

    /** {@code public, max-age=60}, or less if the UTC day is over before. */
    public static String cacheControl(Instant now) {
        return UtcDay.cacheControl(UtcDay.of(now), now);
    }

    private Response.ResponseBuilder cached(byte[] body, String mediaType, Instant now, Request request) {
        EntityTag tag = new EntityTag(digest(body));
        Response.ResponseBuilder response = request.evaluatePreconditions(tag);
        if (response != null && response.build().getStatus() == 412) {
            // what one reader's If-Match is told must not be kept for everybody as the label
            Refusal stale = Refusal.refused(412);
            throw mediaType.startsWith("text/html") ? RefusedException.of(stale) : RefusedException.ofData(stale);
        }
        if (response == null) {
            response = Response.ok(body);
        }
        // said with 304 too: pictures are not packed, so that their tag stays as it is
        return response.type(mediaType).tag(tag).header("Cache-Control", cacheControl(now));
    }

    private static String digest(byte[] body) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.bytesOf(body))
                .substring(0, 22);
    }
}
