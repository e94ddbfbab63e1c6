-- Finished imports are forgotten after a while.
create index import_finished_idx on work.import (finished_at) where state = 'finished';
