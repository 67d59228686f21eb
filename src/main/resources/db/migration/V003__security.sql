-- Who may come in. Rows are added and never changed: a revocation is a row of its own.
create table access_token (
    id         uuid        primary key,
    name       text        not null check (name <> ''),
    role       text        not null check (role <> ''),
    sha256     text        not null unique check (length(sha256) = 64),
    created_at timestamptz not null,
    created_by text        not null
);

create table access_token_revoked (
    token_id  uuid        primary key references access_token,
    by_person text        not null,
    at        timestamptz not null
);

create table login_link (
    id         uuid        primary key,
    role       text        not null check (role <> ''),
    sha256     text        not null unique check (length(sha256) = 64),
    created_at timestamptz not null,
    created_by text        not null,
    expires_at timestamptz not null
);

-- The primary key makes a link work once, on however many nodes it is tried at the same time.
create table login_link_used (
    link_id uuid        primary key references login_link,
    person  text        not null,
    at      timestamptz not null
);

create table session_ended (
    session_id uuid        primary key,
    by_person  text        not null,
    at         timestamptz not null,
    expires_at timestamptz not null
);

create function security_history_is_insert_only() returns trigger language plpgsql as
$$
begin
    raise exception 'The table (%) is history: rows are added, never changed or removed.', tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger access_token_is_insert_only
    before update or delete or truncate on access_token
    for each statement execute function security_history_is_insert_only();
create trigger access_token_revoked_is_insert_only
    before update or delete or truncate on access_token_revoked
    for each statement execute function security_history_is_insert_only();
create trigger login_link_is_insert_only
    before update or delete or truncate on login_link
    for each statement execute function security_history_is_insert_only();
create trigger login_link_used_is_insert_only
    before update or delete or truncate on login_link_used
    for each statement execute function security_history_is_insert_only();
create trigger session_ended_is_insert_only
    before update or delete or truncate on session_ended
    for each statement execute function security_history_is_insert_only();
