package org.livelabel.registry.caching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.Sha256;
import org.livelabel.conduct.UtcDay;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/**
 * Shapes the answer to a public read. The entity tag is a digest of the answer's bytes, so it changes exactly when the
 * answer does; and as a status may change at 00:00 UTC, no answer is fresh past it.
 */
@ApplicationScoped
public class Cacheable {
    private final ObjectMapper mapper;
    private final Clock clock;
    private final Moment moment;

    Cacheable(ObjectMapper mapper, Clock clock, Moment moment) {
        this.mapper = mapper;
        this.clock = clock;
        this.moment = moment;
    }

    /** 200 with the entity, or 304 if the caller has it already. */
    public Response answer(Request request, Object entity) {
        Response answer = answer(request, write(entity), MediaType.APPLICATION_JSON);
        return entity instanceof AsOfIndex of && of.asOfIndex() != null
                ? Response.fromResponse(answer)
                        .header(AsOfIndex.HEADER, of.asOfIndex())
                        .build()
                : answer;
    }

    /** 200 with the bytes, or 304 if the caller has them already. */
    public Response answer(Request request, byte[] bytes, String mediaType) {
        EntityTag tag = new EntityTag(Sha256.of(bytes).substring(0, 32));
        Response.ResponseBuilder response = unlessKnown(request, tag);
        if (response == null) {
            response = Response.ok(bytes, mediaType);
        }
        return response.tag(tag).header("Cache-Control", freshness()).build();
    }

    /**
     * A 304 if the caller has it already, otherwise null.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 412 if If-Match names other ones only
     */
    public static Response.@Nullable ResponseBuilder unlessKnown(Request request, EntityTag tag) {
        Response.ResponseBuilder response = request.evaluatePreconditions(tag);
        if (response != null && response.build().getStatus() == 412) {
            throw Problem.at(ProblemType.STALE, "If-Match", "names none of what is here; leave it out of a read");
        }
        return response;
    }

    /** The Cache-Control of an answer that may hold a status. */
    public String freshness() {
        return UtcDay.cacheControl(moment.today(), clock.instant());
    }

    private byte[] write(Object entity) {
        try {
            return mapper.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
