-- What is only in the way for now puts a schedule off and no longer counts as a fault; and a session that was ended since
-- publishes nothing any more. The version before knows neither and needs neither.
alter table work.schedule
  add column faults int not null default 0,
  add column signed_in_at timestamptz;
alter table work.schedule
  add constraint schedule_faults_check check (faults >= 0);
