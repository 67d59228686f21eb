-- What became of articles: who said that they helped, which decisions used them, which searches reached them, and what was missing.

-- Drafts that somebody opened because an article was missing. A better text is a commit to the articles, or another draft.
create table article_draft (
    number   bigint generated always as identity primary key,
    incident uuid           not null references incident,
    -- The article that something is missing from; null where there was none.
    article  text,
    title    text           not null,
    note     text           not null,
    text     text           not null,
    by       text           not null check (by <> ''),
    at       timestamptz(3) not null
);

create index article_draft_of_incident on article_draft (incident);

create trigger history before update or delete on article_draft
    for each row execute function history_is_insert_only();
create trigger history_truncate before truncate on article_draft
    for each statement execute function history_is_insert_only();

-- Which articles the decisions about each incident cited: made from the decisions in their own transactions, so that nobody
-- has to read all their records to answer it.
create table article_use (
    article   text           not null,
    incident  uuid           not null references incident,
    drill     boolean        not null,
    -- Its steps were proposed, and it was not only cited.
    steps     boolean        not null,
    decisions bigint         not null,
    -- The newest, by its number.
    decision  text           not null,
    used_at   timestamptz(3) not null,
    primary key (article, incident)
);

create index article_use_newest on article_use (article, used_at desc);

-- How many searches showed an article. Counts that were not written yet when a node stopped are lost.
create table article_reached (
    article    text primary key,
    searches   bigint         not null,
    reached_at timestamptz(3) not null
);

-- What people said of articles, found by the article.
create index fact_of_article on fact ((fields ->> 'article')) where type = 'ARTICLE_FEEDBACK';
