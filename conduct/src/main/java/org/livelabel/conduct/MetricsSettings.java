package org.livelabel.conduct;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How metrics are gathered that somebody else has to be asked for. What they mean is in docs/metrics.md. */
@ConfigMapping(prefix = "livelabel.metrics")
public interface MetricsSettings {
    /** An answer is kept for so long, however many scrape; and who did not answer is not asked again before. */
    @WithDefault("10S")
    Duration fresh();
}
