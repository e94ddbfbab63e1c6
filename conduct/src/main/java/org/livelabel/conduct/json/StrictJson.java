package org.livelabel.conduct.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.livelabel.conduct.problem.CommonProblem;
import org.livelabel.conduct.problem.Problem;

/** UTF-8 only (RFC 8259, 8.1), no member twice, nothing after the end, a stated size. */
public final class StrictJson {
    /** The limit of a JSON body, in bytes, unless an endpoint states its own. */
    public static final int BODY_LIMIT = 1 << 20;

    private static final JsonLimits LIMITS = new JsonLimits(40);

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(LIMITS.constraints())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // numbers keep the digits that were sent
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StrictJson() {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 or 413 */
    public static JsonNode read(InputStream body) {
        return read(body, BODY_LIMIT, "Send less at a time.");
    }

    /**
     * @param limit in bytes
     * @param remedy for who sends more
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 or 413
     */
    public static JsonNode read(InputStream body, int limit, String remedy) {
        return parse(text(bytes(body, limit, remedy)));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 */
    public static JsonNode parse(String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw Problem.of(CommonProblem.UNREADABLE_BODY, LIMITS.flaw(e));
        }
        if (node == null || node.isMissingNode()) {
            throw Problem.of(CommonProblem.UNREADABLE_BODY, "The body is empty. Send a JSON object.");
        }
        return withWholeNumbers(node);
    }

    /** A whole number is the same whatever form it was written in: 12, 12.0 or 1.2e1. */
    private static JsonNode withWholeNumbers(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(withWholeNumbers(member.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withWholeNumbers(array.get(i)));
            }
        } else if (node.isNumber()) {
            return whole(node);
        }
        return node;
    }

    private static JsonNode whole(JsonNode number) {
        BigDecimal value = number.decimalValue();
        // before anything computes with it: 1e999999999 has a digit more than fit into memory
        if (JsonLimits.isTooLong(value)) {
            throw Problem.of(CommonProblem.UNREADABLE_BODY, JsonLimits.numberTooLong(""));
        }
        if (number.isIntegralNumber() || value.stripTrailingZeros().scale() > 0) {
            return number;
        }
        return value.precision() - value.scale() < 19
                ? LongNode.valueOf(value.longValueExact())
                : BigIntegerNode.valueOf(value.toBigIntegerExact());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if the bytes are not UTF-8 */
    public static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(CommonProblem.UNREADABLE_BODY, "The body is not UTF-8. Send it in UTF-8.");
        }
    }

    private static byte[] bytes(InputStream body, int limit, String remedy) {
        try {
            var out = new ByteArrayOutputStream();
            byte[] chunk = new byte[16 * 1024];
            for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
                out.write(chunk, 0, n);
                if (out.size() > limit) {
                    throw Problem.of(
                            CommonProblem.BODY_TOO_LARGE, "The body has more than " + limit + " bytes. " + remedy);
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
