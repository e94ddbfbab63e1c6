package org.livelabel.conduct;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;
import org.jspecify.annotations.Nullable;

/**
 * A method that an address does not take is answered with 405, which says what may be asked (RFC 9110, 15.5.6). RESTEasy
 * Reactive does not say it, and answers 404 where the first class that an address might belong to does not know it.
 */
@Provider
public class AllowedMethods implements ContainerResponseFilter {
    private static final int NOT_ALLOWED = 405;

    private final Instance<ErrorPage> page;
    private final CurrentVertxRequest current;

    /** Made at the first refusal; there are as many as there are resource classes. */
    private volatile @Nullable List<RequestMapper<InitialMatch>> classes;

    AllowedMethods(Instance<ErrorPage> page, CurrentVertxRequest current) {
        this.page = page;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean bare =
                response.getStatus() == NOT_ALLOWED && !response.getHeaders().containsKey(HttpHeaders.ALLOW);
        if (!bare && response.getStatus() != 404) {
            return;
        }
        ResteasyReactiveRequestContext whole = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
        Set<String> allowed = allowed(whole);
        if (bare) {
            allow(response, allowed);
        } else if (!allowed.isEmpty() && !allowed.contains(request.getMethod())) {
            response.setStatus(NOT_ALLOWED);
            allow(response, allowed);
            say(response, request.getUriInfo().getPath());
        }
    }

    private static void allow(ContainerResponseContext response, Set<String> methods) {
        response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", methods));
    }

    /** A page where there was one, for people; a problem document everywhere else. */
    private void say(ContainerResponseContext response, String path) {
        MediaType form = response.getMediaType();
        if (page.isResolvable() && form != null && form.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            response.setEntity(page.get().html(NOT_ALLOWED, current.getCurrent()), new Annotation[0], form);
        } else {
            response.setEntity(
                    Refusal.of(NOT_ALLOWED).json(path), new Annotation[0], MediaType.valueOf(Refusal.MEDIA_TYPE));
        }
    }

    /**
     * Asks every class once more, for every method. An address belongs to what spells most of it out: {@code /a/b:c} to
     * {@code /a/{x}:c} and not to {@code /a/{x}}.
     *
     * @return empty if there is no such address
     */
    private Set<String> allowed(ResteasyReactiveRequestContext context) {
        String path = context.getPathWithoutPrefix();
        Set<String> methods = new TreeSet<>();
        int most = 0;
        for (Match match : matches(classes(context), path)) {
            if (match.spelled > most) {
                most = match.spelled;
                methods.clear();
            }
            if (match.spelled == most) {
                methods.add(match.method);
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }

    /** @param spelled how many letters of the address the method's template has itself */
    private record Match(String method, int spelled) {}

    private static List<Match> matches(List<RequestMapper<InitialMatch>> classes, String path) {
        List<Match> matches = new ArrayList<>();
        for (RequestMapper<InitialMatch> one : classes) {
            RequestMapper.RequestMatch<InitialMatch> of = one.map(path);
            if (of == null) {
                continue;
            }
            for (ServerRestHandler handler : of.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    matches.addAll(matches(routing, of));
                }
            }
        }
        return matches;
    }

    private static List<Match> matches(ClassRoutingHandler routing, RequestMapper.RequestMatch<InitialMatch> of) {
        String remaining = of.remaining.isEmpty() ? "/" : of.remaining;
        List<Match> matches = new ArrayList<>();
        routing.getMappers().forEach((method, resources) -> {
            var found = method == null ? null : resources.map(remaining);
            if (found != null) {
                int further = remaining.equals("/") ? 0 : found.template.literalCharacterCount;
                matches.add(new Match(method, of.template.literalCharacterCount + further));
            }
        });
        return matches;
    }

    /** A router for each class: together they forget those that begin with fewer of the same letters. */
    private List<RequestMapper<InitialMatch>> classes(ResteasyReactiveRequestContext context) {
        List<RequestMapper<InitialMatch>> known = classes;
        if (known == null) {
            known = context.getDeployment().getClassMappers().stream()
                    .map(one -> new RequestMapper<>(new ArrayList<>(List.of(one))))
                    .toList();
            classes = known;
        }
        return known;
    }
}
