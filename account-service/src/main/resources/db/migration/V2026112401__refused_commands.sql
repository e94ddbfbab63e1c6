-- A command that the registry will never take. It stays to be looked at; those after it go on.
alter table outbox_command add column refused_at timestamptz;
alter table outbox_command
  add constraint outbox_command_end_check check (delivered_at is null or refused_at is null);
