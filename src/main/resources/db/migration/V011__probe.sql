-- How each endpoint of the active plans fares, as the one node saw it that probes.
create table probe (
    id                text           primary key,
    plan              text           not null,
    service           text           not null,
    region            text,
    kind              text           not null,
    address           text           not null,
    every_ms          bigint         not null,
    condition         text           not null,
    since             timestamptz(3) not null,
    tries             text           not null,
    own               int            not null,
    failing_since     timestamptz(3),
    silent_since      timestamptz(3),
    reached_at        timestamptz(3),
    tried_at          timestamptz(3),
    millis            bigint,
    why               text           not null,
    certificate_until timestamptz(3),
    -- The symptom that was begun and has not been ended.
    shown             text,
    shown_since       timestamptz(3)
);

-- Who probes, for how long still, and since when it reaches nothing. One row.
create table prober (
    one           boolean        primary key check (one),
    holder        text           not null,
    until         timestamptz(3) not null,
    cut_off_since timestamptz(3)
);
