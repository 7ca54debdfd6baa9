-- What the search indexes have yet to learn. Triggers fill the queue, so that no change can forget to, whoever makes it.

create table search_index (
  name       text        primary key,
  seen_at    timestamptz not null default now(),
  rebuild_at timestamptz
);
comment on table  search_index            is '检索索引: the indexes that are kept true to this database; one in memory has a new name each time it is made';
comment on column search_index.name       is 'what the queue calls it';
comment on column search_index.seen_at    is 'when its server last said that it is there, to half a minute';
comment on column search_index.rebuild_at is 'when somebody asked to make it anew; the new one has another name';

-- Rows are only added by those who change records and only taken out by those who index: neither waits for the other.
create table index_queue (
  number     bigint      generated always as identity primary key,
  index_name text        not null,
  kind       text        not null check (kind in ('AGENCY', 'PROJECT')),
  id         text        not null,
  queued_at  timestamptz not null default now(),
  due_at     timestamptz not null default now(),
  attempts   integer     not null default 0,
  problem    text
);
create index index_queue_by_due on index_queue (index_name, due_at, number);
comment on table  index_queue            is '索引队列: records that changed and have not been indexed since; a record may stand here several times';
comment on column index_queue.number     is 'tells rows apart; says nothing about the order of commits';
comment on column index_queue.index_name is 'for which index; rows of an index that is gone are deleted';
comment on column index_queue.kind       is 'of what kind the record is';
comment on column index_queue.id         is 'which record; it may be deleted by now';
comment on column index_queue.queued_at  is 'when it was changed';
comment on column index_queue.due_at     is 'not to be tried before';
comment on column index_queue.attempts   is 'how often it could not be indexed';
comment on column index_queue.problem    is 'what went wrong the last time';

create function queue_for_index() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    insert into index_queue (index_name, kind, id)
      select search_index.name, tg_argv[0], changed.id from search_index cross join changed;
  elsif tg_op = 'DELETE' then
    insert into index_queue (index_name, kind, id)
      select search_index.name, tg_argv[0], gone.id from search_index cross join gone;
  elsif tg_op = 'UPDATE' then
    insert into index_queue (index_name, kind, id)
      select search_index.name, tg_argv[0], touched.id
        from search_index cross join (select id from changed union select id from gone) as touched;
  else
    update search_index set rebuild_at = now();
  end if;
  return null;
end
$$;

create trigger index_insert after insert on agency referencing new table as changed
  for each statement execute function queue_for_index('AGENCY');
create trigger index_update after update on agency referencing old table as gone new table as changed
  for each statement execute function queue_for_index('AGENCY');
create trigger index_delete after delete on agency referencing old table as gone
  for each statement execute function queue_for_index('AGENCY');
create trigger index_truncate after truncate on agency for each statement execute function queue_for_index('AGENCY');
create trigger index_insert after insert on project referencing new table as changed
  for each statement execute function queue_for_index('PROJECT');
create trigger index_update after update on project referencing old table as gone new table as changed
  for each statement execute function queue_for_index('PROJECT');
create trigger index_delete after delete on project referencing old table as gone
  for each statement execute function queue_for_index('PROJECT');
create trigger index_truncate after truncate on project for each statement execute function queue_for_index('PROJECT');
