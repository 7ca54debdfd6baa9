-- Projects on their way to being published.

create table publication (
  id           uuid        primary key,
  owner        text        not null references organisation (id),
  typed        json        not null,
  clauses      json        not null,
  stage        text        not null check (stage in ('DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLISHED', 'CANCELLED')),
  version      integer     not null check (version > 0),
  note         text,
  changed_at   timestamptz not null default now()
);
create index publication_by_owner on publication (owner, changed_at desc);
comment on table  publication            is '项目发布: a project on its way to being published';
comment on column publication.id         is 'random, chosen when the form is first shown';
comment on column publication.owner      is '购买主体: the organisation whose project it is';
comment on column publication.typed      is 'what was typed into the columns of 项目发布表, by name of Column';
comment on column publication.clauses    is 'the clauses of the procurement file, by heading';
comment on column publication.stage      is 'name of Publication.Stage';
comment on column publication.version    is 'counts the changes';
comment on column publication.note       is 'why it was returned or cancelled';
comment on column publication.changed_at is 'when it was last changed';

create sequence project_number;
