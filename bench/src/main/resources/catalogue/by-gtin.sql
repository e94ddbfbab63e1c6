-- the GTIN of a copy, as copies.sql makes it
\set n random(1, :copies)
\set check (10 - (53 + :n / 100000 + 3 * (:n / 10000 % 10) + :n / 1000 % 10 + 3 * (:n / 100 % 10) + :n / 10 % 10 + 3 * (:n % 10)) % 10) % 10
\set gtin 9529000000000 + :n * 10 + :check
select p.state, m.name, q.name
from projection.gtin_period g
join projection.product p on p.id = g.product_id
join projection.organisation m on m.id = p.manufacturer_id
join projection.organisation q on q.id = p.publisher_id
where g.gtin = '0' || :gtin and g.released_at is null;
