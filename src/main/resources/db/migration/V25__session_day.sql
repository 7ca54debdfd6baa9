-- The day of a session: who has come, how late it runs, what became of each talk.

create table session_day (
  session       uuid    not null primary key references matchmaking_session (id) on delete cascade,
  delay_minutes integer not null check (delay_minutes between 0 and 600),
  secret        bytea   not null
);
comment on table  session_day               is 'the day on which a session is held';
comment on column session_day.session       is 'the session';
comment on column session_day.delay_minutes is '顺延分钟数: how much later than set up all turns begin';
comment on column session_day.secret        is 'what the codes for 签到 are made from; whoever knows it can make them';

create table session_arrival (
  session    uuid        not null references matchmaking_session (id) on delete cascade,
  side       text        not null check (side in ('BUYER', 'AGENCY')),
  party      text        not null,
  arrived_at timestamptz not null,
  how        text        not null check (how in ('CODE', 'SELF', 'LIST', 'SHEET')),
  primary key (session, side, party)
);
comment on table  session_arrival            is '签到: who has come to a session';
comment on column session_arrival.session    is 'the session';
comment on column session_arrival.side       is 'of which side: party is a project, or an agency';
comment on column session_arrival.party      is '项目编号, or the agency';
comment on column session_arrival.arrived_at is 'when';
comment on column session_arrival.how        is 'how it was noted: by a code, by oneself, from the list, from the sheet';

create table meeting_number (
  session uuid    not null references matchmaking_session (id) on delete cascade,
  project text    not null,
  agency  text    not null,
  number  integer not null check (number > 0),
  primary key (session, project, agency),
  unique (session, number)
);
comment on table  meeting_number         is '对接编号: the numbers by which papers name talks';
comment on column meeting_number.session is 'the session';
comment on column meeting_number.project is '项目编号';
comment on column meeting_number.agency  is 'the agency';
comment on column meeting_number.number  is 'counts the talks of a session from 1, in the order in which they were first released';

alter table meeting add column state text;
update meeting set state = case when slot is null then 'UNSCHEDULED' else 'SCHEDULED' end;
alter table meeting alter column state set not null;
alter table meeting add constraint meeting_state_check check
  (state in ('UNSCHEDULED', 'SCHEDULED', 'HELD', 'NO_SHOW', 'REFILLED', 'CANCELLED'));
alter table meeting add constraint held_somewhere check
  (slot is not null or state in ('UNSCHEDULED', 'NO_SHOW', 'CANCELLED'));
comment on column meeting.state is 'where it stands';

insert into meeting_number (session, project, agency, number)
select session, project, agency, row_number() over (partition by session order by number, slot, table_number)
from (select distinct on (session, project, agency) * from session_seat order by session, project, agency, number) first_seats;

alter table session_guest drop constraint session_guest_origin_check;
alter table session_guest add constraint session_guest_origin_check check (origin in ('RANKED', 'NEWCOMER', 'CHOSEN', 'WALK_IN'));
