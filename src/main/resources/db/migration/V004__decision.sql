-- Every decision with all that it was made from, and the texts of rules and plans stored once by their SHA-256, so
-- that any past decision can be made again and compared byte for byte.

create sequence decision_number;

create table decision_text (
    sha256 text primary key,
    kind   text not null,
    text   text not null
);

create table decision (
    position bigint generated always as identity primary key,
    id       uuid           not null unique,
    number   text           not null unique,
    incident uuid           not null references incident,
    made_at  timestamptz(3) not null,
    record   text           not null,
    sha256   text           not null
);

create index decision_of_incident on decision (incident, position);

-- When an incident must be looked at again although nobody said anything new.
create table decision_deadline (
    incident uuid primary key references incident,
    at       timestamptz(3) not null
);

create index decision_deadline_at on decision_deadline (at);

create trigger history before update or delete on decision_text
    for each row execute function history_is_insert_only();
create trigger history_truncate before truncate on decision_text
    for each statement execute function history_is_insert_only();
create trigger history before update or delete on decision
    for each row execute function history_is_insert_only();
create trigger history_truncate before truncate on decision
    for each statement execute function history_is_insert_only();
