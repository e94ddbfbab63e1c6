-- log: what was published. Appended to, never changed.
create schema log;

create table log.head (
  singleton boolean not null default true,
  size bigint not null,
  last_time timestamptz not null,
  constraint head_pk primary key (singleton),
  constraint head_singleton_check check (singleton),
  constraint head_size_check check (size >= 0)
);
insert into log.head (size, last_time) values (0, timestamptz '1970-01-01 00:00:00+00');

create table log.blob (
  sha256 text not null,
  media_type text not null,
  bytes bytea not null,
  constraint blob_pk primary key (sha256),
  constraint blob_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint blob_bytes_check check (octet_length(bytes) <= 8388608)
);

create table log.entry (
  index bigint not null,
  publication_id uuid not null,
  type text not null,
  subject text not null,
  published_at timestamptz not null,
  event bytea not null,
  constraint entry_pk primary key (index),
  constraint entry_publication_id_key unique (publication_id),
  constraint entry_index_check check (index >= 0),
  constraint entry_event_check check (octet_length(event) <= 16384)
);
create index entry_subject_idx on log.entry (subject, index);

create function log.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % on % is refused', tg_op, tg_table_name;
end $$;
create trigger entry_append_only before update or delete on log.entry
  for each row execute function log.refuse_change();
create trigger entry_no_truncate before truncate on log.entry
  for each statement execute function log.refuse_change();
create trigger blob_append_only before update or delete on log.blob
  for each row execute function log.refuse_change();
create trigger blob_no_truncate before truncate on log.blob
  for each statement execute function log.refuse_change();

grant usage on schema log to ${app};
grant select, update on log.head to ${app};
grant select, insert on log.entry, log.blob to ${app};

-- projection: what can be read. Everything here can be emptied and is rebuilt from the log.
create extension if not exists pg_trgm;
create schema projection;

create table projection.position (
  singleton boolean not null default true,
  next_index bigint not null,
  constraint position_pk primary key (singleton),
  constraint position_singleton_check check (singleton)
);

create table projection.organisation (
  id uuid not null,
  name text not null,
  sort_name text not null,
  kind text not null,
  country text,
  contact text,
  verified boolean not null,
  suspended boolean not null,
  registered_at timestamptz not null,
  as_of_index bigint not null,
  constraint organisation_pk primary key (id)
);
create index organisation_sort_idx on projection.organisation (sort_name, id);

create table projection.product (
  id uuid not null,
  label_code text not null,
  manufacturer_id uuid not null,
  publisher_id uuid not null,
  category text not null,
  sort_name text not null,
  search_text text not null,
  state text not null,
  as_of_index bigint not null,
  constraint product_pk primary key (id),
  constraint product_label_code_key unique (label_code)
);
create index product_sort_idx on projection.product (sort_name, id);
create index product_manufacturer_idx on projection.product (manufacturer_id, sort_name, id);
create index product_publisher_idx on projection.product (publisher_id, sort_name, id);
create index product_category_idx on projection.product (category, sort_name, id);
create index product_search_idx on projection.product using gin (search_text gin_trgm_ops);

-- a GTIN leads to one product at a time; past periods stay, for "what was it on that day"
create table projection.gtin_period (
  gtin text not null,
  from_index bigint not null,
  product_id uuid not null,
  taken_at timestamptz not null,
  released_at timestamptz,
  constraint gtin_period_pk primary key (gtin, from_index),
  constraint gtin_period_gtin_check check (gtin ~ '^[0-9]{14}$')
);
create unique index gtin_period_current_key on projection.gtin_period (gtin) where released_at is null;
create index gtin_period_product_idx on projection.gtin_period (product_id);

grant usage on schema projection to ${app};
grant select, insert, update, delete on all tables in schema projection to ${app};

-- work: what is not public, and what makes commands safe to repeat. Never rebuilt.
create schema work;

create table work.product (
  id uuid not null,
  label_code text not null,
  publisher_id uuid not null,
  manufacturer_id uuid not null,
  product_ref text,
  sort_name text not null,
  content text,
  draft_version int not null,
  published_version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint product_pk primary key (id),
  constraint product_label_code_key unique (label_code),
  constraint product_publisher_product_ref_key unique (publisher_id, product_ref),
  constraint product_draft_version_check check (draft_version >= 0 and published_version <= draft_version)
);
create index product_publisher_idx on work.product (publisher_id, sort_name, id);

create table work.idempotency (
  organisation_id uuid not null,
  key text not null,
  request_sha256 text not null,
  body text,
  created_at timestamptz not null,
  constraint idempotency_pk primary key (organisation_id, key)
);
create index idempotency_created_idx on work.idempotency (created_at);

create table work.import (
  id uuid not null,
  publisher_id uuid not null,
  publish boolean not null,
  dry_run boolean not null,
  state text not null,
  total bigint not null,
  done bigint not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  constraint import_pk primary key (id),
  constraint import_state_check check (state in ('receiving', 'accepted', 'running', 'finished'))
);
create index import_unfinished_idx on work.import (created_at) where state in ('accepted', 'running');

create table work.import_row (
  import_id uuid not null,
  line_no bigint not null,
  line text,
  refused text,
  result text,
  product_id uuid,
  product_ref text,
  detail text,
  constraint import_row_pk primary key (import_id, line_no),
  constraint import_row_import_fk foreign key (import_id) references work.import (id) on delete cascade,
  constraint import_row_result_check
    check (result in ('published', 'drafted', 'unchanged', 'would_publish', 'would_draft', 'failed'))
);
create index import_row_result_idx on work.import_row (import_id, result, line_no);

grant usage on schema work to ${app};
grant select, insert, update, delete on all tables in schema work to ${app};
