-- Who somebody is in a chat. What holds now stands in chat_account, at most once for each chat user; what ever happened stands in
-- chat_account_entry, which only grows.
create table chat_account (
    id         uuid           primary key,
    service    text           not null check (service <> ''),
    team       text           not null,
    user_id    text           not null check (user_id <> ''),
    handle     text           not null,
    person     text           not null check (person <> ''),
    role       text           not null check (role <> ''),
    credential uuid           not null,
    linked_at  timestamptz(3) not null,
    unique (service, team, user_id)
);

create table chat_account_entry (
    position   bigint generated always as identity primary key,
    account    uuid           not null,
    kind       text           not null check (kind in ('LINKED', 'UNLINKED')),
    service    text           not null,
    team       text           not null,
    user_id    text           not null,
    handle     text           not null,
    person     text           not null,
    role       text           not null,
    credential uuid           not null,
    by_person  text           not null,
    at         timestamptz(3) not null
);

create trigger history before update or delete on chat_account_entry
    for each row execute function history_is_insert_only();
create trigger history_truncate before truncate on chat_account_entry
    for each statement execute function history_is_insert_only();

-- A link that somebody was shown in a chat. The newest of each chat user works, once, until it expires.
create table chat_offer (
    sha256     text           primary key check (length(sha256) = 64),
    service    text           not null,
    team       text           not null,
    user_id    text           not null,
    handle     text           not null,
    expires_at timestamptz(3) not null,
    unique (service, team, user_id)
);

-- What chats brought lately, so that nothing is done twice, and by whose signatures, so that nobody can say it again. Rows are
-- forgotten after some minutes.
create table chat_event (
    sha256   text           primary key check (length(sha256) = 64),
    heard_at timestamptz(3) not null,
    answer   text
);

create table chat_signature (
    sha256   text           primary key check (length(sha256) = 64),
    heard_at timestamptz(3) not null
);

create index chat_event_heard_at on chat_event (heard_at);
create index chat_signature_heard_at on chat_signature (heard_at);
