package org.livelabel.registry.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.Sha256;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.problem.ProblemType;

/**
 * The blobs that publications name. A document is stored in the publication's own transaction, so a blob that nothing
 * names never exists.
 */
@ApplicationScoped
public class Documents implements Texts {
    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().disable(SerializationFeature.INDENT_OUTPUT).build();

    private final BlobRows blobs;

    Documents(BlobRows blobs) {
        this.blobs = blobs;
    }

    /** What {@link #store} would answer. The same content in another order of members is the same document. */
    public static DocumentRef refTo(JsonNode content) {
        byte[] bytes = bytesOf(content);
        return new DocumentRef(Sha256.of(bytes), JSON, bytes.length);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public DocumentRef store(JsonNode content) {
        return store(bytesOf(content), JSON);
    }

    /**
     * What {@link #read} would answer if this were stored.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 451 if this very text is withheld
     */
    public JsonNode rehearse(JsonNode content) {
        byte[] bytes = bytesOf(content);
        requireUsable(Sha256.of(bytes));
        return parse(bytes);
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

    /** Why {@link #store} would not take it: 451 if this very text is withheld. Null if it would. */
    @Transactional(Transactional.TxType.MANDATORY)
    public @Nullable HttpProblem refusalOf(JsonNode content) {
        String sha256 = Sha256.of(bytesOf(content));
        return refusalOf(sha256, find(sha256));
    }

    private static @Nullable HttpProblem refusalOf(String sha256, @Nullable StoredDocument known) {
        return known == null || known.withheld() == null
                ? null
                : Problem.with(
                        ProblemType.WITHHELD,
                        "You publish a text that is withheld (document " + sha256
                                + "). Change that text, then publish again.",
                        "reason",
                        known.withheld());
    }

    private DocumentRef store(byte[] bytes, String mediaType) {
        String sha256 = Sha256.of(bytes);
        if (requireUsable(sha256) == null) {
            blobs.add(sha256, mediaType, bytes);
        }
        return new DocumentRef(sha256, mediaType, bytes.length);
    }

    private @Nullable StoredDocument requireUsable(String sha256) {
        StoredDocument known = find(sha256);
        HttpProblem refused = refusalOf(sha256, known);
        if (refused != null) {
            throw refused;
        }
        return known;
    }

    @Override
    public JsonNode read(String sha256) {
        return json(known(sha256));
    }

    /** The same of several, by their digests, with one question to the database. */
    public Map<String, JsonNode> read(Collection<String> sha256s) {
        Map<String, StoredDocument> found = blobs.asShown(sha256s);
        return sha256s.stream()
                .distinct()
                .collect(Collectors.toMap(sha256 -> sha256, sha256 -> json(known(sha256, found.get(sha256)))));
    }

    private static JsonNode json(StoredDocument document) {
        if (document.bytes() == null) {
            return MissingNode.getInstance();
        }
        return parse(document.bytes());
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 451 if it is withheld */
    public JsonNode readToShow(String sha256) {
        requireShown(sha256);
        return read(sha256);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 451 if it is withheld */
    public String text(String sha256) {
        requireShown(sha256);
        return new String(Objects.requireNonNull(known(sha256).bytes()), StandardCharsets.UTF_8);
    }

    private void requireShown(String sha256) {
        WithholdingReason withheld = known(sha256).withheld();
        if (withheld != null) {
            throw Problem.with(
                    ProblemType.WITHHELD,
                    "The law keeps us from showing a text that belongs here (document " + sha256 + ").",
                    "reason",
                    withheld);
        }
    }

    private StoredDocument known(String sha256) {
        return known(sha256, find(sha256));
    }

    private static StoredDocument known(String sha256, @Nullable StoredDocument document) {
        if (document == null) {
            throw new IllegalStateException("the log names a blob that is not there: " + sha256);
        }
        return document;
    }

    /**
     * Hides a document from now on. The database lets this commit only together with the entry that says so.
     *
     * @return false if it is withheld already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean withhold(String sha256, WithholdingReason reason) {
        return blobs.withhold(sha256, reason);
    }

    /**
     * What only this document says: what is erased with it wherever else we keep it. Reads all documents once, which is long
     * work: an erasure is rare. None if it is withheld already.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public OnlyHere textsOnlyIn(String sha256) {
        StoredDocument document = known(sha256);
        if (document.bytes() == null || !document.mediaType().equals(JSON)) {
            // a policy's text is kept nowhere but here
            return OnlyHere.nothing();
        }
        List<String> only = blobs.onlyIn(sha256, OnlyHere.textsIn(read(sha256)).toArray(String[]::new));
        return new OnlyHere(Set.copyOf(only));
    }

    /** Whether a publication brought it, withheld or not. */
    @Transactional
    public boolean knows(String sha256) {
        return find(sha256) != null;
    }

    @Nullable StoredDocument find(String sha256) {
        return blobs.asShown(sha256).orElse(null);
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
