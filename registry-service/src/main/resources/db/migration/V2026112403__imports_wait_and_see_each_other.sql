-- An import that met something passing is put off; its lines stay pending.
alter table work.import add column attempts int not null default 0, add column next_attempt_at timestamptz;
alter table work.import
  add constraint import_attempts_check check (attempts >= 0);

alter table work.import_row add column repeats_line bigint;

-- What the lines of a dry run would have taken, while it goes on; an empty GTIN is the product itself.
create table work.rehearsal (
  import_id uuid not null,
  gtin text not null,
  product_ref text not null,
  line_no bigint not null,
  constraint rehearsal_pk primary key (import_id, product_ref, gtin),
  constraint rehearsal_import_fk foreign key (import_id) references work.import (id) on delete cascade
);
create index rehearsal_gtin_idx on work.rehearsal (import_id, gtin);
grant select, insert, update, delete on work.rehearsal to ${app};
