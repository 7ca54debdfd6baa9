-- The timetable of a session: who talks to whom, when and where; and the versions of it that were released.

create table session_plan (
  session     uuid    not null primary key references matchmaking_session (id) on delete cascade,
  upper_bound numeric not null,
  revision    integer not null
);
comment on table  session_plan             is '时刻表 of a session, as its organizer has it';
comment on column session_plan.session     is 'the session';
comment on column session_plan.upper_bound is 'what no timetable of these pairs can be worth more than';
comment on column session_plan.revision    is 'counts the changes';

create table meeting (
  session      uuid    not null,
  project      text    not null,
  agency       text    not null,
  worth        numeric not null check (worth >= 0),
  slot         integer check (slot > 0),
  table_number integer check (table_number > 0),
  locked       boolean not null,
  reason       text,
  primary key (session, project, agency),
  foreign key (session) references session_plan (session) on delete cascade,
  foreign key (session, project) references session_project (session, project),
  foreign key (session, agency) references session_guest (session, agency),
  check ((slot is null) = (table_number is null)),
  check (slot is not null or not locked),
  constraint one_talk_of_a_project_at_once unique (session, slot, project) deferrable initially deferred,
  constraint one_talk_of_an_agency_at_once unique (session, slot, agency) deferrable initially deferred,
  constraint one_talk_at_a_table_at_once unique (session, slot, table_number) deferrable initially deferred
);
comment on table  meeting              is '洽谈: a project and an agency that may talk at a session, and where they do. Nobody is in two places at once: the constraints see to it';
comment on column meeting.session      is 'the session';
comment on column meeting.project      is '项目编号';
comment on column meeting.agency       is 'the agency';
comment on column meeting.worth        is 'what the talk is worth; the match score, and more where both asked for it';
comment on column meeting.slot         is '时段, from 1; null where they have no place';
comment on column meeting.table_number is '桌号, from 1; null where they have no place';
comment on column meeting.locked       is '锁定: whether it stays where it is, whatever is planned anew';
comment on column meeting.reason       is 'why they have no place; null where they have one';

create table session_release (
  session     uuid        not null references matchmaking_session (id) on delete cascade,
  number      integer     not null check (number > 0),
  released_at timestamptz not null,
  released_by uuid        not null,
  primary key (session, number)
);
comment on table  session_release             is 'the versions of a timetable that people were told';
comment on column session_release.session     is 'the session';
comment on column session_release.number      is 'counts the versions of a session from 1';
comment on column session_release.released_at is 'when it was released';
comment on column session_release.released_by is '账号 of whoever released it';

create table session_seat (
  session      uuid    not null,
  number       integer not null,
  project      text    not null,
  agency       text    not null,
  slot         integer not null,
  table_number integer not null,
  primary key (session, number, project, agency),
  foreign key (session, number) references session_release (session, number) on delete cascade
);
comment on table  session_seat              is 'the talks of a released version, as they were told';
comment on column session_seat.session      is 'the session';
comment on column session_seat.number       is 'the version';
comment on column session_seat.project      is '项目编号';
comment on column session_seat.agency       is 'the agency';
comment on column session_seat.slot         is '时段, from 1';
comment on column session_seat.table_number is '桌号, from 1';
