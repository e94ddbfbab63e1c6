-- What the operator says of a product is filtered and counted by as well.
delete from projection.product_search;
alter table projection.product_search add column standing text not null;

-- A release is shown as it was on a day before it was withdrawn, too.
delete from projection.firmware_release;
alter table projection.firmware_release add column published_index bigint not null;

-- everything is made from the log again at the next start
delete from projection.position;
