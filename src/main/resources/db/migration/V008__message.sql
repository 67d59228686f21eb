-- Messages that go out, one row for each message and place, however often what it says changes. A row is work as long as
-- its version is above the one that was sent.

-- One sender at a time uses a channel, at the pace of the channel. The number of the lease tells whoever was too slow that
-- another has taken over.
create table message_channel (
    kind         text           not null,
    channel      text           not null,
    lease        bigint         not null,
    leased_until timestamptz(3),
    next_at      timestamptz(3) not null,
    failures     integer        not null,
    primary key (kind, channel)
);

create table message (
    -- Sent along with it and never changed, so that it is known again.
    id            uuid primary key,
    about         text           not null,
    part          text           not null,
    kind          text           not null,
    channel       text           not null,
    whose         text           not null,
    answers       uuid references message,
    text          text           not null,
    payload       text           not null,
    version       bigint         not null,
    sent_version  bigint         not null,
    -- It only replaces what may be there; what is not there is never posted.
    withdrawn     boolean        not null,
    posted        text,
    -- Since when a post may have arrived without our hearing of it.
    tried_at      timestamptz(3),
    failures      integer        not null,
    failing_since timestamptz(3),
    error         text,
    next_try      timestamptz(3) not null,
    created_at    timestamptz(3) not null,
    changed_at    timestamptz(3) not null,
    sent_at       timestamptz(3),
    unique (about, part, kind, channel),
    foreign key (kind, channel) references message_channel
);

create index message_waiting on message (kind, channel, next_try) where version > sent_version;
