-- What copies are made of: every device of the sample data as its publications say it, and the first disclosures.
create schema bench;

create table bench.device as
select row_number() over (order by r.index) - 1 as rank,
       convert_from(r.event, 'UTF8')::jsonb as registered,
       convert_from(g.event, 'UTF8')::jsonb as gtins,
       convert_from(s.event, 'UTF8')::jsonb as support,
       convert_from(b.bytes, 'UTF8')::jsonb as identity
from log.entry r
join log.entry g on g.subject = r.subject and g.type = 'org.livelabel.gtins.changed.v1'
join log.entry s on s.subject = r.subject and s.type = 'org.livelabel.support.committed.v1'
join log.blob b on b.sha256 = convert_from(r.event, 'UTF8')::jsonb #>> '{data,document,sha256}'
where r.type = 'org.livelabel.product.registered.v1'
  -- listed by the operator: the devices; the sample maker's own products have longer histories
  and convert_from(r.event, 'UTF8')::jsonb ->> 'publisher' <> convert_from(r.event, 'UTF8')::jsonb ->> 'manufacturer';

create table bench.disclosure as
select row_number() over (order by index) - 1 as rank,
       type,
       convert_from(event, 'UTF8')::jsonb as event
from log.entry
where type = 'org.livelabel.disclosure.published.v1'
  and (convert_from(event, 'UTF8')::jsonb #>> '{data,version}')::int = 1;
