-- The rows that one publication of a name and a support date writes: two documents, two entries, the product as it is read
-- and found, the draft's state, and the answer kept for a request that is repeated. The entries are of a type nobody reads.
\set n random(1, :copies)
begin;
insert into work.idempotency (organisation_id, key, request_sha256, created_at)
values (gen_random_uuid(), 'bench', 'bench', now()) returning organisation_id as caller \gset
select id from work.product where id = md5('product ' || :n)::uuid for update;
select name from projection.organisation limit 1;
insert into log.blob (sha256, media_type, bytes)
select encode(sha256(gen_random_uuid()::text::bytea), 'hex'), 'application/json', repeat('x', 200)::bytea
from generate_series(1, 2);
select size from log.head for update \gset
insert into log.entry (index, publication_id, type, subject, published_at, event)
select :size + i, gen_random_uuid(), 'org.livelabel.bench.v1', 'products/' || :caller, now(), repeat('x', 900)::bytea
from generate_series(0, 1) i;
insert into projection.product (id, label_code, manufacturer_id, publisher_id, state, as_of_index)
values (gen_random_uuid(), 'bench' || :size, :caller, :caller, repeat('x', 900), :size);
insert into projection.product_search (product_id, name, name_words, other_words, maker_words, category, device_group,
  manufacturer_id, publisher_id, listing, standing, support_kind, support_end, registered_on, traits, criteria, changed_index)
values (gen_random_uuid(), 'bench ' || :size, 'bench ' || :size, '', 'bench', 'sensor', 'other',
  :caller, :caller, 'listed', 'good', 'fixed_date', '2031-01-01', current_date, '{}', '{}', :size);
update log.head set size = :size + 2, last_time = greatest(last_time, now());
update projection.position set next_index = :size + 2;
update work.product set published_version = draft_version, updated_at = now() where id = md5('product ' || :n)::uuid;
update work.idempotency set body = repeat('x', 900) where organisation_id = :caller and key = 'bench';
commit;
