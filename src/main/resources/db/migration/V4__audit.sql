-- Who changed what, and who was refused what. Rows are only ever added, and each carries the hash of the row before:
-- the database numbers, dates and chains them itself, so that whoever may insert can still not choose any of it.

create table audit_entry (
  number        bigint      primary key,
  at            timestamptz not null,
  account       uuid,
  sign_in_name  text,
  roles         text[]      not null,
  organisation  text,
  deed          text        not null check (deed <> ''),
  outcome       text        not null check (outcome in ('DONE', 'REFUSED')),
  record_kind   text        not null check (record_kind <> ''),
  record_id     text        not null,
  address       text,
  user_agent    text,
  before        json,
  after         json,
  algorithm     text        not null,
  previous_hash bytea       not null,
  hash          bytea       not null
);
create index audit_entry_by_record on audit_entry (record_kind, record_id, number);
create index audit_entry_by_name on audit_entry (sign_in_name, number);
create index audit_entry_by_time on audit_entry (at);
comment on table  audit_entry               is '审计记录: every change and every refusal, in one chain; rows are never changed or deleted';
comment on column audit_entry.number        is 'counts from 1 without gaps';
comment on column audit_entry.at            is 'when, by the database''s clock';
comment on column audit_entry.account       is 'who: the account, which may be gone by now; null for nobody, and for the program itself';
comment on column audit_entry.sign_in_name  is 'who: 登录名 as it was then';
comment on column audit_entry.roles         is 'who: 角色 as they were then, sorted';
comment on column audit_entry.organisation  is 'who: 单位 as it was then';
comment on column audit_entry.deed          is 'what was done';
comment on column audit_entry.outcome       is 'whether it was done or refused, name of Entry.Outcome';
comment on column audit_entry.record_kind   is 'to what kind of record';
comment on column audit_entry.record_id     is 'to which record of that kind';
comment on column audit_entry.address       is 'from which network address';
comment on column audit_entry.user_agent    is 'with what program, as it calls itself';
comment on column audit_entry.before        is 'the record before, where there was one; the text counts as it stands';
comment on column audit_entry.after         is 'the record after, where there is one; the text counts as it stands';
comment on column audit_entry.algorithm     is 'how the hash was made';
comment on column audit_entry.previous_hash is 'the hash of the row before; of the first row, 32 zeros';
comment on column audit_entry.hash          is 'over all columns but itself: see audit_text';

create table audit_head (
  only_row boolean primary key default true check (only_row),
  entries  bigint  not null,
  hash     bytea   not null
);
comment on table  audit_head          is '审计链头: how long the chain is and how it ends, so that a cut-off end is seen; one row';
comment on column audit_head.only_row is 'keeps the table at one row';
comment on column audit_head.entries  is 'how many rows there are';
comment on column audit_head.hash     is 'the hash of the last of them';
insert into audit_head (entries, hash) values (0, decode(repeat('00', 32), 'hex'));

-- A text whose end is told by its beginning: its length in bytes of UTF-8, a colon and the bytes; a hyphen for null.
create function audit_text(value text) returns bytea language sql immutable as $$
  select case when value is null then convert_to('-', 'UTF8')
    else convert_to(octet_length(convert_to(value, 'UTF8')) || ':' || value, 'UTF8') end
$$;

create function audit_chain() returns trigger language plpgsql set search_path from current as $$
declare
  last record;
begin
  -- One after the other: held until the transaction ends, so that the next one sees this row or knows there is none.
  perform pg_advisory_xact_lock(hashtextextended('duijie audit trail', 0));
  select number, hash into last from audit_entry order by number desc limit 1;
  new.number := coalesce(last.number, 0) + 1;
  new.previous_hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  new.at := clock_timestamp();
  new.algorithm := 'SHA-256';
  new.hash := sha256(
    audit_text(new.algorithm) || audit_text(new.number::text)
    || audit_text(to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || audit_text(new.account::text) || audit_text(new.sign_in_name) || audit_text(cardinality(new.roles)::text)
    || coalesce((select string_agg(audit_text(role), ''::bytea order by place) from unnest(new.roles) with ordinality as held(role, place)), ''::bytea)
    || audit_text(new.organisation) || audit_text(new.deed) || audit_text(new.outcome)
    || audit_text(new.record_kind) || audit_text(new.record_id) || audit_text(new.address) || audit_text(new.user_agent)
    || audit_text(new.before::text) || audit_text(new.after::text) || audit_text(encode(new.previous_hash, 'hex')));
  return new;
end
$$;
create trigger chain before insert on audit_entry for each row execute function audit_chain();

-- Runs with the rights of the tables' owner: nobody else moves the head.
create function audit_move_head() returns trigger language plpgsql security definer set search_path from current as $$
begin
  update audit_head set entries = last.number, hash = last.hash
    from (select number, audit_entry.hash from audit_entry order by number desc limit 1) as last;
  return null;
end
$$;
create trigger move_head after insert on audit_entry for each statement execute function audit_move_head();
revoke all on function audit_move_head() from public;

create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete or truncate on audit_entry for each statement execute function audit_refuse();
create trigger append_only before insert or delete or truncate on audit_head for each statement execute function audit_refuse();
-- The head is moved by the trigger of the other table, and by nothing else.
create trigger moved_by_trail before update on audit_head for each statement when (pg_trigger_depth() < 1) execute function audit_refuse();
