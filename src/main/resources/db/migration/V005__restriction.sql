-- Which incidents only named people see, since when and why. Rows are added and never changed: naming more people and
-- lifting the restriction are rows of their own.
create table restriction (
    position bigint generated always as identity primary key,
    incident uuid           not null references incident,
    kind     text           not null check (kind in ('RESTRICTED', 'NAMED', 'LIFTED')),
    at       timestamptz(3) not null,
    by       text           not null check (by <> ''),
    why      text           not null,
    ask      text           not null,
    names    text[]         not null
);

create index restriction_of_incident on restriction (incident, position);

create trigger history before update or delete on restriction
    for each row execute function history_is_insert_only();
create trigger history_truncate before truncate on restriction
    for each statement execute function history_is_insert_only();
