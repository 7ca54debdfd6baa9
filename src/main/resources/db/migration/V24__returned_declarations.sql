-- A reviewer who gets a profile again sees why it was returned before, and what changed since.

create table agency_return (
  agency      text        not null references agency_declaration (agency),
  number      text        not null,
  section     text        not null,
  answers     text[]      not null,
  reason      text,
  returned_at timestamptz not null,
  returned_by text        not null,
  primary key (agency, number, section)
);
comment on table  agency_return             is '退回: a section of a submission that the bureau returned, as it was handed in';
comment on column agency_return.agency      is '社工机构';
comment on column agency_return.number      is '受理编号 of the submission';
comment on column agency_return.section     is 'name of Section';
comment on column agency_return.answers     is 'as in agency_section';
comment on column agency_return.reason      is '退回原因 of this section, where it had one';
comment on column agency_return.returned_at is 'when';
comment on column agency_return.returned_by is 'display name of who returned it';
