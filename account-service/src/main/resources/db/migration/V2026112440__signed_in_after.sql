-- a number that no token carries could not be enforced; tokens say when their person signed in. Who had a number signs in anew
alter table session_epoch add column signed_in_after timestamptz;
update session_epoch set signed_in_after = now();
alter table session_epoch alter column signed_in_after set not null;
alter table session_epoch drop column epoch;
