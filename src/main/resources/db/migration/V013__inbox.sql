-- What was accepted in a storm and is not folded yet: the bodies as they came, in their order. A row lives for moments.
create table inbox (
    id          bigint generated always as identity primary key,
    format      text           not null,
    source      text,
    received_at timestamptz(3) not null,
    alerts      integer        not null,
    body        text           not null
);

-- Compressing what is deleted again at once costs more than writing it.
alter table inbox alter column body set storage external;
