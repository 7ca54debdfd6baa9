-- Sheets of a session that were filled in offline come back through the same import as other workbooks.

alter table sheet_import drop constraint sheet_import_kind_check;
alter table sheet_import add constraint sheet_import_kind_check check (kind in ('AGENCIES', 'PROJECTS', 'SESSION'));
alter table sheet_import add column session uuid references matchmaking_session (id) on delete cascade;
alter table sheet_import add constraint sheet_import_of_session check ((kind = 'SESSION') = (session is not null));
create index sheet_import_by_session on sheet_import (session, uploaded_at desc);
comment on column sheet_import.session is 'the session whose sheets it holds; null where it holds none';

alter table sheet_import_line add column sheet text not null default '';
alter table sheet_import_line add column chosen boolean not null default false;
alter table sheet_import_line drop constraint sheet_import_line_pkey;
alter table sheet_import_line add primary key (import, sheet, row);
alter table sheet_import_line drop constraint sheet_import_line_effect_check;
alter table sheet_import_line add constraint sheet_import_line_effect_check
  check (effect in ('NEW', 'CHANGED', 'KEPT', 'CONFLICTING', 'UNCHANGED', 'REFUSED'));
comment on column sheet_import_line.sheet  is 'name of the sheet, where several are read; else empty';
comment on column sheet_import_line.chosen is 'of a row in conflict: whether the organizer has chosen what the sheet says';
