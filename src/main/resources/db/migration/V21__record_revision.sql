-- A search index beside the service is written to over a network: what was sent first may arrive last. So each change of a record
-- is numbered, and the index takes no lower number for a higher one.

create table record_revision (
  kind     text   not null check (kind in ('AGENCY', 'PROJECT')),
  id       text   not null,
  revision bigint not null,
  primary key (kind, id)
);
comment on table  record_revision          is '记录修订号: how often a record was changed, in the order in which the changes came to hold; kept when the record is deleted';
comment on column record_revision.kind     is 'of what kind the record is';
comment on column record_revision.id       is 'which record; it may be deleted by now';
comment on column record_revision.revision is 'counts its changes, its deletion included';

-- After the change itself: whoever changes a record has it locked by then, so that no two count at the same time.
create function count_revision() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    insert into record_revision (kind, id, revision) select tg_argv[0], changed.id, 1 from changed order by changed.id
      on conflict (kind, id) do update set revision = record_revision.revision + 1;
  elsif tg_op = 'DELETE' then
    insert into record_revision (kind, id, revision) select tg_argv[0], gone.id, 1 from gone order by gone.id
      on conflict (kind, id) do update set revision = record_revision.revision + 1;
  else
    insert into record_revision (kind, id, revision)
      select tg_argv[0], touched.id, 1 from (select id from changed union select id from gone) as touched order by touched.id
      on conflict (kind, id) do update set revision = record_revision.revision + 1;
  end if;
  return null;
end
$$;

create trigger count_insert after insert on agency referencing new table as changed
  for each statement execute function count_revision('AGENCY');
create trigger count_update after update on agency referencing old table as gone new table as changed
  for each statement execute function count_revision('AGENCY');
create trigger count_delete after delete on agency referencing old table as gone
  for each statement execute function count_revision('AGENCY');
create trigger count_insert after insert on project referencing new table as changed
  for each statement execute function count_revision('PROJECT');
create trigger count_update after update on project referencing old table as gone new table as changed
  for each statement execute function count_revision('PROJECT');
create trigger count_delete after delete on project referencing old table as gone
  for each statement execute function count_revision('PROJECT');

insert into record_revision (kind, id, revision)
  select 'AGENCY', id, 1 from agency union all select 'PROJECT', id, 1 from project;

-- A shared index is built anew by one server at a time; should that one die, another may after a while.
create table index_building (
  name     text        primary key,
  holder   text        not null,
  until_at timestamptz not null
);
comment on table  index_building          is '索引重建: which server builds a shared search index anew';
comment on column index_building.name     is 'of which index';
comment on column index_building.holder   is 'the server, by a name that it gives itself at each start';
comment on column index_building.until_at is 'when another may take over, unless this one says meanwhile that it goes on';
