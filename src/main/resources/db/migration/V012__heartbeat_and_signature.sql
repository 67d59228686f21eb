-- How often each reports, and when it last did, to be shown.
alter table heartbeat add column every bigint;
alter table heartbeat add column last_beat timestamptz(3);

update heartbeat
   set every = source.told_interval, last_beat = source.last_post
  from source
 where source.name = 'heartbeat ' || heartbeat.id;

update heartbeat set every = 60000 where every is null;
update heartbeat set last_beat = due where last_beat is null;

alter table heartbeat alter column every set not null;
alter table heartbeat alter column last_beat set not null;

-- Signatures of senders that sign the time too, for as long as one is good, with what the first request came to. Without ids
-- it is still at work.
create table sender_signature (
    sha256   text           primary key,
    heard_at timestamptz(3) not null,
    ids      uuid[]
);

create index sender_signature_heard on sender_signature (heard_at);
