-- Matchmaking sessions: what an organizer sets up, which projects are listed, who is invited, who asks whom for a talk.

alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check check
  (kind in ('REVIEW', 'APPROVAL', 'NEW_PROJECT', 'PROJECT_CHANGE', 'QUESTION', 'INVITATION', 'SESSION', 'EXPIRY', 'ACCOUNT'));

create table matchmaking_session (
  id             uuid        not null primary key,
  owner          text        not null references organisation (id),
  name           text        not null,
  place          text        not null,
  day            date        not null,
  tables         integer     not null check (tables > 0),
  talk_minutes   integer     not null check (talk_minutes > 0),
  break_minutes  integer     not null check (break_minutes >= 0),
  per_project    integer     not null check (per_project > 0),
  per_agency     integer     not null check (per_agency > 0),
  booking        text        not null check (booking in ('SELF', 'ORGANIZER', 'HYBRID')),
  invite_top     integer     not null check (invite_top > 0),
  invite_minimum numeric     not null check (invite_minimum between 0 and 100),
  newcomers      integer     not null check (newcomers >= 0),
  state          text        not null check
    (state in ('DRAFT', 'INVITING', 'BOOKING', 'SCHEDULED', 'RELEASED', 'LIVE', 'CLOSED', 'FOLLOWED_UP')),
  version        integer     not null
);
create index session_by_owner on matchmaking_session (owner, day desc);
comment on table  matchmaking_session                is '对接会';
comment on column matchmaking_session.id             is 'random';
comment on column matchmaking_session.owner          is 'whose organizers hold it';
comment on column matchmaking_session.name           is '对接会名称';
comment on column matchmaking_session.place          is '地点';
comment on column matchmaking_session.day            is '日期, in Asia/Shanghai';
comment on column matchmaking_session.tables         is '桌数: how many talks there can be at once';
comment on column matchmaking_session.talk_minutes   is '每次洽谈分钟数';
comment on column matchmaking_session.break_minutes  is '换桌分钟数: between two talks';
comment on column matchmaking_session.per_project    is '每个项目最多洽谈次数';
comment on column matchmaking_session.per_agency     is '每家机构最多洽谈次数';
comment on column matchmaking_session.booking        is '约谈方式: who says which talks there are to be';
comment on column matchmaking_session.invite_top     is 'so many of the best of each project are proposed to invite';
comment on column matchmaking_session.invite_minimum is 'the least score with which one is';
comment on column matchmaking_session.newcomers      is '新小机构名额: how many new or small agencies each project is to see at least';
comment on column matchmaking_session.state          is 'where it stands';
comment on column matchmaking_session.version        is 'counts the changes';

create table session_block (
  session uuid     not null references matchmaking_session (id) on delete cascade,
  number  integer  not null,
  name    text     not null,
  begins  time     not null,
  slots   integer  not null check (slots > 0),
  primary key (session, number)
);
comment on table  session_block         is '场次: a part of the day of a session';
comment on column session_block.session is 'the session';
comment on column session_block.number  is 'its place in the day, from 1';
comment on column session_block.name    is 'for example 上午场';
comment on column session_block.begins  is 'when its first talk begins, in Asia/Shanghai';
comment on column session_block.slots   is '时段数: how many talks follow one another at each table';

create table session_project (
  session uuid not null references matchmaking_session (id) on delete cascade,
  project text not null references project (id),
  primary key (session, project)
);
comment on table  session_project         is 'the projects that a session lists';
comment on column session_project.session is 'the session';
comment on column session_project.project is '项目编号';

create table session_guest (
  session     uuid        not null references matchmaking_session (id) on delete cascade,
  agency      text        not null references agency (id),
  number      bigint      not null generated always as identity,
  origin      text        not null check (origin in ('RANKED', 'NEWCOMER', 'CHOSEN')),
  standing    text        not null check (standing in ('INVITED', 'STANDBY', 'COMING', 'DECLINED')),
  note        text        not null,
  invited_at  timestamptz not null,
  reminded_at timestamptz,
  answered_at timestamptz,
  primary key (session, agency)
);
create index session_guest_by_agency on session_guest (agency, invited_at desc);
comment on table  session_guest             is 'the agencies that are asked to a session';
comment on column session_guest.session     is 'the session';
comment on column session_guest.agency      is 'the agency';
comment on column session_guest.number      is 'counts those who are asked, in their order';
comment on column session_guest.origin      is 'why it was asked: by rank, as a newcomer, or chosen by the organizer';
comment on column session_guest.standing    is 'whether it comes';
comment on column session_guest.note        is 'what the agency says to that; may be empty';
comment on column session_guest.invited_at  is 'when it was asked';
comment on column session_guest.reminded_at is 'when it was last reminded';
comment on column session_guest.answered_at is 'when it last answered';

create table meeting_request (
  session     uuid        not null,
  project     text        not null,
  agency      text        not null,
  asked_by    text        not null check (asked_by in ('BUYER', 'AGENCY')),
  reason      text        not null,
  state       text        not null check (state in ('SENT', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
  answer      text        not null,
  asked_at    timestamptz not null,
  answered_at timestamptz,
  primary key (session, project, agency),
  foreign key (session, project) references session_project (session, project) on delete cascade,
  foreign key (session, agency) references session_guest (session, agency) on delete cascade
);
create index meeting_request_by_agency on meeting_request (session, agency);
comment on table  meeting_request             is '约谈申请: one side asks the other for a talk at a session';
comment on column meeting_request.session     is 'the session';
comment on column meeting_request.project     is '项目编号';
comment on column meeting_request.agency      is 'the agency';
comment on column meeting_request.asked_by    is 'which side asks';
comment on column meeting_request.reason      is 'why; the other side reads it';
comment on column meeting_request.state       is 'where it stands';
comment on column meeting_request.answer      is 'what the other side says to it; may be empty';
comment on column meeting_request.asked_at    is 'when it was made';
comment on column meeting_request.answered_at is 'when it was answered or taken back';

create table session_absence (
  session uuid    not null references matchmaking_session (id) on delete cascade,
  side    text    not null check (side in ('BUYER', 'AGENCY')),
  party   text    not null,
  slot    integer not null check (slot > 0),
  primary key (session, side, party, slot)
);
comment on table  session_absence         is 'when somebody cannot talk at a session';
comment on column session_absence.session is 'the session';
comment on column session_absence.side    is 'of which side: party is a project, or an agency';
comment on column session_absence.party   is '项目编号, or the agency';
comment on column session_absence.slot    is '时段 in which they cannot';
