-- Workbooks that people upload, what they would change, and what came of it.

create index agency_by_name on agency (name);

create table sheet_import (
  id           uuid        primary key,
  kind         text        not null check (kind in ('AGENCIES', 'PROJECTS')),
  owner        text        not null references organisation (id),
  file_name    text        not null,
  file_hash    text        not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_bytes   bigint      not null check (file_bytes > 0),
  uploaded_by  text        not null,
  uploaded_at  timestamptz not null default now(),
  state        text        not null check (state in ('UPLOADED', 'READING', 'TO_CONFIRM', 'IMPORTING', 'DONE', 'FAULTY', 'CANCELLED', 'FAILED')),
  version      integer     not null default 0 check (version >= 0),
  attempts     integer     not null default 0 check (attempts >= 0),
  done         integer     not null default 0 check (done >= 0),
  total        integer     not null default 0 check (total >= 0),
  tally        json        not null default '{}',
  sentence     text,
  overwrites   boolean     not null default false,
  confirmed_by text,
  ended_at     timestamptz,
  account      uuid,
  sign_in_name text,
  roles        text[]      not null default '{}',
  address      text,
  user_agent   text
);
create index sheet_import_by_owner on sheet_import (owner, kind, uploaded_at desc);
comment on table  sheet_import              is '导入: an uploaded workbook on its way into the records';
comment on column sheet_import.id           is 'random, chosen when the form is shown, so that sending it twice makes one';
comment on column sheet_import.kind         is 'which sheet it holds, name of Import.Kind';
comment on column sheet_import.owner        is 'the organisation of whoever uploaded it';
comment on column sheet_import.file_name    is 'what the file was called where it came from';
comment on column sheet_import.file_hash    is 'SHA-256 of the file; under this name it lies in the data folder';
comment on column sheet_import.file_bytes   is 'the size of the file';
comment on column sheet_import.uploaded_by  is 'display name of whoever uploaded it';
comment on column sheet_import.uploaded_at  is 'when';
comment on column sheet_import.state        is 'where it stands, name of Import.State';
comment on column sheet_import.version      is 'counts the previews and what people decided on them, so that the second of two is told';
comment on column sheet_import.attempts     is 'how often the work at hand was begun';
comment on column sheet_import.done         is 'rows that the work at hand is through with';
comment on column sheet_import.total        is 'rows that the work at hand has; 0 while that is not known';
comment on column sheet_import.tally        is 'how many rows by name of Effect, and how many problems by severity';
comment on column sheet_import.sentence     is 'what is to be said of it, for whoever looks';
comment on column sheet_import.overwrites   is 'whether records that are kept by their own people are changed too';
comment on column sheet_import.confirmed_by is 'display name of whoever confirmed it';
comment on column sheet_import.ended_at     is 'when it came to its end, whichever';
comment on column sheet_import.account      is 'for the audit trail: who uploaded it, later who confirmed it';
comment on column sheet_import.sign_in_name is 'for the audit trail: 登录名 of the same';
comment on column sheet_import.roles        is 'for the audit trail: 角色 of the same';
comment on column sheet_import.address      is 'for the audit trail: from where';
comment on column sheet_import.user_agent   is 'for the audit trail: with what program';

-- A row is claimed by locking it: whoever dies leaves it to the next.
create table sheet_import_task (
  import    uuid        primary key references sheet_import (id),
  queued_at timestamptz not null default now()
);
comment on table  sheet_import_task           is '待办的导入: workbooks to be read or imported; claimed with SKIP LOCKED for as long as that takes';
comment on column sheet_import_task.import    is 'which';
comment on column sheet_import_task.queued_at is 'since when';

create table sheet_import_line (
  import      uuid    not null references sheet_import (id),
  row         integer not null check (row > 0),
  effect     text    not null check (effect in ('NEW', 'CHANGED', 'KEPT', 'UNCHANGED', 'REFUSED')),
  name        text    not null,
  target      text,
  differences json    not null,
  digest      text    not null,
  conflict    boolean not null default false,
  primary key (import, row)
);
create index sheet_import_line_by_effect on sheet_import_line (import, effect, row);
comment on table  sheet_import_line             is '导入预览的一行: what a row of the workbook would do';
comment on column sheet_import_line.import      is 'of which workbook';
comment on column sheet_import_line.row         is 'Excel''s row number';
comment on column sheet_import_line.effect     is 'what becomes of it, name of Effect';
comment on column sheet_import_line.name        is 'what the record is called';
comment on column sheet_import_line.target      is 'id of the record that it changes or repeats; null for a new one';
comment on column sheet_import_line.differences is 'column, value before and value after, each a list of three; of a new record the first columns';
comment on column sheet_import_line.digest      is 'of all that the row would do: a row that would do something else by now is not imported';
comment on column sheet_import_line.conflict    is 'whether the record was changed by somebody else after the preview before this one';

create table sheet_import_problem (
  import   uuid    not null references sheet_import (id),
  number   integer not null,
  row      integer,
  sheet    text,
  cell     text,
  severity text    not null check (severity in ('ERROR', 'WARNING')),
  code     text    not null,
  sentence text    not null,
  primary key (import, number)
);
create index sheet_import_problem_by_row on sheet_import_problem (import, row);
comment on table  sheet_import_problem          is '导入的问题: what a person should look at in the workbook';
comment on column sheet_import_problem.import   is 'of which workbook';
comment on column sheet_import_problem.number   is 'its place among them';
comment on column sheet_import_problem.row      is 'Excel''s row number, or null where no row is meant';
comment on column sheet_import_problem.sheet    is 'name of the sheet, or null where the file is meant';
comment on column sheet_import_problem.cell     is 'the cell as Excel names it, or null';
comment on column sheet_import_problem.severity is 'name of Problem.Severity';
comment on column sheet_import_problem.code     is 'code of ProblemCode';
comment on column sheet_import_problem.sentence is 'what is wrong and how to mend it';
