package org.livelabel.conduct.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long is remembered what commands answered: it may hold texts that people wrote. */
@ConfigMapping(prefix = "livelabel.keep")
public interface AnswerSettings {
    /**
     * What a command answered, to give it again when the same Idempotency-Key comes again. Whoever repeats a request later than
     * this makes it anew.
     */
    @WithDefault("P7D")
    Duration answers();
}
