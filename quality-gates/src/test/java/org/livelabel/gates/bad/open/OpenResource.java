package org.livelabel.gates.bad.open;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Bad on purpose: one endpoint does not say who may call it. */
@Path("/open")
class OpenResource {
    @GET
    @PermitAll
    public String read() {
        return "anyone";
    }

    @DELETE
    public void delete() {}
}
