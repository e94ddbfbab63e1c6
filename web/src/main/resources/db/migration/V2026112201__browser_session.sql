-- A signed-in browser. Whoever reads this table can neither act as the person (the handle is stored as its hash)
-- nor read the tokens (their key is derived from the handle).
create table browser_session (
    handle_hash text not null,
    tokens bytea not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint browser_session_pk primary key (handle_hash),
    constraint browser_session_handle_hash_check check (handle_hash ~ '^[0-9a-f]{64}$'),
    constraint browser_session_expires_at_check check (expires_at > created_at)
);

create index browser_session_expires_at_idx on browser_session (expires_at);

grant select, insert, delete on browser_session to ${app};
