-- Texts that the law keeps us from showing. The entries that name them stay; reads look here first.
create table log.withheld (
  sha256 text not null,
  reason text not null,
  constraint withheld_pk primary key (sha256),
  constraint withheld_blob_fk foreign key (sha256) references log.blob (sha256),
  constraint withheld_reason_check
    check (reason in ('personal_data', 'court_order', 'copyright', 'malware', 'other_law'))
);
create trigger withheld_append_only before update or delete on log.withheld
  for each row execute function log.refuse_change();
create trigger withheld_no_truncate before truncate on log.withheld
  for each statement execute function log.refuse_change();
grant select, insert on log.withheld to ${app};

-- The one change a blob can undergo: the bytes of withheld personal data go. They are never replaced.
alter table log.blob alter column bytes drop not null;
create function log.refuse_change_but_erasure() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.bytes is null and new.sha256 = old.sha256 and new.media_type = old.media_type
     and exists (select from log.withheld w where w.sha256 = old.sha256 and w.reason = 'personal_data') then
    return new;
  end if;
  raise exception 'the log is append-only: % on % is refused', tg_op, tg_table_name;
end $$;
drop trigger blob_append_only on log.blob;
create trigger blob_append_only before update or delete on log.blob
  for each row execute function log.refuse_change_but_erasure();

-- Nothing is withheld in silence: at commit the entry that says so must be there. Runs as the owner, because the
-- application may not change a blob.
create function log.publish_withholding() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from log.entry e
                 where e.subject = 'blobs/' || new.sha256 and e.type = 'org.livelabel.content.withheld.v1') then
    raise exception 'no entry says that % is withheld', new.sha256;
  end if;
  if new.reason = 'personal_data' then
    update log.blob set bytes = null where sha256 = new.sha256;
  end if;
  return null;
end $$;
create constraint trigger withheld_published after insert on log.withheld
  deferrable initially deferred for each row execute function log.publish_withholding();

create table projection.firmware_release (
  product_id uuid not null,
  release int not null,
  version text,
  minimum_version text,
  notes text,
  released_on date not null,
  image_sha256 text not null,
  image_size bigint not null,
  signed boolean not null,
  anti_rollback boolean not null,
  manufacturer_id uuid not null,
  publisher_id uuid not null,
  published_at timestamptz not null,
  effective_on date not null,
  document_sha256 text not null,
  withdrawn_at timestamptz,
  withdrawal_sha256 text,
  withdrawal_reason text,
  as_of_index bigint not null,
  constraint firmware_release_pk primary key (product_id, release),
  constraint firmware_release_version_key unique (product_id, version)
);
grant select, insert, update, delete on projection.firmware_release to ${app};

-- a product's state holds more than before: it is made again at the next start
truncate projection.position;
