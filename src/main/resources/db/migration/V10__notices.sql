-- What is told to everybody about a project, what agencies ask, and who wants to know.

alter table publication
  add column kind      text    not null default 'CALL' check (kind in ('INTENTION', 'CALL', 'AMENDMENT')),
  add column project   text    references project (id),
  add column reason    text    not null default '',
  add column affecting boolean not null default false,
  add check ((kind = 'AMENDMENT') <= (project is not null));
comment on column publication.kind      is 'which notice it becomes, name of Notice.Kind';
comment on column publication.project   is 'the published project that it goes on with; null where it makes a new one';
comment on column publication.reason    is '更正事由, empty where nothing is amended';
comment on column publication.affecting is 'whether the amendment may affect what agencies hand in';
-- One at a time: of two amendments that nobody has published, each would undo the other.
create unique index publication_open on publication (project) where stage in ('DRAFT', 'SUBMITTED', 'RETURNED');

create table notice (
  id           uuid        primary key,
  project      text        not null references project (id),
  number       integer     not null check (number > 0),
  kind         text        not null check (kind in ('INTENTION', 'CALL', 'AMENDMENT', 'TERMINATION')),
  owner        text        not null references organisation (id),
  publication  uuid        unique references publication (id),
  typed        json        not null,
  clauses      json        not null,
  reason       text        not null,
  published_at timestamptz not null,
  unique (project, number)
);
comment on table  notice              is '公告: what was told to everybody about a project, word for word; never changed';
comment on column notice.id           is 'random, the end of its permanent address';
comment on column notice.project      is '项目编号';
comment on column notice.number       is 'counts the notices of a project from 1';
comment on column notice.kind         is 'name of Notice.Kind';
comment on column notice.owner        is '购买主体: the organisation whose project it is';
comment on column notice.publication  is 'what it was written in; null where it was not drafted';
comment on column notice.typed        is 'what was said in the columns of 项目发布表, by name of Column';
comment on column notice.clauses      is 'the clauses of the procurement file, by heading';
comment on column notice.reason       is 'why there is a further notice';
comment on column notice.published_at is 'when';

create table question (
  id           uuid        primary key,
  project      text        not null references project (id),
  asker        text        not null references organisation (id),
  asked_by     uuid        not null references account (id),
  text         text        not null check (text <> ''),
  asked_at     timestamptz not null,
  answer       text,
  answered_at  timestamptz,
  corrected_at timestamptz,
  version      integer     not null check (version > 0),
  check ((answer is null) = (answered_at is null)),
  check (corrected_at is null or answered_at is not null)
);
create index question_by_project on question (project, asked_at);
create index question_by_asker on question (asker, asked_at);
create index question_open on question (project) where answer is null;
comment on table  question              is '提问: what an agency wants to know of a project; the answer is for all to read';
comment on column question.id           is 'random, chosen when the form is first shown';
comment on column question.project      is '项目编号';
comment on column question.asker        is 'the organisation that asks; not shown to anybody else';
comment on column question.asked_by     is '账号 of whoever asks';
comment on column question.text         is 'the question';
comment on column question.asked_at     is 'when';
comment on column question.answer       is 'the answer as it stands, or null';
comment on column question.answered_at  is 'when it was first answered';
comment on column question.corrected_at is 'when the answer was last corrected';
comment on column question.version      is 'counts the changes';

create table following (
  account  uuid        not null references account (id),
  project  text        not null references project (id),
  since    timestamptz not null default now(),
  primary key (account, project)
);
create index following_by_project on following (project);
comment on table  following         is '收藏: who wants to be told what becomes of a project';
comment on column following.account is '账号';
comment on column following.project is '项目编号';
comment on column following.since   is 'from when';
