-- chr(58) is a colon, which would be a variable to pgbench
select p.state, m.name, q.name
from (
  select s.product_id, s.name
  from projection.product_search s
  where s.category = '%1$s' and s.support_end > current_date + 180 and s.traits && array['collects' || chr(58) || '%2$s']
  order by s.name, s.product_id
  limit 51) s
join projection.product p on p.id = s.product_id
join projection.organisation m on m.id = p.manufacturer_id
join projection.organisation q on q.id = p.publisher_id
order by s.name, s.product_id;
