-- Who wants to take a project, and whom its buyer asked to.

create table interest (
  project     text        not null references project (id),
  agency      text        not null references agency (id),
  id          uuid        not null unique,
  note        text        not null,
  declared_by uuid        not null references account (id),
  declared_at timestamptz not null,
  primary key (project, agency)
);
create index interest_by_agency on interest (agency, declared_at desc);
comment on table  interest             is '意向: an agency says that it is interested in a project; the buyer alone reads it, and a withdrawn one is gone';
comment on column interest.project     is '项目编号';
comment on column interest.agency      is 'the agency';
comment on column interest.id          is 'random: one that is declared again after it was withdrawn is another';
comment on column interest.note        is 'what the agency says to the buyer; may be empty';
comment on column interest.declared_by is '账号 of whoever declared it';
comment on column interest.declared_at is 'when, by the clock of the database';

create table invitation (
  project    text        not null references project (id),
  agency     text        not null references agency (id),
  id         uuid        not null unique,
  words      text        not null,
  invited_by uuid        not null references account (id),
  invited_at timestamptz not null,
  primary key (project, agency)
);
create index invitation_by_agency on invitation (agency, invited_at desc);
comment on table  invitation            is '邀请: a buyer asks an agency to look at a project; once for each agency and project';
comment on column invitation.project    is '项目编号';
comment on column invitation.agency     is 'the agency';
comment on column invitation.id         is 'random';
comment on column invitation.words      is 'what the buyer says to the agency; may be empty';
comment on column invitation.invited_by is '账号 of whoever invited';
comment on column invitation.invited_at is 'when, by the clock of the database';
