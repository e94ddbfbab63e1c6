package org.livelabel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.texts.LabelCode;

@QuarkusTest
@WithTestResource(WebStack.class)
class SearchTest {
    FakeRegistry registry;

    @ConfigProperty(name = "livelabel.public-url")
    String home;

    Browser browser;

    @BeforeEach
    void start() {
        registry.reset();
        browser = new Browser(home);
    }

    @Test
    void aRowSaysWhoMadeItUntilWhenAndWhoSaysSo() {
        registry.lists(SampleProduct.named("View 2"));
        registry.lists(SampleProduct.named("View phone")
                .listedByKeeper("https://en.wikipedia.org/wiki/P", "Wikipedia")
                .until("2098-04-01"));

        String text = browser.open("/search?q=view").text();

        assertThat(text)
                .contains("Halden Home View 2 Security updates until 30 June 2099 Supported")
                .contains("View phone Security updates until 1 April 2098 , says Sample data Not from the maker");
    }

    @Test
    void theKindNarrowsTheListAndStaysChosen() {
        registry.lists(SampleProduct.named("View 2"));
        registry.lists(SampleProduct.named("View phone").with("category", "phone"));

        Browser.Page page = browser.open("/search?q=view&category=phone");

        assertThat(page.text()).contains("View phone").doesNotContain("View 2");
        assertThat(page.body()).contains("<option value=\"phone\" selected>");
    }

