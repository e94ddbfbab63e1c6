-- When a time that was set comes, who set it and what they saw is looked at again.
alter table work.schedule
  add column schedule_id uuid not null default gen_random_uuid(),
  add column scheduled_by text,
  add column public_gtins text[],
  add column attempts int not null default 0,
  add column next_attempt_at timestamptz,
  alter column content drop not null;

-- what has ended is kept to tell how, not what it said
update work.schedule set content = null where state <> 'waiting';
alter table work.schedule
  add constraint schedule_content_check check ((state = 'waiting') = (content is not null)),
  add constraint schedule_attempts_check check (attempts >= 0);
