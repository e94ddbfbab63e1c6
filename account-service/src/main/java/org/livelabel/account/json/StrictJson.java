package org.livelabel.account.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.livelabel.account.problem.Problem;
import org.livelabel.account.problem.ProblemType;
import org.livelabel.conduct.JsonLimits;

/** UTF-8 only (RFC 8259, 8.1), no member twice, nothing after the end, a stated size. */
public final class StrictJson {
    /** The limit of every body, in bytes. */
    static final int BODY_LIMIT = 1 << 20;

    private static final JsonLimits LIMITS = new JsonLimits(20);

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(LIMITS.constraints())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 413 */
    public static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(BODY_LIMIT + 1);
            if (bytes.length > BODY_LIMIT) {
                throw Problem.of(
                        ProblemType.BODY_TOO_LARGE, "The body has more than " + BODY_LIMIT + " bytes. Send less.");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 */
    public static JsonNode parse(byte[] body) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text(body));
        } catch (JsonProcessingException e) {
            throw Problem.of(ProblemType.UNREADABLE_BODY, LIMITS.flaw(e));
        }
        if (node == null || node.isMissingNode()) {
            throw Problem.of(ProblemType.UNREADABLE_BODY, "The body is empty. Send a JSON object.");
        }
        return node;
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(ProblemType.UNREADABLE_BODY, "The body is not UTF-8. Send it in UTF-8.");
        }
    }
}
