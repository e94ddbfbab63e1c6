-- Publishes copies %1$d to %2$d: each a device of the sample data with a GTIN and a name of its own, and one of the sample
-- disclosures. Four entries each, in the log's own format; the projections are rebuilt from them afterwards.
create temporary table copy on commit drop as
select n,
       md5('product ' || n)::uuid as id,
       lpad(upper(to_hex(n)), 9, '0') as label_code,
       '0952900' || lpad(n::text, 6, '0') || mod(10 - mod(
         53 + n / 100000 + 3 * mod(n / 10000, 10) + mod(n / 1000, 10)
            + 3 * mod(n / 100, 10) + mod(n / 10, 10) + 3 * mod(n, 10), 10), 10) as gtin,
       device.registered, device.gtins, device.support,
       disclosure.event as disclosure,
       device.identity || jsonb_build_object('name', device.identity ->> 'name' || ' ' || n) as identity
from generate_series(%1$d, %2$d) n
join bench.device on device.rank = mod(n, (select count(*) from bench.device))
join bench.disclosure on disclosure.rank = mod(n, (select count(*) from bench.disclosure));

insert into log.blob (sha256, media_type, bytes)
select encode(sha256(convert_to(identity::text, 'UTF8')), 'hex'), 'application/json', convert_to(identity::text, 'UTF8')
from copy;

insert into log.entry (index, publication_id, type, subject, published_at, event)
with part as (
  select n, id, 1 as rank, registered as event,
         jsonb_build_object(
           'label_code', label_code,
           'document', jsonb_build_object(
             'sha256', encode(sha256(convert_to(identity::text, 'UTF8')), 'hex'),
             'media_type', 'application/json',
             'size', octet_length(convert_to(identity::text, 'UTF8')))) as data
  from copy
  union all
  select n, id, 2, gtins, jsonb_build_object('taken', jsonb_build_array(gtin), 'gtins', jsonb_build_array(gtin)) from copy
  union all
  select n, id, 3, support, '{}'::jsonb from copy
  union all
  select n, id, 4, disclosure
           || jsonb_build_object('manufacturer', registered -> 'manufacturer', 'publisher', registered -> 'publisher'),
         '{}'::jsonb
  from copy
), numbered as (
  select part.*,
         head.size + row_number() over (order by n, rank) - 1 as index,
         -- one moment for what one command publishes
         head.last_time + (n - %1$d) * interval '1 microsecond' as at
  from part, log.head
)
select index,
       md5('publication ' || index)::uuid,
       event ->> 'type',
       'products/' || id,
       at,
       convert_to(
         (event || jsonb_build_object(
           'id', lpad(index::text, 12, '0'),
           'subject', 'products/' || id,
           'time', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
           'publicationid', md5('publication ' || index)::uuid,
           'data', (event -> 'data') || data))::text,
         'UTF8')
from numbered
order by index;

update log.head set size = (select max(index) + 1 from log.entry), last_time = (select max(published_at) from log.entry);

insert into work.product (id, label_code, publisher_id, manufacturer_id, product_ref, sort_name, draft_version,
  published_version, created_at, updated_at)
select id, label_code, (registered ->> 'publisher')::uuid, (registered ->> 'manufacturer')::uuid, 'copy-' || n,
       lower(identity ->> 'name'), 1, 1, now(), now()
from copy;
