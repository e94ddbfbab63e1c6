package org.livelabel.registry.organisation;

/** What is known of organisations, as parts of other features' statements. Each question mark is a value. */
public final class OrganisationSql {
    private OrganisationSql() {}

    /** The organisations whose facts changed after an entry. The value is the entry's index. */
    public static String changedSince() {
        return "select o.id from projection.organisation o where o.as_of_index > ?";
    }
}
