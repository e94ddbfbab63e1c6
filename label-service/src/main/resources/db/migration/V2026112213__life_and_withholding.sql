-- More of a product's life, and corrections of errors. Everything here is read from the log again from index 0.
truncate feed_position, blob, organisation, product, product_gtin, support_version, disclosure_version;

alter table product
    drop column withdrawn_at,
    drop column withdrawal_sha256,
    add column listing         text        not null,
    add column listing_since   timestamptz not null,
    add column listing_sha256  text,
    add column superseded_by   uuid,
    add column standing        text        not null,
    add column standing_since  timestamptz,
    add column standing_sha256 text;

alter table support_version
    add column error_corrected boolean not null;
