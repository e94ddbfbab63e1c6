package org.livelabel.registry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.gates.released.ReleasedLog;
import org.livelabel.gates.released.ReleasedLog.Line;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.ContentWithheld;
import org.livelabel.registry.entry.DisclosurePublished;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.entry.FirmwareReleased;
import org.livelabel.registry.entry.GtinsChanged;
import org.livelabel.registry.entry.OrganisationRegistered;
import org.livelabel.registry.entry.ProductRegistered;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.entry.SupportCommitted;
import org.livelabel.registry.json.AllSchemas;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.wiring.RegistrySettings;

class EntryLinesTest {
    private static final String ORIGIN = "registry.test/log";
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.000001Z");
    private static final UUID MAKER = new UUID(4, 2);
    private static final About PRODUCT = new About(Subject.product(new UUID(4, 1)), MAKER, MAKER);
    private static final DocumentRef DOCUMENT = new DocumentRef("ab".repeat(32), "application/json", 17);

    private final Schemas schemas = AllSchemas.read();
    private final EntryLines lines = new EntryLines(settings(), schemas, new ObjectMapper());

    @ParameterizedTest
    @MethodSource("released")
    void whatIsWrittenTodayAreTheBytesThatWereReleasedAndTheNameOfTheSchema(Line line) {
        LogEntry row = row(line);
        Publication publication = lines.read(row).orElseThrow();
        String schema = publication.type().schema();

        byte[] written =
                lines.write(publication.entry(), publication.index(), publication.publishedAt(), row.publicationId());

        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo(withSchema(sizeAsANumberOfBytes(line), schema));
        assertThat(schemas.flaws("entry/1", StrictJson.parse(new String(written, StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void anEntryThatBreaksItsSchemaIsRefusedByMemberAndRuleWithoutSayingWhatStoodThere(Entry entry, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> lines.require(entry, NOW))
                .withMessage(entry.type().schema() + message)
                .withMessageNotContaining("Ann");
    }

    @Test
    void anEntryThatIsTooLongIsRefused() {
        List<String> gtins =
                IntStream.range(0, 500).mapToObj("%014d"::formatted).toList();
        Entry longest = new GtinsChanged(PRODUCT, null, gtins.subList(0, 400), List.of(), gtins.subList(0, 400));
        Entry tooLong = new GtinsChanged(PRODUCT, null, gtins, List.of(), gtins);

        lines.require(longest, NOW);

        assertThatIllegalStateException()
                .isThrownBy(() -> lines.require(tooLong, NOW))
                .withMessageMatching("gtins.changed/1: an entry of 17\\d{3} bytes; validation let it through");
    }

    @Test
    void aTypeThatALaterReleaseWroteIsPassedOver() {
        Line line = released().findFirst().orElseThrow();

        LogEntry row = row(line, "org.livelabel.advisory.published.v1", line.bytes());

        assertThat(lines.read(row)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8388608.0", "8.388608E6"})
    void aSizeThatAnEarlyReleaseKeptAsItWasSentIsRead(String size) {
        Line line = released()
                .filter(one -> new String(one.bytes(), StandardCharsets.UTF_8).contains("\"image_size\":8388608,"))
                .findFirst()
                .orElseThrow();
        String asSent = new String(line.bytes(), StandardCharsets.UTF_8)
                .replace("\"image_size\":8388608,", "\"image_size\":" + size + ",");

        Entry entry = lines.read(row(line, line.json().get("type").asText(), asSent.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow()
                .entry();

        assertThat(((FirmwareReleased) entry).imageSize()).isEqualTo(8388608);
    }

    private static Stream<Object[]> broken() {
        List<Object[]> broken = new ArrayList<>();
        broken.add(
                new Object[] {new ContentWithheld(PRODUCT, "Ann asked for it"), " refuses an entry: /reason (enum)"});
        broken.add(new Object[] {
            new OrganisationRegistered(PRODUCT, "manufacturer", "Ann's", true, false, DOCUMENT),
            " refuses an entry: /country (pattern)"
        });
        broken.add(new Object[] {
            new OrganisationRegistered(PRODUCT, "Ann", "SE\n", true, false, DOCUMENT),
            " refuses an entry: /kind (enum), /country (pattern)"
        });
        broken.add(new Object[] {
            new ProductRegistered(PRODUCT, "Ann Ann A", "other", "Ann", DOCUMENT),
            " refuses an entry: /label_code (pattern), /category (enum)"
        });
        broken.add(new Object[] {
            new DisclosurePublished(PRODUCT, 1, null, List.of(), null, DOCUMENT),
            " refuses an entry: /material (required), /change_codes (required)"
        });
        broken.add(new Object[] {
            new DisclosurePublished(PRODUCT, 0, true, List.of("Ann"), null, new DocumentRef("Ann", "text/ann", 17)),
            " refuses an entry: /version (minimum), /change_codes/0 (enum), /document/sha256 (pattern),"
                    + " /document/media_type (const)"
        });
        broken.add(new Object[] {
            support("fixed_date", null, null), " refuses an entry: /end_of_security_support (required)"
        });
        broken.add(new Object[] {support("notice_before_end", null, null), " refuses an entry: /months (required)"});
        broken.add(new Object[] {support("none_promised", null, 12), " refuses an entry: /months (false)"});
        broken.add(new Object[] {
            support("fixed_date", "2031-13", null),
            " refuses an entry: /end_of_security_support (format), /end_of_security_support (pattern)"
        });
        broken.add(new Object[] {
            new FirmwareReleased(PRODUCT, 1, LocalDate.parse("+12026-01-01"), "ab".repeat(32), 0, true, true, DOCUMENT),
            " refuses an entry: /released_on (format), /released_on (pattern), /image_size (minimum)"
        });
        return broken.stream();
    }

    private static SupportCommitted support(String kind, String end, Integer months) {
        return new SupportCommitted(
                PRODUCT, 1, SupportCommitted.FIRST, kind, List.of(), end, months, null, null, null, DOCUMENT);
    }

    private static Stream<Line> released() {
        return ReleasedLog.ofThisRepository().entries().stream();
    }

    /** Entry 132, and no other, has a size as an early release kept it; whoever reads it anew says the same in whole bytes. */
    private static String sizeAsANumberOfBytes(Line line) {
        String text = new String(line.bytes(), StandardCharsets.UTF_8);
        return text.startsWith("{\"specversion\":\"1.0\",\"id\":\"000000000132\"")
                ? text.replace("\"image_size\":8388608.0,", "\"image_size\":8388608,")
                : text;
    }

    /** Lines have had the name since it is there. */
    private static String withSchema(String line, String schema) {
        return line.contains("\"dataschema\":")
                ? line
                : line.replace(
                        "\"datacontenttype\":\"application/json\",",
                        "\"datacontenttype\":\"application/json\",\"dataschema\":\"https://livelabel.org/schemas/"
                                + schema + "\",");
    }

    private static LogEntry row(Line line) {
        return row(line, line.json().get("type").asText(), line.bytes());
    }

    private static LogEntry row(Line line, String type, byte[] bytes) {
        var event = line.json();
        return new LogEntry(
                Long.parseLong(event.get("id").asText()),
                UUID.fromString(event.get("publicationid").asText()),
                type,
                event.get("subject").asText(),
                Instant.parse(event.get("time").asText()),
                bytes);
    }

    private static RegistrySettings settings() {
        return (RegistrySettings) Proxy.newProxyInstance(
                EntryLinesTest.class.getClassLoader(),
                new Class<?>[] {RegistrySettings.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("origin");
                    return ORIGIN;
                });
    }
}
