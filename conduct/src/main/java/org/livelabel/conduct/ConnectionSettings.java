package org.livelabel.conduct;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.livelabel.conduct.connection.Limits;
import org.livelabel.conduct.connection.Networks;

/** What a client's connection is granted. Zero switches a limit off. */
@ConfigMapping(prefix = "livelabel.connections")
public interface ConnectionSettings {
    /** For a request's header, from the connection's begin; a byte now and then does not prolong it. */
    @WithDefault("10S")
    Duration headTime();

    /** Between an answer and the next request. Above the 60 seconds for which our own clients keep a connection. */
    @WithDefault("75S")
    Duration idleTime();

    /** How long a client may take nothing of an answer. A slow download goes on, a stopped one does not. */
    @WithDefault("60S")
    Duration unreadTime();

    /**
     * Open at once from one address (IPv6: one /64). A browser opens six. The loopback counts like any other: the processes
     * of a whole {@code ./start} stay below it; a bench that wants more names its network under exempt.
     */
    @WithDefault("200")
    int perAddress();

    /** Open at once, from everybody, for each port. Above it nobody gets in, so it belongs below the limit of open files. */
    @WithDefault("10000")
    int overall();

    /**
     * Networks that may hold any number: a proxy in front, behind which everybody has its address. It has to count for
     * itself then. Not implied by {@link ProxySettings#trusted()}: under {@code ./start} the loopback is trusted, not exempt.
     */
    Optional<List<String>> exempt();

    /** For the guard. It closes without a word, so bodies are left to those who can answer 408. */
    static Limits limits(ConnectionSettings settings) {
        return new Limits(
                settings.headTime(),
                Duration.ZERO,
                settings.idleTime(),
                settings.unreadTime(),
                settings.perAddress(),
                settings.overall(),
                new Networks(settings.exempt().orElse(List.of())));
    }
}
