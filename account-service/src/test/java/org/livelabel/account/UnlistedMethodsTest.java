package org.livelabel.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.livelabel.account.testing.Surroundings;
import org.livelabel.gates.UnlistedMethods;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class UnlistedMethodsTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void aMethodThatAnAddressDoesNotTakeIsRefusedWithThoseThatItTakes() {
        assertThat(UnlistedMethods.offences(service, Path.of("../api/account-service.yaml")))
                .isEmpty();
    }
}
