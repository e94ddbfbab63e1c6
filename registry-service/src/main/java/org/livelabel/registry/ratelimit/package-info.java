/**
 * How much a caller without a token may ask (RateLimit header fields, draft-ietf-httpapi-ratelimit-headers-10). Counters
 * are in memory only, by a salted digest of the address; no address is stored or written anywhere.
 */
@NullMarked
package org.livelabel.registry.ratelimit;

import org.jspecify.annotations.NullMarked;
