-- What products are found, sorted and counted by, apart from their state: narrow rows, so that counting reads little.
create table projection.product_search (
  product_id uuid not null,
  name text not null,
  name_words text not null,
  other_words text not null,
  maker_words text not null,
  words text not null generated always as (name_words || ' ' || other_words || ' ' || maker_words) stored,
  vector tsvector not null generated always as (
    setweight(to_tsvector('simple'::regconfig, name_words), 'A')
      || setweight(to_tsvector('simple'::regconfig, other_words || ' ' || maker_words), 'B')) stored,
  category text not null,
  device_group text not null,
  manufacturer_id uuid not null,
  publisher_id uuid not null,
  listing text not null,
  support_kind text not null,
  support_end date,
  support_months int,
  sold_from date,
  sold_until date,
  registered_on date not null,
  traits text[] not null,
  criteria text[] not null,
  changed_index bigint not null,
  constraint product_search_pk primary key (product_id),
  constraint product_search_support_end_check check ((support_kind = 'fixed_date') = (support_end is not null))
);
create index product_search_name_idx on projection.product_search (name, product_id);
create index product_search_category_idx on projection.product_search (category, name, product_id);
create index product_search_manufacturer_idx on projection.product_search (manufacturer_id, name, product_id);
create index product_search_publisher_idx on projection.product_search (publisher_id, name, product_id);
create index product_search_support_end_idx
  on projection.product_search (coalesce(support_end, date '0001-01-01'), product_id);
create index product_search_changed_idx on projection.product_search (changed_index, product_id);
create index product_search_vector_idx on projection.product_search using gin (vector);
create index product_search_words_idx on projection.product_search using gin (words gin_trgm_ops);
create index product_search_traits_idx on projection.product_search using gin (traits);
create index product_search_criteria_idx on projection.product_search using gin (criteria);

grant select, insert, update, delete on projection.product_search to ${app};

-- searching moved out of here, and with the columns go their indexes
alter table projection.product drop column search_text, drop column sort_name, drop column category;

-- everything is made from the log again at the next start
delete from projection.position;
