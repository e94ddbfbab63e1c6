create table organisation (
    id         uuid        not null constraint organisation_pk primary key,
    name       text        not null constraint organisation_name_check check (name = btrim(name) and length(name) between 1 and 200),
    kind       text        not null constraint organisation_kind_check check (kind in ('manufacturer', 'operator', 'retailer', 'lab')),
    country    text        constraint organisation_country_check check (country ~ '^[A-Z]{2}$'),
    contact    text        constraint organisation_contact_check check (length(contact) between 1 and 500),
    verified   boolean     not null,
    suspended  boolean     not null,
    created_at timestamptz not null
);

-- one row per role: roles are a set, an owner does not publish unless it is a publisher too
create table membership (
    organisation_id uuid        not null constraint membership_organisation_fk references organisation,
    subject         uuid        not null,
    role            text        not null constraint membership_role_check check (role in ('owner', 'editor', 'publisher', 'viewer')),
    granted_at      timestamptz not null,
    constraint membership_pk primary key (organisation_id, subject, role)
);

create index membership_subject_idx on membership (subject);

-- raised when all sessions of a person are to end; no row means 0
create table session_epoch (
    subject uuid    not null constraint session_epoch_pk primary key,
    epoch   integer not null constraint session_epoch_epoch_check check (epoch > 0)
);

-- what the registry is to be told, in the order of id for each organisation
create table outbox_command (
    id              bigint      generated always as identity constraint outbox_command_pk primary key,
    organisation_id uuid        not null constraint outbox_command_organisation_fk references organisation,
    body            text        not null,
    written_at      timestamptz not null,
    attempts        integer     not null,
    next_attempt_at timestamptz not null,
    delivered_at    timestamptz
);

create index outbox_command_waiting_idx on outbox_command (organisation_id, id) where delivered_at is null;

-- one row per attempt, written before the request is sent
create table outbox_attempt (
    command_id bigint      not null constraint outbox_attempt_command_fk references outbox_command,
    number     integer     not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    outcome    text        not null constraint outbox_attempt_outcome_check check (outcome in ('started', 'delivered', 'refused', 'failed')),
    status     integer,
    constraint outbox_attempt_pk primary key (command_id, number)
);

create table idempotent_request (
    subject    uuid        not null,
    key        text        not null constraint idempotent_request_key_check check (length(key) between 1 and 255),
    digest     bytea       not null,
    response   text        not null,
    created_at timestamptz not null,
    constraint idempotent_request_pk primary key (subject, key)
);

create index idempotent_request_created_at_idx on idempotent_request (created_at);

grant select, insert, update on organisation, outbox_command, outbox_attempt to ${app};
grant select, insert, delete on membership, idempotent_request to ${app};
grant select on session_epoch to ${app};
