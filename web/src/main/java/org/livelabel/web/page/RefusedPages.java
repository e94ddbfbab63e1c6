package org.livelabel.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import org.livelabel.conduct.ErrorPage;

/** What browsers see where no page of ours was asked. */
@ApplicationScoped
class RefusedPages implements ErrorPage {
    @Override
    public String html(int status) {
        return String.valueOf(ErrorPages.of(status).getEntity());
    }
}
