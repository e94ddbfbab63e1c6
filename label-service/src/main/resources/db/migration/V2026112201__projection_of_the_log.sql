-- Everything here is derived from the public log and may be dropped and rebuilt from index 0.

create table feed_position (
    -- one row: the log is one
    id         smallint    not null constraint feed_position_pk primary key
                           constraint feed_position_one_row_check check (id = 1),
    source     text        not null,
    last_index bigint      not null constraint feed_position_last_index_check check (last_index >= 0),
    -- whether the end of the log was reached at least once since index 0
    caught_up  boolean     not null
);

create table blob (
    sha256     text        not null constraint blob_pk primary key
                           constraint blob_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
    -- null: withheld by the registry for legal reasons
    bytes      bytea
);

create table organisation (
    id              uuid    not null constraint organisation_pk primary key,
    kind            text    not null,
    country         text,
    verified        boolean not null,
    suspended       boolean not null,
    document_sha256 text    not null,
    as_of_index     bigint  not null
);

create table product (
    id                 uuid        not null constraint product_pk primary key,
    label_code         text        not null constraint product_label_code_key unique,
    device_group       text        not null,
    category           text        not null,
    document_sha256    text        not null,
    manufacturer_id    uuid        not null,
    publisher_id       uuid        not null,
    registered_at      timestamptz not null,
    withdrawn_at       timestamptz,
    withdrawal_sha256  text,
    as_of_index        bigint      not null
);

create table product_gtin (
    gtin       text not null constraint product_gtin_pk primary key
                    constraint product_gtin_gtin_check check (gtin ~ '^[0-9]{14}$'),
    product_id uuid not null,
    position   int  not null
);

create index product_gtin_product_idx on product_gtin (product_id, position);

create table support_version (
    log_index               bigint      not null constraint support_version_pk primary key,
    product_id              uuid        not null,
    version                 int         not null,
    change                  text        not null,
    kind                    text        not null,
    end_of_security_support text,
    months                  int,
    general_availability    date,
    end_of_sales            text,
    end_of_feature_updates  text,
    manufacturer_id         uuid        not null,
    publisher_id            uuid        not null,
    published_at            timestamptz not null,
    effective_on            date        not null,
    document_sha256         text        not null,
    constraint support_version_product_key unique (product_id, version)
);

create table disclosure_version (
    log_index       bigint      not null constraint disclosure_version_pk primary key,
    product_id      uuid        not null,
    version         int         not null,
    manufacturer_id uuid        not null,
    publisher_id    uuid        not null,
    published_at    timestamptz not null,
    effective_on    date        not null,
    document_sha256 text        not null,
    constraint disclosure_version_product_key unique (product_id, version)
);

grant select, insert, update, delete
    on feed_position, blob, organisation, product, product_gtin, support_version, disclosure_version
    to ${app};
