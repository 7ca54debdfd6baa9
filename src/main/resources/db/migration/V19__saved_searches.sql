-- What people look for, so that they are told when it is published.

create table saved_search (
  id       uuid        primary key,
  account  uuid        not null references account (id) on delete cascade,
  name     text        not null check (name <> ''),
  query    text        not null check (query <> ''),
  saved_at timestamptz not null default now(),
  unique (account, query)
);
comment on table  saved_search          is '订阅的检索: a list of projects that somebody wants to be told of when another project comes into it';
comment on column saved_search.id       is 'random';
comment on column saved_search.account  is '账号 of whoever saved it';
comment on column saved_search.name     is 'what they call it';
comment on column saved_search.query    is 'the parameters of the list in its address, in their fixed order';
comment on column saved_search.saved_at is 'when';
