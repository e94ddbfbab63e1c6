package org.livelabel.conduct;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** Where errors are pages, whoever asks for JSON and not for HTML gets a problem document all the same. */
@Provider
public class ProblemsForPrograms implements ContainerResponseFilter {
    private static final MediaType PROBLEM = MediaType.valueOf(Refusal.MEDIA_TYPE);

    private final Instance<ErrorPage> page;

    ProblemsForPrograms(Instance<ErrorPage> page) {
        this.page = page;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= 400 && page.isResolvable()) {
            String accept = request.getHeaderString(HttpHeaders.ACCEPT);
            MediaType answer = response.getMediaType();
            if (accept != null
                    && accept.contains("json")
                    && !accept.contains("html")
                    && answer != null
                    && answer.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                response.setEntity(Refusal.of(response.getStatus()).json(), new Annotation[0], PROBLEM);
            }
        }
    }
}
