-- every disclosure that was ever published, by its number
create table projection.disclosure_version (
  product_id uuid not null,
  version int not null,
  as_of_index bigint not null,
  published_at timestamptz not null,
  effective_on date not null,
  claimant text not null,
  sha256 text not null,
  media_type text not null,
  size bigint not null,
  material boolean,
  change_codes text not null,
  notes_sha256 text,
  constraint disclosure_version_pk primary key (product_id, version),
  constraint disclosure_version_version_check check (version >= 1)
);
grant select, insert, update, delete on projection.disclosure_version to ${app};

-- it is filled from the log at the next start
delete from projection.position;
