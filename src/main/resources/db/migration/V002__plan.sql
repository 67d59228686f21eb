-- Who switched which plan on or off, and when. The newest row of a plan counts.
create table plan_activation (
    id        bigint generated always as identity primary key,
    plan      text        not null check (plan <> ''),
    active    boolean     not null,
    by_person text        not null check (by_person <> ''),
    at        timestamptz not null
);

create index plan_activation_newest on plan_activation (plan, id desc);

create function plan_history_is_insert_only() returns trigger language plpgsql as
$$
begin
    raise exception 'The table (%) is history: rows are added, never changed or removed.', tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger plan_activation_is_insert_only
    before update or delete or truncate on plan_activation
    for each statement execute function plan_history_is_insert_only();
