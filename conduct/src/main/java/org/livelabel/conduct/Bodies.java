package org.livelabel.conduct;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.connection.Networks;
import org.livelabel.conduct.connection.Places;

/**
 * Receives every body whole before anybody works on it, on the event loop: who sends slowly holds a socket and some memory,
 * never a worker. Small bodies are kept in memory, large ones go to a file, if their sender has a token.
 */
@ApplicationScoped
class Bodies {
    /** Where a large body is found by {@link LargeBodyFilter}. */
    static final String LARGE = "livelabel.large-body";
    /** After the one that finds out who is asking. */
    private static final int AFTER_AUTHENTICATION = 100;

    private static final long TO_READ_WHY = 2_000;

    private final BodySettings settings;
    private final ConnectionSettings connections;
    private final Refusals refusals;
    private final TrustedProxies proxies;
    private final Vertx vertx;
    private final MeterRegistry metrics;
    LongSupplier nanos = System::nanoTime;

    Bodies(
            BodySettings settings,
            ConnectionSettings connections,
            Refusals refusals,
            TrustedProxies proxies,
            Vertx vertx,
            MeterRegistry metrics) {
        this.settings = settings;
        this.connections = connections;
        this.refusals = refusals;
        this.proxies = proxies;
        this.vertx = vertx;
        this.metrics = metrics;
    }

    void register(@Observes Filters filters) {
        Networks exempt = ConnectionSettings.limits(connections).exempt();
        Places memory = Places.forBodies(
                settings.memory().asLongValue(), settings.limit().asLongValue(), exempt);
        Places small = new Places(settings.perAddress(), Integer.MAX_VALUE, exempt);
        Places large =
                new Places(settings.large().perAddress(), settings.large().overall(), exempt);
        measure(memory, small, large);
        Set<String> paths = settings.large().paths().orElse(Set.of());
        WorkerExecutor disk = paths.isEmpty() ? null : vertx.createSharedWorkerExecutor("large-bodies", 4);
        filters.register(
                context -> {
                    if (!announcesBody(context.request())) {
                        context.next();
                    } else if (disk != null && paths.contains(context.normalizedPath())) {
                        ifKnown(context, () -> new LargeBody(context, disk, large).receive());
                    } else {
                        new SmallBody(context, small, memory).receive();
                    }
                },
                AFTER_AUTHENTICATION);
    }

    private void measure(Places memory, Places small, Places large) {
        Gauge.builder("livelabel.bodies.memory", memory, Places::taken)
                .baseUnit("bytes")
                .register(metrics);
        Gauge.builder("livelabel.bodies.memory.limit", settings.memory(), MemorySize::asLongValue)
                .baseUnit("bytes")
                .strongReference(true)
                .register(metrics);
        Gauge.builder("livelabel.bodies.held", small, Places::taken)
                .tag("size", "small")
                .register(metrics);
        Gauge.builder("livelabel.bodies.held", large, Places::taken)
                .tag("size", "large")
                .register(metrics);
    }

