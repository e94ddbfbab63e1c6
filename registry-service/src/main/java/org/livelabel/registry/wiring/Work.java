package org.livelabel.registry.wiring;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;

/** What a transaction is for, and with it how much patience its statements deserve. */
public enum Work {
    /** A request that changes nothing, or that comes without a token and so cannot. */
    READ,
    /** A request that may change something. */
    WRITE,
    /** Workers, the start of the service, commands, the export and withholding. */
    LONG;

    private static final ScopedValue<Work> TOLD = ScopedValue.newInstance();

    /** Runs something that is longer than the request it is done for. */
    public static void atLength(Runnable task) {
        ScopedValue.where(TOLD, LONG).run(task);
    }

    /** The same for something that has an answer. */
    public static <T> T atLength(Supplier<T> task) {
        return ScopedValue.where(TOLD, LONG).call(task::get);
    }

    static Work now() {
        if (TOLD.isBound()) {
            return TOLD.get();
        }
        if (!Arc.container().requestContext().isActive()) {
            return LONG;
        }
        RoutingContext context =
                Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
        return context == null ? LONG : of(context.request());
    }

    private static Work of(HttpServerRequest request) {
        boolean safe = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return safe || !request.headers().contains(HttpHeaders.AUTHORIZATION) ? READ : WRITE;
    }
}
