select g.gtin, p.state, m.name, q.name
from projection.gtin_period g
join projection.product p on p.id = g.product_id
join projection.organisation m on m.id = p.manufacturer_id
join projection.organisation q on q.id = p.publisher_id
where g.gtin in (%s) and g.released_at is null;
