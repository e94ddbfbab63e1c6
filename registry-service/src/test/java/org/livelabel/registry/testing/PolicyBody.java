package org.livelabel.registry.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.List;

/** The body that publishes a policy: a privacy notice for all products, in effect from the first day of 2026. */
public final class PolicyBody {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode json = MAPPER.createObjectNode();

    private PolicyBody() {}

    public static PolicyBody privacyNotice(String text) {
        PolicyBody body = new PolicyBody();
        body.json
                .put("kind", "privacy_notice")
                .put("effective_on", "2026-01-01")
                .put("material", false)
                .put("applies_to", "all");
        body.json.putArray("texts");
        return body.text("en", "text/markdown", text);
    }

    public PolicyBody text(String language, String mediaType, String text) {
        json.withArray("texts")
                .addObject()
                .put("language", language)
                .put("media_type", mediaType)
                .put("text", text)
                .put("source_url", "https://halden.example/privacy/" + language);
        return this;
    }

    public PolicyBody html(String text) {
        return only("en", "text/html", text);
    }

    /** This text in place of all that were there. */
    public PolicyBody only(String language, String mediaType, String text) {
        json.putArray("texts");
        return text(language, mediaType, text);
    }

    public PolicyBody title(String title) {
        json.putObject("title").put("en", title);
        return this;
    }

    /** Published nowhere else. */
    public PolicyBody withoutSources() {
        json.withArray("texts").forEach(text -> ((ObjectNode) text).remove("source_url"));
        return this;
    }

    public PolicyBody kind(String kind) {
        json.put("kind", kind);
        return this;
    }

    public PolicyBody effectiveOn(String day) {
        json.put("effective_on", day);
        return this;
    }

    public PolicyBody named(String... products) {
        json.put("applies_to", "named");
        json.set("products", MAPPER.valueToTree(List.of(products)));
        return this;
    }

    public PolicyBody material() {
        json.put("material", true);
        return this;
    }

    /** The next version of a policy. */
    public PolicyBody supersedes(String policy, int version, String... changeCodes) {
        json.put("policy_id", policy).put("supersedes", version);
        json.set("change_codes", MAPPER.valueToTree(List.of(changeCodes)));
        json.putObject("summary").put("en", "We say it better.").put("de", "Besser gesagt.");
        return this;
    }

    public PolicyBody contested(String code, String reason) {
        json.withArray("contested")
                .addObject()
                .put("code", code)
                .putObject("reason")
                .put("en", reason);
        return this;
    }

    public ObjectNode json() {
        return json;
    }

    public Response publish(Maker maker) {
        return maker.asked().body(json.toString()).post("/v1/organisations/" + maker.organisation + "/policies");
    }

    public Response preview(Maker maker) {
        return maker.asked()
                .body(json.toString())
                .post("/v1/organisations/" + maker.organisation + "/policies:preview");
    }

    /** @return the policy's id */
    public String published(Maker maker) {
        Response response = publish(maker);
        if (response.statusCode() != 201) {
            throw new AssertionError(response.asString());
        }
        return response.path("policy_id");
    }
}
