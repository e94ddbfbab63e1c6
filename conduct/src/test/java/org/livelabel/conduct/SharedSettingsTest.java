package org.livelabel.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SharedSettingsTest {
    /** Neither in clear text, which ArmourTest of every service tries, nor where somebody lets a service speak TLS itself. */
    @Test
    void noServiceOffersHttp2() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/META-INF/microprofile-config.properties")) {
            settings.load(file);
        }

        assertThat(settings.getProperty("quarkus.http.http2")).isEqualTo("false");
    }
}
