-- Firmware that names a withheld document is looked for while everybody waits who publishes.
create index firmware_release_document_idx on projection.firmware_release (document_sha256);
create index firmware_release_withdrawal_idx on projection.firmware_release (withdrawal_sha256)
  where withdrawal_sha256 is not null;
