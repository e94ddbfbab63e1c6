-- every version of every policy, as it was published; texts are blobs
create table projection.policy_version (
  policy_id uuid not null,
  version int not null,
  organisation_id uuid not null,
  kind text not null,
  for_all boolean not null,
  effective_on date not null,
  published_at timestamptz not null,
  log_index bigint not null,
  data text not null,
  constraint policy_version_pk primary key (policy_id, version),
  constraint policy_version_log_index_key unique (log_index),
  constraint policy_version_version_check check (version >= 1)
);
create index policy_version_organisation_idx on projection.policy_version (organisation_id, kind, log_index);

-- the products that a version names, if it is not for all
create table projection.policy_product (
  policy_id uuid not null,
  version int not null,
  product_id uuid not null,
  constraint policy_product_pk primary key (policy_id, version, product_id)
);
create index policy_product_product_idx on projection.policy_product (product_id, policy_id);

-- what publications about products gave away: the policies must not be silent about it
create table projection.detected_change (
  log_index bigint not null,
  code text not null,
  product_id uuid not null,
  manufacturer_id uuid not null,
  constraint detected_change_pk primary key (log_index, code)
);
create index detected_change_manufacturer_idx on projection.detected_change (manufacturer_id, log_index);

grant select, insert, update, delete
  on projection.policy_version, projection.policy_product, projection.detected_change to ${app};

-- what was published before this release may hold what detected_change is made from
delete from projection.position;
