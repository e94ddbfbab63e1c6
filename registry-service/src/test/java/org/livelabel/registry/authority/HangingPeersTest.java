package org.livelabel.registry.authority;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

/** What happens when those whom we ask take the question and keep silent, or do not know our token any more. */
@QuarkusTest
@Tag("slow")
@QuarkusTestResource(Peers.class)
class HangingPeersTest {
    private static final int MANY = 3 * AuthorizationSource.AT_ONCE;

    private final ExecutorService callers = Executors.newFixedThreadPool(MANY);

    @AfterEach
    void peersAnswer() {
        Peers.accountServiceAnswers();
        Peers.identityServerKeepsSilent(0);
        Peers.accountServiceRefuses(0);
        callers.shutdownNow();
    }

    @Test
    void aHangingAccountServiceHoldsAFewRequestsAndTheOthersAreAnsweredAtOnce() {
        String product = Maker.verified().published(Drafts.identityOnly("X"));
        Peers.accountServiceHangs();

        List<CompletableFuture<Response>> asked = askedByStrangers(MANY);
        await().until(() -> answered(asked) >= MANY - AuthorizationSource.AT_ONCE);
        int held = Peers.mostAskedWithin(Duration.ofSeconds(1));
        int read = get("/v1/products/" + product).statusCode();

        assertThat(held).isBetween(1, AuthorizationSource.AT_ONCE);
        assertThat(read).isEqualTo(200);
        assertThat(asked).allSatisfy(answer -> {
            assertThat(answer.join().statusCode()).isEqualTo(503);
            assertThat(answer.join().<String>path("type")).endsWith("/authority-unavailable");
            assertThat(answer.join().header("Retry-After")).isNotNull();
        });
    }

    @Test
    void whenAccountServiceAnswersAgainAllPlacesAreFree() {
        Peers.accountServiceHangs();
        askedByStrangers(MANY).forEach(CompletableFuture::join);
        Peers.accountServiceAnswers();

        List<CompletableFuture<Response>> asked = askedByStrangers(AuthorizationSource.AT_ONCE);

        // nobody is a member of an organisation that nobody knows
        assertThat(asked)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(404));
    }

    @Test
    void aTokenThatNeverComesDoesNotHoldThoseWhoComeAfter() {
        Peers.identityServerKeepsSilent(1);
        // so that a new token is asked for
        Peers.accountServiceRefuses(1);

        Response meanwhile = askedByStrangers(1).getFirst().join();
        Response after = askedByStrangers(1).getFirst().join();

        assertThat(meanwhile.statusCode()).isEqualTo(503);
        assertThat(after.statusCode()).isEqualTo(404);
    }

    @Test
    void anOwnTokenThatHasJustRunOutIsReplacedAndNobodyNoticesIt() {
        Maker maker = Maker.verified();
        int before = Peers.tokensPresented().size();
        Peers.accountServiceRefuses(1);

        int status = maker.asked()
                .get("/v1/organisations/" + maker.organisation + "/products")
                .statusCode();

        List<String> presented =
                Peers.tokensPresented().subList(before, Peers.tokensPresented().size());
        assertThat(status).isEqualTo(200);
        assertThat(presented).hasSize(2).doesNotHaveDuplicates().allMatch(token -> token.startsWith("Bearer "));
    }

    /** Each of another person, so that no answer is remembered. */
    @Test
    void ofOnePersonsManyRequestsOneAsksAndTheOthersShareWhatComesOfIt() {
        Peers.accountServiceHangs();
        Maker stranger = new Maker();

        List<CompletableFuture<Response>> asked = asked(AuthorizationSource.AT_ONCE, () -> stranger);
        await().until(() -> Peers.unanswered() > 0);
        asked.forEach(CompletableFuture::join);

        // each would have asked again after the one before it had waited in vain
        assertThat(Peers.unanswered()).isLessThanOrEqualTo(2);
        assertThat(asked)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(503));
    }

    private List<CompletableFuture<Response>> askedByStrangers(int count) {
        return asked(count, Maker::new);
    }

    private List<CompletableFuture<Response>> asked(int count, Supplier<Maker> who) {
        List<CompletableFuture<Response>> asked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Maker stranger = who.get();
            asked.add(CompletableFuture.supplyAsync(
                    () -> stranger.asked().get("/v1/organisations/" + stranger.organisation + "/products"), callers));
        }
        return asked;
    }

    private static long answered(List<CompletableFuture<Response>> asked) {
        return asked.stream().filter(CompletableFuture::isDone).count();
    }
}