    @Test
    void aKindThatDoesNotExistIsAnErrorThatKeepsTheWordsAndSaysWhichKindsThereAre() {
        registry.lists(SampleProduct.named("View 2"));

        Browser.Page page = browser.open("/search?q=view+%26&category=teapot");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text())
                .contains("There is no such kind of product You asked for “ teapot ”."
                        + " Choose one of these kinds: All kinds Cameras Phones Thermostats")
                .doesNotContain("View 2");
        assertThat(page.body())
                .contains("<title>Error: ")
                .contains("value=\"view &amp;\"")
                .doesNotContain("href=\"#category\"")
                .contains("href=\"/search?q=view+%26&amp;category=phone\"")
                .contains("aria-invalid=\"true\" aria-describedby=\"unknown\"");
        assertThat(page.body().indexOf("role=\"alert\"")).isLessThan(page.body().indexOf("<form"));
    }

    @Test
    void aLongListGoesOnWithTheSameWords() {
        for (int i = 1; i <= 5; i++) {
            registry.lists(SampleProduct.named("View & co " + i));
        }
        registry.pagesOf(2);

        Browser.Page first = browser.open("/search?q=view+%26");
        String next = first.body()
                .replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        Browser.Page second = browser.open(next);

        assertThat(first.text()).contains("co 1").contains("co 2").doesNotContain("co 3");
        assertThat(next).isEqualTo("/search?q=view+%26&category=&cursor=2");
        assertThat(second.text()).contains("co 3").contains("co 4").contains("Back to the start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4006381333931", "04006381333931", "4006381 333931", "4-006381-333931", " 4006381333931 "})
    void theNumberUnderABarcodeLeadsStraightToTheProduct(String typed) {
        SampleProduct product = SampleProduct.named("View 2");
        registry.lists(product);

        Browser.Page page = browser.open("/search?q=" + typed.replace(" ", "+"));

        assertThat(page.address().getPath()).isEqualTo("/products/" + product.id());
        assertThat(page.heading()).isEqualTo("View 2");
    }

    @ParameterizedTest
    @CsvSource({
        "4006381333932, 'ends in 2, its check digit should be 1'",
        "400638133393, 'ends in 3, its check digit should be'",
        "123456789012345, 'has 15 digits; a GTIN has 8, 12, 13 or 14'",
        "0000000000000, 'is all zeros'"
    })
    void aMistypedNumberIsExplainedBesideTheField(String typed, String problem) {
        Browser.Page page = browser.open("/search?q=" + typed);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains(problem);
        assertThat(page.text()).doesNotContain("Nothing here matches");
        assertThat(page.body())
                .contains("<title>Error: ")
                .contains("aria-invalid=\"true\"")
                .contains("value=\"" + typed + "\"");
        assertThat(page.body().indexOf("role=\"alert\"")).isLessThan(page.body().indexOf("<form"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%S", " %s "})
    void aLabelCodeWithASlipIsToldFromWordsThatMatchNothing(String spelling) {
        String code = LabelCode.draw(new Random(4711));
        String slip = code.substring(0, 3) + (code.charAt(3) == '7' ? '8' : '7') + code.substring(4);
        String typed = spelling.formatted(slip.substring(0, 4).toLowerCase() + "-" + slip.substring(4));

        Browser.Page page = browser.open("/search?q=" + typed.replace(" ", "+"));

        assertThat(page.text())
                .contains("“ " + typed.strip() + " ” looks like the code of a label with a typing mistake")
                .doesNotContain("Open that label");
        assertThat(page.body()).contains("value=\"" + typed.strip() + "\" aria-describedby=\"slip\"");
        assertThat(Html.complaints(page.body())).isEmpty();
    }

    @Test
    void aLabelCodeThatIsRightLeadsToTheLabel() {
        String code = LabelCode.draw(new Random(4711));

        Browser.Page page = browser.open("/search?q=" + code.toLowerCase());

        assertThat(page.body())
                .contains("<a href=\"" + WebStack.LABELS + "/l/" + code + "\">Open that label</a>")
                .doesNotContain("typing mistake");
    }

    @ParameterizedTest
    @ValueSource(strings = {"whirlpool", "thermostat", "view 2", "QE55Q60AU"})
    void wordsAreNotTakenForALabelCode(String words) {
        assertThat(browser.open("/search?q=" + words.replace(" ", "+")).text())
                .contains("Nothing here matches")
                .doesNotContain("the code of a label");
    }

    @Test
    void aModelThatIsFoundIsNoMistypedLabelCode() {
        registry.lists(SampleProduct.named("QE55Q60AA"));

        assertThat(browser.open("/search?q=QE55Q60AA").text())
                .contains("Halden Home QE55Q60AA")
                .doesNotContain("the code of a label");
    }

    @Test
    void aNumberThatNobodyListedIsNotCalledUnsafe() {
        Browser.Page page = browser.open("/search?q=4006381333931");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text())
                .contains("We have no label for 4006381333931")
                .contains("does not mean that it is unsafe");
    }

    @Test
    void shortNumbersAreWords() {
        registry.lists(SampleProduct.named("Pixel 11"));

        assertThat(browser.open("/search?q=11").text()).contains("Pixel 11");
    }

    @Test
    void anEmptyResultHelpsOn() {
        Browser.Page page = browser.open("/search?q=no+such+thing&category=camera");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Nothing here matches");
        assertThat(page.body()).contains("href=\"/search?q=no+such+thing\"");
    }

    @Test
    void whatWasTypedAndWhatWasPublishedIsTextNotMarkup() {
        registry.lists(SampleProduct.named("<img src=x onerror=alert(1)> \"View\" 'two'"));

        String found = browser.open("/search?q=%22View%22").body();
        String typed = browser.open("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&category=%22%3E%3Cb%3E")
                .body();

        assertThat(found).contains("&lt;img src=x onerror=alert(1)&gt;").doesNotContain("<img src=x");
        assertThat(typed)
                .contains("&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script")
                .doesNotContain("<b>");
    }

    @Test
    void aReadIsTriedOnceMore() {
        registry.lists(SampleProduct.named("View 2"));
        registry.fails(1);

        assertThat(browser.open("/search?q=view").status()).isEqualTo(200);
    }

    @Test
    void aRegistryThatStaysAwayIsSaidSo() {
        registry.fails(20);

        Browser.Page page = browser.open("/search?q=view");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("60");
        assertThat(page.heading()).isEqualTo("A part of LiveLabel does not answer just now");
    }

    @Test
    void aCursorOfAnotherListIsAnErrorWithAWayOn() {
        Browser.Page page = browser.open("/search?q=view&cursor=foreign");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("begin that list again");
        assertThat(List.of(page.body().split("\n"))).anyMatch(line -> line.contains("href=\"/search\""));
    }
}
