package org.livelabel.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.livelabel.web.service.Reads;
import org.livelabel.web.service.Unreadable;

/** Asks account-service anew for every page: authority is never kept here. */
@ApplicationScoped
public class Accounts {
    private final AccountApi api;
    private final Unreadable unreadable;

    Accounts(@RestClient AccountApi api, Unreadable unreadable) {
        this.api = api;
        this.unreadable = unreadable;
    }

    public Me me() {
        return Me.of(unreadable.read("me", Reads.from(Reads.ACCOUNTS, api::me)));
    }
}
