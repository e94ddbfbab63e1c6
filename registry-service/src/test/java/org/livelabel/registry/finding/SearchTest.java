package org.livelabel.registry.finding;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;
import org.livelabel.registry.testing.TestClock;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class SearchTest {
    private static final String CAMERA_ONLY_HERE =
            "\"data\": {\"practices\": [{\"data_type\": \"camera\", \"shared_with\": [], \"sold\": \"no\"}]},"
                    + " \"offline\": {\"works\": {\"answer\": \"yes\"}}";
    private static final String SHARING =
            "\"data\": {\"practices\": [{\"data_type\": \"camera\"}, {\"data_type\": \"location\", \"sold\": \"yes\","
                    + " \"shared_with\": [{\"name\": \"Ads\", \"role\": \"advertiser\"}]}]},"
                    + " \"offline\": {\"works\": {\"answer\": \"no\"}}";
    private static final String NOTHING = "\"data\": {\"collects\": {\"answer\": \"no\"}}";

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "Kühlwunder,as_written",
        "kuhlwunder,as_written",
        "kühl,as_written",
        "xk 900,as_written",
        "XK-900,as_written",
        "xk-900 kühlwunder,as_written",
        "kuehlwunder,similar",
        "kühlwudner,similar",
    })
    void aProductIsFoundByItsWordsAndByMistypedOnes(String words, String matching) {
        Maker maker = Maker.verified();
        maker.published(Drafts.identityOnly("Kühlwunder XK-900"));

        Response found = ask(maker, "q", words);

        assertThat(found.<List<String>>path("items.name")).containsExactly("Kühlwunder XK-900");
        assertThat(found.<String>path("matching")).isEqualTo(matching);
    }

    @Test
    void theSameNameComesBeforeBeginningsAndThoseBeforeTheRest() {
        Maker maker = Maker.verified();
        for (String name : List.of("Big Orbit", "Orbit Two", "Orbit", "Orbital")) {
            maker.published(Drafts.identityOnly(name));
        }

        assertThat(names(maker, "q", "orbit")).containsExactly("Orbit", "Orbit Two", "Orbital", "Big Orbit");
    }

    @Test
    void wordsOfNothingFindNothing() {
        Maker maker = Maker.verified();
        maker.published(Drafts.identityOnly("Lamp"));

        assertThat(names(maker, "q", "%")).isEmpty();
        assertThat(names(maker, "q", "' | !")).isEmpty();
        assertThat(names(maker, "q", "wxyzq")).isEmpty();
    }

    @Test
    void aMakersNewNameFindsItsProductsAndTheOldOneNoMore() {
        Maker maker = Maker.verified();
        maker.publishFacts("Ploverton", "manufacturer", true).then().statusCode(200);
        maker.published(Drafts.identityOnly("Lamp"));

        maker.publishFacts("Brightlingsea", "manufacturer", true).then().statusCode(200);

        assertThat(names(maker, "q", "brightlingsea")).containsExactly("Lamp");
        assertThat(names(maker, "q", "ploverton")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "collects,camera,here|sharing",
        "collects,'camera,location',sharing",
        "collects,none,nothing",
        "shared,yes,sharing",
        "shared,no,here|nothing",
        "shared,not_stated,silent",
        "sold,yes,sharing",
        "sold,no,here|nothing",
        "sold,not_stated,silent",
        "works_offline,yes,here",
        "works_offline,'yes,no',here|sharing",
        "works_offline,not_stated,nothing|silent",
        "category,lock,nothing",
        "category,'lock,camera',here|nothing|sharing",
        "device_group,wearable,''",
        "listing,withdrawn,''",
        "criterion,OTA-1:not_stated,here|nothing|sharing|silent",
    })
    void filtersTakeWhatIsDisclosedAndSilenceIsNoAnswer(String filter, String value, String names) {
        Maker maker = Maker.verified();
        maker.published(Drafts.of("here", "camera", Maker.freeGtin(), "", CAMERA_ONLY_HERE));
        maker.published(Drafts.of("sharing", "camera", Maker.freeGtin(), "", SHARING));
        maker.published(Drafts.of("nothing", "lock", Maker.freeGtin(), "", NOTHING));
        maker.published(Drafts.of("silent", "hub", Maker.freeGtin(), "", ""));

        assertThat(String.join("|", names(maker, filter, value))).isEqualTo(names);
    }

    @Test
    void productsAreFoundByTheAnswerToACriterion() {
        Maker maker = Maker.verified();
        maker.published(Drafts.camera(Maker.freeGtin()));
        maker.published(Drafts.of("silent", "hub", Maker.freeGtin(), "", ""));

        assertThat(names(maker, "criterion", "AU-4:yes")).containsExactly("View 2");
        assertThat(names(maker, "criterion", "AU-4:not_stated")).containsExactly("silent");
    }

    @Test
    void aPromiseAnswersItsCriterionToo() {
        Maker maker = Maker.verified();
        maker.published(Drafts.of("dated", "hub", Maker.freeGtin(), Drafts.until("2031-06-30"), ""));
        maker.published(Drafts.of("silent", "hub", Maker.freeGtin(), "", ""));

        assertThat(names(maker, "criterion", "SE-1:yes")).containsExactly("dated");
        assertThat(names(maker, "criterion", "SE-1:not_stated")).containsExactly("silent");
        assertThat(names(maker, "criterion", "FCC-1:yes")).containsExactly("dated", "silent");
    }

    @Test
    void aPolicyAnswersItsCriterionFromTheDayItTakesEffectForTheProductsItIsFor() {
        Maker maker = Maker.verified();
        String named = maker.published(Drafts.of("named", "hub", Maker.freeGtin(), "", ""));
        maker.published(Drafts.of("other", "hub", Maker.freeGtin(), "", ""));
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(30);

        String policy = PolicyBody.privacyNotice("We keep nothing.")
                .named(named)
                .effectiveOn(day.toString())
                .published(maker);
        assertThat(names(maker, "criterion", "OTA-28:yes")).isEmpty();
        assertThat(names(maker, "criterion", "OTA-28:not_stated")).containsExactly("named", "other");

        TestClock.set(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        assertThat(names(maker, "criterion", "OTA-28:yes")).containsExactly("named");
        assertThat(names(maker, "criterion", "OTA-28:not_stated")).containsExactly("other");

        PolicyBody.privacyNotice("We still keep nothing.")
                .supersedes(policy, 1, "editorial")
                .effectiveOn(day.toString())
                .published(maker);
        assertThat(names(maker, "criterion", "OTA-28:yes")).containsExactly("named", "other");
    }

    @Test
    void whatTheOperatorSaysIsAFilterAndACount() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.of("doubtful", "hub", Maker.freeGtin(), "", ""));
        maker.published(Drafts.of("fine", "hub", Maker.freeGtin(), "", ""));
        Maker.operator()
                .command("/v1/products/" + product + ":suspend", "{\"reason\": {\"en\": \"Being looked into\"}}")
                .then()
                .statusCode(200);

        assertThat(names(maker, "standing", "good")).containsExactly("fine");
        assertThat(names(maker, "standing", "suspended,revoked")).containsExactly("doubtful");
        Response counted = ask(maker, "facets", "true");
        assertThat(counted.<List<String>>path("facets.counts.standing.value")).containsExactly("good", "suspended");
    }

    @Test
    void aStatusTurnsAtMidnightUtcWithoutAnyPublication() {
        Maker maker = Maker.verified();
        maker.published(Drafts.of("dated", "lock", Maker.freeGtin(), Drafts.until("2031-06-30"), ""));
        maker.published(Drafts.of("silent", "lock", Maker.freeGtin(), "", ""));

        TestClock.set(Instant.parse("2031-01-01T12:00:00Z"));
        assertThat(names(maker, "support_status", "supported")).isEmpty();
        assertThat(names(maker, "support_status", "supported,ending")).containsExactly("dated");
        TestClock.set(Instant.parse("2030-12-31T23:59:58Z"));
        assertThat(names(maker, "support_status", "supported")).containsExactly("dated");
        TestClock.set(Instant.parse("2031-06-30T23:59:58Z"));
        assertThat(names(maker, "support_status", "ending")).containsExactly("dated");
        TestClock.set(Instant.parse("2031-07-01T00:00:01Z"));
        assertThat(names(maker, "support_status", "ended")).containsExactly("dated");
        assertThat(names(maker, "support_status", "not_stated")).containsExactly("silent");
    }

    @Test
    void yearsLeftCountWhatIsSureForAUnitBoughtToday() {
        Maker maker = Maker.verified();
        String period = "\"kind\": \"period_from_purchase\", \"months\": 36";
        maker.published(Drafts.of("a date", "lock", Maker.freeGtin(), Drafts.until("2031-06"), ""));
        maker.published(Drafts.of("a period", "lock", Maker.freeGtin(), period, ""));
        maker.published(Drafts.of(
                "no longer sold", "lock", Maker.freeGtin(), period + ", \"end_of_sales\": \"2026-01-01\"", ""));
        maker.published(
                Drafts.of("notice", "lock", Maker.freeGtin(), "\"kind\": \"notice_before_end\", \"months\": 24", ""));
        TestClock.set(Instant.parse("2029-06-30T10:00:00Z"));

        assertThat(names(maker, "support_years_left", "2")).containsExactly("a date", "a period", "notice");
        assertThat(names(maker, "support_years_left", "3")).containsExactly("a period");
    }

    @Test
    void theLongestSupportedComeFirstAndTheNewestChangesComeFirst() {
        Maker maker = Maker.verified();
        maker.published(Drafts.of("short", "lock", Maker.freeGtin(), Drafts.until("2028-01-01"), ""));
        maker.published(Drafts.of("long", "lock", Maker.freeGtin(), Drafts.until("2035-01"), ""));
        maker.published(Drafts.of("silent", "lock", Maker.freeGtin(), "", ""));

        assertThat(names(maker, "sort", "support_end")).containsExactly("long", "short", "silent");
        assertThat(names(maker, "sort", "changed")).containsExactly("silent", "long", "short");
    }

    @Test
    void onlyWhatChangedSinceAnIndexIsListed() {
        Maker maker = Maker.verified();
        String first = maker.published(Drafts.identityOnly("First"));
        maker.published(Drafts.identityOnly("Second"));
        int index = get("/v1/products/" + first).path("as_of_index");

        assertThat(names(maker, "changed_since_index", Integer.toString(index))).containsExactly("Second");
    }

    @Test
    void facetsCountAllThatWasFoundAndNotOnlyThePage() {
        Maker maker = Maker.verified();
        String end = TestClock.today().plusYears(5).toString();
        maker.published(Drafts.of("a", "camera", Maker.freeGtin(), Drafts.until(end), CAMERA_ONLY_HERE));
        maker.published(Drafts.of("b", "camera", Maker.freeGtin(), "", SHARING));
        maker.published(Drafts.of("c", "lock", Maker.freeGtin(), "", ""));

        Response found = get("/v1/products?limit=1&facets=true&manufacturer=" + maker.organisation);

        assertThat(found.<List<?>>path("items")).hasSize(1);
        assertThat(found.<Integer>path("facets.found")).isEqualTo(3);
        assertThat(found.<List<String>>path("facets.counts.category.value")).containsExactly("camera", "lock");
        assertThat(found.<List<Integer>>path("facets.counts.category.products")).containsExactly(2, 1);
        assertThat(found.<List<String>>path("facets.counts.support_status.value"))
                .containsExactly("not_stated", "supported");
        assertThat(found.<List<String>>path("facets.counts.collects.value")).containsExactly("camera", "location");
        assertThat(found.<List<Integer>>path("facets.counts.collects.products")).containsExactly(2, 1);
        assertThat(found.<List<String>>path("facets.counts.works_offline.value"))
                .containsExactly("no", "not_stated", "yes");
        assertThat(get("/v1/products?limit=1").<Object>path("facets")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "colour,red,this address takes category",
        "category,teapot,must be one of appliance",
        "support_status,fine,must be one of depends_on_purchase",
        "collects,dreams,must be one of account",
        "shared,perhaps,'must be one of no, not_stated, yes'",
        "works_offline,sometimes,must be one of",
        "listing,gone,must be one of listed",
        "criterion,OTA-1,OTA-1:yes",
        "criterion,OTA-99:yes,/v1/frameworks",
        "support_years_left,0,between 1 and 100",
        "changed_since_index,soon,between 0 and",
        "sort,price,must be one of changed",
        "sort,relevance,where q says to what",
        "facets,please,'must be one of false, true'",
        "limit,0,between 1 and 200",
        "manufacturer,me,a UUID",
    })
    void anUnknownFilterOrValueIsRefusedWithWhatIsAllowed(String filter, String value, String remedy) {
        Response refused = given().queryParam(filter, value).get("/v1/products");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("violations[0].field")).isEqualTo(filter);
        assertThat(refused.<String>path("violations[0].message")).contains(remedy);
    }

    private static Response ask(Maker maker, String filter, String value) {
        Response response = given().queryParam("manufacturer", maker.organisation)
                .queryParam(filter, value)
                .get("/v1/products");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response;
    }

    private static List<String> names(Maker maker, String filter, String value) {
        return ask(maker, filter, value).path("items.name");
    }
}
