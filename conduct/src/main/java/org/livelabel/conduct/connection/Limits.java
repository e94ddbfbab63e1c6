package org.livelabel.conduct.connection;

import java.time.Duration;

/**
 * What a client is granted. Zero stands for no limit, of time or of number.
 *
 * @param head from the connection's begin, or from the first byte of a further request, to the end of the request's header
 * @param body from there to the end of the request; zero where bodies are watched elsewhere
 * @param idle between an answer and the first byte of the next request
 * @param unread how long a client may take nothing of an answer that waits for it
 * @param perAddress connections of one address at once
 * @param overall connections at once, for each port
 * @param exempt networks to which perAddress does not apply
 */
public record Limits(
        Duration head, Duration body, Duration idle, Duration unread, int perAddress, int overall, Networks exempt) {}
