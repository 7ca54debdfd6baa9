-- What came of the talks of a session, and the intents that they left.

create table talk_result (
  session      uuid        not null,
  project      text        not null,
  agency       text        not null,
  recorder     text        not null check (recorder in ('BUYER', 'AGENCY', 'ORGANIZER')),
  kind         text        not null check (kind in ('NO_CONTACT', 'KNOWLEDGE_ONLY', 'FUTURE', 'NEGOTIATING', 'AGREED')),
  amount       numeric     check (amount >= 0),
  todo         text        not null,
  who          text        not null,
  follow_up_by date,
  recorded_at  timestamptz not null,
  version      integer     not null,
  primary key (session, project, agency, recorder),
  foreign key (session, project) references session_project (session, project),
  foreign key (session, agency) references session_guest (session, agency)
);
create index talk_result_by_agency on talk_result (session, agency);
comment on table  talk_result              is '洽谈结果: what came of a talk, as one of those who took part recorded it';
comment on column talk_result.session      is 'the session';
comment on column talk_result.project      is '项目编号';
comment on column talk_result.agency       is 'the agency';
comment on column talk_result.recorder     is 'who recorded it: either side, or the organizer from the sheet that both signed';
comment on column talk_result.kind         is 'how the talk ended';
comment on column talk_result.amount       is '意向金额 in yuan; null where nobody has spoken of any';
comment on column talk_result.todo         is '待补事项; may be empty';
comment on column talk_result.who          is '责任人; may be empty';
comment on column talk_result.follow_up_by is '跟进期限: the last day';
comment on column talk_result.recorded_at  is 'when it was recorded last';
comment on column talk_result.version      is 'counts the changes';

create table session_intent (
  session         uuid        not null,
  project         text        not null,
  agency          text        not null,
  state           text        not null check (state in ('OPEN', 'IN_PROCUREMENT', 'CONVERTED', 'LAPSED')),
  kind            text        not null check (kind in ('NO_CONTACT', 'KNOWLEDGE_ONLY', 'FUTURE', 'NEGOTIATING', 'AGREED')),
  amount          numeric     check (amount >= 0),
  todo            text        not null,
  who             text        not null,
  follow_up_by    date,
  contract_number text        not null,
  contract_amount numeric     check (contract_amount >= 0),
  first_paid_on   date,
  accepted_on     date,
  opened_at       timestamptz not null,
  version         integer     not null,
  primary key (session, project, agency),
  foreign key (session, project) references session_project (session, project),
  foreign key (session, agency) references session_guest (session, agency)
);
create index session_intent_by_project on session_intent (project);
create index session_intent_by_agency on session_intent (agency);
create index session_intent_due on session_intent (follow_up_by) where state in ('OPEN', 'IN_PROCUREMENT');
comment on table  session_intent                 is '意向: what a talk left to be followed up';
comment on column session_intent.session         is 'the session';
comment on column session_intent.project         is '项目编号';
comment on column session_intent.agency          is 'the agency';
comment on column session_intent.state           is 'where it stands';
comment on column session_intent.kind            is 'how the talk ended';
comment on column session_intent.amount          is '意向金额 in yuan, if known';
comment on column session_intent.todo            is '待补事项: what is still to be done; may be empty';
comment on column session_intent.who             is '责任人; may be empty';
comment on column session_intent.follow_up_by    is '跟进期限: the last day';
comment on column session_intent.contract_number is '合同号; may be empty';
comment on column session_intent.contract_amount is '合同金额 in yuan, if known';
comment on column session_intent.first_paid_on   is '首付款: when it was paid';
comment on column session_intent.accepted_on     is '验收: when the work was accepted';
comment on column session_intent.opened_at       is 'when it came of the talk';
comment on column session_intent.version         is 'counts the changes';

create table session_intent_note (
  session  uuid        not null,
  project  text        not null,
  agency   text        not null,
  number   integer     not null check (number > 0),
  noted_at timestamptz not null,
  recorder text        not null check (recorder in ('BUYER', 'AGENCY', 'ORGANIZER')),
  step     text        check (step in ('PROCURE', 'CONVERT', 'LAPSE', 'REOPEN')),
  words    text        not null,
  primary key (session, project, agency, number),
  foreign key (session, project, agency) references session_intent (session, project, agency)
);
comment on table  session_intent_note          is 'what was done with an intent, or said of it';
comment on column session_intent_note.session  is 'the session';
comment on column session_intent_note.project  is '项目编号';
comment on column session_intent_note.agency   is 'the agency';
comment on column session_intent_note.number   is 'counts the notes of an intent from 1';
comment on column session_intent_note.noted_at is 'when';
comment on column session_intent_note.recorder is 'who: either side, or the organizer';
comment on column session_intent_note.step     is 'the step that was taken; null where it stands where it stood';
comment on column session_intent_note.words    is 'what was said; may be empty';
