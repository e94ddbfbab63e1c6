package org.livelabel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the caches that a running system has. */
@QuarkusTest
@WithTestResource(
        value = WebStack.class,
        initArgs = {@ResourceArg(name = "scheme", value = "https"), @ResourceArg(name = "cache", value = "true")})
class KeptExamplesTest {
    FakeRegistry registry;

    @ConfigProperty(name = "livelabel.public-url")
    String home;

    Browser browser;

    @BeforeEach
    void start() {
        registry.reset();
        browser = new Browser(home);
    }

    @AfterEach
    void reset() {
        TestClock.reset();
    }

    @Test
    void whatTheFirstPageShowedOnOneDayIsNotShownOnTheNext() {
        registry.lists(SampleProduct.named("View 2"));
        TestClock.staysBeforeMidnight();
        String before = browser.open("/").text();
        registry.reset();
        registry.lists(SampleProduct.named("View 2").status("ended").support("end_of_security_support", "2026-11-22"));

        String kept = browser.open("/").text();
        TestClock.passesMidnightAfter(0);
        String after = browser.open("/").text();

        assertThat(before).contains("View 2 Security updates until 30 June 2099 Supported");
        assertThat(kept).contains("View 2 Security updates until 30 June 2099 Supported");
        assertThat(after).contains("View 2 Security updates ended on 22 November 2026 Support ended");
    }
}