    private static boolean announcesBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** Who is nobody is answered without being heard: the endpoint refuses, and the rest of the body is not wanted. */
    private static void ifKnown(RoutingContext context, Runnable receive) {
        Uni<SecurityIdentity> identity = context.get(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
        if (identity == null) {
            unheard(context);
            return;
        }
        Context here = context.vertx().getOrCreateContext();
        identity.subscribe()
                .with(
                        known -> here.runOnContext(now -> {
                            if (known == null || known.isAnonymous()) {
                                unheard(context);
                            } else {
                                receive.run();
                            }
                        }),
                        failed -> here.runOnContext(now -> unheard(context)));
    }

    private static void unheard(RoutingContext context) {
        if (context.response().headWritten()) {
            // a token that does not count is refused while we ask whose it is
            hangUp(context.request());
            return;
        }
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        context.addEndHandler(done -> hangUp(context.request()));
        context.next();
    }

    /** What was written before still gets there. */
    private static void hangUp(HttpServerRequest request) {
        request.connection().close();
    }

    /** What both kinds of body have in common: a place, an end by success or refusal, and that nothing is counted twice. */
    private abstract class Reception {
        final RoutingContext context;
        final HttpServerRequest request;
        private final Places places;
        final @Nullable InetAddress address;
        private final AtomicBoolean over = new AtomicBoolean();

        Reception(RoutingContext context, Places places) {
            this.context = context;
            this.request = context.request();
            this.places = places;
            this.address = proxies.caller(request);
        }

        abstract long limit();

        abstract void begin();

        abstract void take(Buffer chunk);

        abstract void complete();

        /** Gives back what is held, and in the end the place; called once. */
        abstract void letGo();

        final void receive() {
            if (packed()) {
                // RFC 9110, 15.5.16
                context.response().putHeader(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.IDENTITY);
                stopListening(Refusal.PACKED_BODY);
            } else if (announced() > limit()) {
                stopListening(Refusal.BODY_TOO_LARGE);
            } else if (!places.take(address)) {
                stopListening(Refusal.BUSY);
            } else {
                begin();
                request.handler(chunk -> {
                    if (!over.get()) {
                        take(chunk);
                    }
                });
                request.endHandler(done -> {
                    if (!over.get()) {
                        request.exceptionHandler(gone -> {});
                        complete();
                    }
                });
                request.exceptionHandler(gone -> end());
                if (HttpHeaders.CONTINUE.toString().equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                    context.response().writeContinue();
                    // or it would be said a second time by who reads the body
                    request.headers().remove(HttpHeaders.EXPECT);
                }
                request.resume();
            }
        }

        final void refuse(Refusal refusal) {
            if (end()) {
                stopListening(refusal);
            }
        }

        /** False if it was over before. */
        final boolean end() {
            if (!over.compareAndSet(false, true)) {
                return false;
            }
            letGo();
            return true;
        }

        /** To be called once, when nothing is held any more. */
        final void leave() {
            over.set(true);
            places.giveBack(address);
        }

        /** The rest is thrown away for a moment, so that a client that is still sending gets to read why. */
        private void stopListening(Refusal refusal) {
            over.set(true);
            request.handler(rest -> {});
            request.endHandler(done -> hangUp(request));
            request.exceptionHandler(gone -> {});
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            refusals.refuse(context, refusal);
            if (refusal == Refusal.BODY_TOO_SLOW) {
                hangUp(request);
            } else {
                request.resume();
                vertx.setTimer(TO_READ_WHY, late -> hangUp(request));
            }
        }

        private boolean packed() {
            String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
            return encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity");
        }

        private long announced() {
            try {
                String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
                return length == null ? 0 : Long.parseLong(length);
            } catch (NumberFormatException e) {
                return Long.MAX_VALUE;
            }
        }
    }

    private final class SmallBody extends Reception {
        private final Buffer body = Buffer.buffer();
        private final Places memory;
        private long timer;

        SmallBody(RoutingContext context, Places places, Places memory) {
            super(context, places);
            this.memory = memory;
        }

        @Override
        long limit() {
            return settings.limit().asLongValue();
        }

        @Override
        void begin() {
            timer = vertx.setTimer(settings.time().toMillis(), late -> refuse(Refusal.BODY_TOO_SLOW));
        }

        @Override
        void take(Buffer chunk) {
            if (body.length() + chunk.length() > limit()) {
                refuse(Refusal.BODY_TOO_LARGE);
            } else if (memory.take(address, chunk.length())) {
                body.appendBuffer(chunk);
            } else {
                refuse(Refusal.BUSY);
            }
        }

        /** It holds its place and its memory until it is answered: it may wait for a worker for a while. */
        @Override
        void complete() {
            vertx.cancelTimer(timer);
            context.addEndHandler(done -> end());
            ((RoutingContextInternal) context).setBody(body);
            context.next();
        }

        @Override
        void letGo() {
            vertx.cancelTimer(timer);
            memory.giveBack(address, body.length());
            leave();
        }
    }

    private final class LargeBody extends Reception {
        private final WorkerExecutor disk;
        private final BodyFile file;
        private final Pace pace = new Pace(settings.large(), nanos);
        private long received;
        private long timer;

        LargeBody(RoutingContext context, WorkerExecutor disk, Places places) {
            super(context, places);
            this.disk = disk;
            this.file = new BodyFile(
                    Path.of(settings.large().folder().orElse(System.getProperty("java.io.tmpdir"))), this::leave);
        }

        @Override
        long limit() {
            return settings.large().limit().asLongValue();
        }

        @Override
        void begin() {
            pace.reading();
            // late by a quarter at most
            long look = Math.max(1, settings.large().stretch().toMillis() / 4);
            timer = vertx.setPeriodic(look, now -> {
                if (pace.isTooSlow()) {
                    refuse(Refusal.BODY_TOO_SLOW);
                }
            });
            // whoever is cut off, or is never asked for it, leaves nothing behind
            context.addEndHandler(done -> disk.executeBlocking(file::closeUnlessRead, true));
        }

        @Override
        void take(Buffer chunk) {
            received += chunk.length();
            pace.arrived(chunk.length());
            if (received > limit()) {
                refuse(Refusal.BODY_TOO_LARGE);
                return;
            }
            request.pause();
            pace.paused();
            disk.executeBlocking(() -> file.append(chunk), true).onComplete(written -> {
                if (written.succeeded()) {
                    pace.reading();
                    request.resume();
                } else {
                    refuse(Refusal.BUSY);
                }
            });
        }

        @Override
        void complete() {
            vertx.cancelTimer(timer);
            context.put(LARGE, file);
            context.next();
        }

        /** The place is held until the file is closed: it is the disk that must not fill up. */
        @Override
        void letGo() {
            vertx.cancelTimer(timer);
            disk.executeBlocking(file::close, true);
        }
    }
}
