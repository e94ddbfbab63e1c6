package org.livelabel.registry.policy;

/**
 * What policies say of products, as parts of other features' statements: who searches asks about many products at once. Each
 * question mark is a value.
 */
public final class PolicySql {
    private PolicySql() {}

    /**
     * Whether the version of a policy of the maker that is in effect on a day is for the product. The values are the kind of
     * policy, the day, and the day once more.
     *
     * @param product the column with the product's id
     * @param maker the column with its manufacturer's
     */
    public static String covers(String product, String maker) {
        return """
                exists (select 1 from projection.policy_version v
                  where v.organisation_id = %s and v.kind = ? and v.effective_on <= cast(? as date)
                  and not exists (select 1 from projection.policy_version later
                    where later.policy_id = v.policy_id and later.version > v.version and later.effective_on <= cast(? as date))
                  and (v.for_all or exists (select 1 from projection.policy_product p
                    where p.policy_id = v.policy_id and p.version = v.version and p.product_id = %s)))""".formatted(maker, product);
    }

    /**
     * The organisations with a policy that is or was for all their products, and of which a version was published after an
     * entry. The value is the entry's index.
     */
    public static String organisationsChangedSince() {
        return """
                select v.organisation_id from projection.policy_version v
                  join projection.policy_version newer on newer.policy_id = v.policy_id
                  where v.for_all and newer.log_index > ?""";
    }

    /** The products that such a policy names or named. The value is the entry's index. */
    public static String productsChangedSince() {
        return """
                select p.product_id from projection.policy_product p
                  join projection.policy_version newer on newer.policy_id = p.policy_id where newer.log_index > ?""";
    }
}
