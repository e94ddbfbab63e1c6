create table work.schedule (
  product_id uuid not null,
  publish_at timestamptz not null,
  state text not null,
  content text not null,
  draft_version int not null,
  scheduled_at timestamptz not null,
  failure text,
  constraint schedule_pk primary key (product_id),
  constraint schedule_product_fk foreign key (product_id) references work.product (id) on delete cascade,
  constraint schedule_state_check check (state in ('waiting', 'published', 'failed'))
);
create index schedule_waiting_idx on work.schedule (publish_at) where state = 'waiting';

grant select, insert, update, delete on work.schedule to ${app};
