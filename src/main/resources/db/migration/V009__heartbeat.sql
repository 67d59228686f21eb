-- What has to report by itself every so often, and whether it was said that it does not.
create table heartbeat (
    id      text           primary key,
    service text           not null,
    region  text           not null,
    symptom text           not null,
    due     timestamptz(3) not null,
    missed  boolean        not null
);

create index heartbeat_due on heartbeat (due) where not missed;
