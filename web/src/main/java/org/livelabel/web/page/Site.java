package org.livelabel.web.page;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.livelabel.conduct.Sha256;
import org.livelabel.web.wiring.WebSettings;
import org.livelabel.web.wording.Dates;

/** What the frame around every page needs. Addresses of files change with their content, so browsers may keep them. */
@Named("site")
@Singleton
public class Site {
    private final WebSettings settings;
    private final Moment moment;
    private final String stylesheet;
    private final String icons;

    Site(WebSettings settings, Moment moment) {
        this.settings = settings;
        this.moment = moment;
        this.stylesheet = versioned("/site.css");
        this.icons = versioned("/icons.svg");
    }

    public String stylesheet() {
        return stylesheet;
    }

    public String icons() {
        return icons;
    }

    /** Absolute: sign-in returns to the public address, and its cookie must have been set there. */
    public String myOrganisation() {
        return settings.publicUrl() + "/my-organisation";
    }

    public String registry() {
        return settings.registryPublicUrl().toString();
    }

    public String labels() {
        return settings.labelUrl().toString();
    }

    /** For instance "22 November 2026, 10:04". */
    public String now() {
        LocalTime time = LocalTime.ofInstant(moment.instant(), ZoneOffset.UTC);
        return Dates.day(today()) + ", " + String.format("%02d:%02d", time.getHour(), time.getMinute());
    }

    /** The UTC day on which the request came in. */
    public LocalDate today() {
        return moment.day();
    }

    private static String versioned(String file) {
        try (InputStream in = Site.class.getResourceAsStream("/META-INF/resources" + file)) {
            byte[] content = Objects.requireNonNull(in, file).readAllBytes();
            return file + "?v=" + Sha256.of(content).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
