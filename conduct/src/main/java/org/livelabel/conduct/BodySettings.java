package org.livelabel.conduct;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How bodies are received: whole, before anybody works on them. Networks without limits are those of {@link ConnectionSettings}. */
@ConfigMapping(prefix = "livelabel.bodies")
public interface BodySettings {
    /** The largest body that is held in memory. What an endpoint allows may be less. */
    @WithDefault("1M")
    MemorySize limit();

    /** From the end of the header to the end of such a body. A megabyte from a bad phone line takes 20 seconds. */
    @WithDefault("30S")
    Duration time();

    /** Being received at once from one address: the one that a trusted proxy names, see {@link ProxySettings}. */
    @WithDefault("64")
    int perAddress();

    /** Memory for all bodies until they are answered; one address gets the eighth part of it, or one body of the limit. */
    @WithDefault("48M")
    MemorySize memory();

    Large large();

    /** Bodies that go to a file first, and only from callers with a token: nobody else may fill a disk. */
    interface Large {
        /** The exact paths that take them. */
        Optional<Set<String>> paths();

        @WithDefault("2G")
        MemorySize limit();

        /** The longest for which we read one. */
        @WithDefault("2H")
        Duration time();

        /**
         * Within each such stretch of reading {@link #least()} has to arrive: half a kilobyte a second, a tenth of what the
         * worst phone line carries. While our disk is waited for nothing is counted.
         */
        @WithDefault("30S")
        Duration stretch();

        @WithDefault("16K")
        MemorySize least();

        /** Being received or read at once from one address. */
        @WithDefault("4")
        int perAddress();

        /** Being received or read at once; each may hold its limit on the disk. */
        @WithDefault("16")
        int overall();

        /** Where the files are; the temporary folder unless told. They have no name there and vanish with the process. */
        Optional<String> folder();
    }
}
