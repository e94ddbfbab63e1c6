package org.livelabel.conduct;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** What pages of other sites may do in a visitor's browser. */
@ConfigMapping(prefix = "livelabel.cross-origin")
public interface CrossOriginSettings {
    /** Whether they may read what everybody may read. */
    @WithDefault("false")
    boolean reads();

    /** Exact paths to which they may POST a question. */
    Optional<Set<String>> questions();

    /** Headers of the answer that their scripts see. */
    @WithDefault("ETag")
    String exposed();
}
