package org.livelabel.registry.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.wiring.Sha256;

/**
 * The blobs that publications name. A document is stored in the publication's own transaction, so a blob that nothing
 * names never exists.
 */
@ApplicationScoped
public class Documents {
    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().disable(SerializationFeature.INDENT_OUTPUT).build();

    @Inject
    BlobRepository blobs;

    /** What {@link #store} would answer. The same content in another order of members is the same document. */
    public static DocumentRef refTo(JsonNode content) {
        byte[] bytes = bytesOf(content);
        return new DocumentRef(Sha256.of(bytes), JSON, bytes.length);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public DocumentRef store(JsonNode content) {
        return store(bytesOf(content), JSON);
    }

    /** What {@link #store} would answer. */
    public static DocumentRef refTo(String text, String mediaType) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new DocumentRef(Sha256.of(bytes), mediaType, bytes.length);
    }

    /**
     * Stores a text as it is, in UTF-8. Bytes that are there already keep the media type they came with; what a
     * publication's reference says is what counts.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public DocumentRef store(String text, String mediaType) {
        return store(text.getBytes(StandardCharsets.UTF_8), mediaType);
    }

    private DocumentRef store(byte[] bytes, String mediaType) {
        String sha256 = Sha256.of(bytes);
        if (blobs.findById(sha256) == null) {
            // two transactions may bring the same document at the same moment
            blobs.getEntityManager()
                    .createNativeQuery(
                            "insert into log.blob (sha256, media_type, bytes) values (?1, ?2, ?3) on conflict do nothing")
                    .setParameter(1, sha256)
                    .setParameter(2, mediaType)
                    .setParameter(3, bytes)
                    .executeUpdate();
        }
        return new DocumentRef(sha256, mediaType, bytes.length);
    }

    /** @throws IllegalStateException if no publication brought it: the log would be broken */
    public JsonNode read(String sha256) {
        try {
            return MAPPER.readTree(bytes(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException if no publication brought it: the log would be broken */
    public String text(String sha256) {
        return new String(bytes(sha256), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String sha256) {
        Blob blob = blobs.findById(sha256);
        if (blob == null) {
            throw new IllegalStateException("the log names a blob that is not there: " + sha256);
        }
        return blob.bytes;
    }

    @Nullable Blob find(String sha256) {
        return blobs.findById(sha256);
    }

    private static byte[] bytesOf(JsonNode content) {
        try {
            return MAPPER.writeValueAsString(sorted(content)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            ObjectNode result = MAPPER.createObjectNode();
            var names = new TreeSet<String>();
            node.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> result.set(name, sorted(node.get(name))));
            return result;
        }
        if (node.isArray()) {
            ArrayNode result = MAPPER.createArrayNode();
            node.forEach(item -> result.add(sorted(item)));
            return result;
        }
        return node;
    }
}
