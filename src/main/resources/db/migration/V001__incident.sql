-- What was heard, what it says about which incident, and what was learnt. No column has a time of its own
-- making: whoever writes passes the time in, so that a test can walk through a night and a replay changes nothing.

-- History only grows. A correction is another row.
create function history_is_insert_only() returns trigger
    language plpgsql as
$$
begin
    raise exception 'The history in (%) only grows: a % was refused. Write another row instead.', tg_table_name, lower(tg_op)
        using errcode = 'restrict_violation';
end
$$;

create sequence incident_number;

create table incident (
    id          uuid primary key,
    number      text           not null unique,
    plan        text           not null,
    opened_at   timestamptz(3) not null,
    status      text           not null,
    ended_at    timestamptz(3),
    merged_into uuid references incident,
    previous    uuid references incident,
    drill       boolean        not null
);

create index incident_open on incident (opened_at) where ended_at is null;
create index incident_by_age on incident (opened_at desc);
create index incident_merged on incident (merged_into) where merged_into is not null;

create table timeline (
    position  bigint generated always as identity primary key,
    incident  uuid           not null references incident,
    at        timestamptz(3) not null,
    kind      text           not null,
    text      text           not null,
    by        text           not null,
    reference uuid
);

create index timeline_of_incident on timeline (incident, at, position);

-- Facts of one key replace each other when they are read; none is ever overwritten.
create table fact (
    id          uuid primary key,
    type        text           not null,
    plan        text,
    service     text,
    region      text,
    zone        text,
    replica     text,
    state       text           not null,
    fields      jsonb          not null,
    source_kind text           not null,
    source      text           not null,
    observed_at timestamptz(3) not null,
    recorded_at timestamptz(3) not null,
    ttl_seconds bigint,
    incident    uuid references incident,
    key         text           not null
);

create index fact_of_incident on fact (incident, key) where incident is not null;

-- The newest fact of each key that belongs to a subject: what is believed now is read without reading all that was.
create table newest_fact (
    key         text primary key,
    fact        uuid           not null references fact,
    observed_at timestamptz(3) not null,
    recorded_at timestamptz(3) not null
);

-- Keys by which a repeated request is known. The answer to a repeat is the fact that the first one made.
create table fact_request (
    key    text primary key,
    sha256 text not null,
    fact   uuid not null
);

-- Signals folded: what an incident shows now. Overwritten; what was heard is in signal.
create table symptom (
    incident  uuid           not null references incident,
    key       text           not null,
    service   text           not null,
    kind      text           not null,
    region    text,
    zone      text,
    state     text           not null,
    since     timestamptz(3) not null,
    last_seen timestamptz(3) not null,
    value     double precision,
    count     integer        not null,
    flapping  boolean        not null,
    sources   text[]         not null,
    alerts    text[]         not null,
    primary key (incident, key)
);

-- The oldest claim counts. A worker takes a row with "for update skip locked" and deletes it when it has decided.
create table decision_due (
    incident uuid primary key references incident,
    since    timestamptz(3) not null
);

create table signal (
    id          uuid primary key,
    event_key   text           not null unique,
    source      text           not null,
    fingerprint text           not null,
    starts_at   timestamptz(3) not null,
    status      text           not null,
    ends_at     timestamptz(3),
    labels      jsonb          not null,
    annotations jsonb          not null,
    received_at timestamptz(3) not null,
    repaired    boolean        not null,
    raw         text           not null
);

create index signal_received on signal (received_at);
create index signal_of_alert on signal (fingerprint, starts_at) where status = 'RESOLVED';

create table unreadable_signal (
    id          uuid primary key,
    digest      text           not null unique,
    source      text           not null,
    position    integer        not null,
    why         text           not null,
    received_at timestamptz(3) not null,
    raw         text           not null
);

create index unreadable_signal_of_source on unreadable_signal (source, received_at desc);

-- Who speaks to us, and whether we would notice if they stopped.
create table source (
    name           text primary key,
    firsthand      boolean        not null,
    last_post      timestamptz(3) not null,
    last_firing    timestamptz(3),
    last_watchdog  timestamptz(3),
    watchdog_ended boolean        not null,
    told_interval  bigint,
    gaps           bigint[]       not null,
    unreadable     bigint         not null
);

-- One row per alert, start and symptom: what its senders last said of it.
create table symptom_signal (
    fingerprint text           not null,
    starts_at   timestamptz(3) not null,
    symptom     text           not null,
    incident    uuid           not null references incident,
    state       text           not null,
    last_seen   timestamptz(3) not null,
    believed_until timestamptz(3),
    sources     text[]         not null,
    alert       text           not null,
    primary key (fingerprint, starts_at, symptom)
);

create index symptom_signal_firing on symptom_signal (incident) where state = 'TRUE';

-- What folding must remember of a symptom besides what it shows: how many of its signals come from silent senders, and
-- its last ten checks, newest last, T or F each.
create table symptom_fold (
    incident uuid    not null references incident,
    symptom  text    not null,
    unknown  integer not null,
    checks   text    not null,
    primary key (incident, symptom)
);

create trigger history before update or delete on timeline
    for each row execute function history_is_insert_only();
create trigger history_truncate before truncate on timeline
    for each statement execute function history_is_insert_only();
create trigger history before update or delete on fact
    for each row execute function history_is_insert_only();
create trigger history_truncate before truncate on fact
    for each statement execute function history_is_insert_only();
create trigger history before update or delete on fact_request
    for each row execute function history_is_insert_only();
create trigger history_truncate before truncate on fact_request
    for each statement execute function history_is_insert_only();
create trigger history before update or delete on signal
    for each row execute function history_is_insert_only();
create trigger history_truncate before truncate on signal
    for each statement execute function history_is_insert_only();
create trigger history before update or delete on unreadable_signal
    for each row execute function history_is_insert_only();
create trigger history_truncate before truncate on unreadable_signal
    for each statement execute function history_is_insert_only();
