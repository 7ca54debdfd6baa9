-- How agencies come to the platform: they register or claim a record, declare their facts, and the bureau reviews them.

create index agency_by_credit_code on agency (credit_code) where credit_code is not null;
create index agency_by_state on agency (state, id);

create sequence submission_number as bigint;
comment on sequence submission_number is '受理编号: counts everything that is handed in';

create table registration (
  key           uuid        primary key,
  number        text        not null unique,
  kind          text        not null check (kind in ('NEW', 'CLAIM')),
  organisation  text        not null,
  account       uuid        not null,
  sign_in_name  text        not null,
  agency_name   text        not null,
  reach         text        not null,
  registered_at timestamptz not null default now()
);
comment on table  registration               is '注册: what came of each filled-in registration form, so that sending it twice makes one';
comment on column registration.key           is 'made with the form, sent along with it';
comment on column registration.number        is '受理编号';
comment on column registration.kind          is 'whether it made a new agency or claims one, name of Receipt.Kind';
comment on column registration.organisation  is 'the new agency, or the organisation that the account has until the claim is decided';
comment on column registration.account       is '账号';
comment on column registration.sign_in_name  is '登录名 as it was then';
comment on column registration.agency_name   is '机构名称 as it was typed';
comment on column registration.reach         is '手机号或者邮箱: how to reach whoever registered';
comment on column registration.registered_at is 'when';

create table agency_claim (
  id           text        primary key check (id <> ''),
  number       text        not null unique,
  agency       text        not null references agency (id),
  account      uuid        not null references account (id),
  name         text        not null,
  certificate  text        not null,
  note         text        not null,
  reach        text        not null,
  state        text        not null check (state in ('WAITING', 'APPROVED', 'REFUSED')),
  reason       text,
  filed_at     timestamptz not null,
  decided_at   timestamptz,
  decided_by   text,
  check ((state = 'WAITING') = (decided_at is null)),
  check (state <> 'REFUSED' or reason <> '')
);
create index agency_claim_by_state on agency_claim (state, filed_at);
comment on table  agency_claim             is '认领申请: somebody says that they act for an agency that is known already';
comment on column agency_claim.id          is 'the organisation that the account has until the claim is approved';
comment on column agency_claim.number      is '受理编号';
comment on column agency_claim.agency      is 'which agency is claimed';
comment on column agency_claim.account     is 'who claims it';
comment on column agency_claim.name        is '机构名称 as they typed it';
comment on column agency_claim.certificate is '登记证书编号';
comment on column agency_claim.note        is '说明';
comment on column agency_claim.reach       is '手机号或者邮箱';
comment on column agency_claim.state       is 'name of Claim.State';
comment on column agency_claim.reason      is 'why it was refused';
comment on column agency_claim.filed_at    is 'when it was handed in';
comment on column agency_claim.decided_at  is 'when the bureau decided';
comment on column agency_claim.decided_by  is 'display name of who decided';

create table agency_declaration (
  agency       text        primary key references agency (id),
  state        text        not null check (state in ('OPEN', 'SUBMITTED', 'RETURNED', 'PASSED')),
  number       text,
  submitted_at timestamptz,
  decided_at   timestamptz,
  decided_by   text,
  passed_at    timestamptz,
  check (state <> 'SUBMITTED' or (number is not null and submitted_at is not null))
);
create index agency_declaration_waiting on agency_declaration (submitted_at) where state = 'SUBMITTED';
comment on table  agency_declaration              is '申报: what an agency says of itself; what holds stands in the table agency until the bureau passes it';
comment on column agency_declaration.agency       is '社工机构';
comment on column agency_declaration.state        is 'name of Declaration.State';
comment on column agency_declaration.number       is '受理编号 of the last submission';
comment on column agency_declaration.submitted_at is 'when it was last submitted';
comment on column agency_declaration.decided_at   is 'when the bureau last decided';
comment on column agency_declaration.decided_by   is 'display name of who decided';
comment on column agency_declaration.passed_at    is '核实时间: when the bureau last passed it; the facts in force are those of then';

create table agency_section (
  agency  text    not null references agency_declaration (agency),
  section text    not null check (section in ('BASIC', 'SERVICE', 'STAFF', 'CREDENTIALS', 'CREDIT', 'EXPERIENCE')),
  version integer not null default 0 check (version >= 0),
  done    boolean not null default false,
  answers text[]  not null,
  reason  text,
  primary key (agency, section)
);
comment on table  agency_section         is '申报的一节: a section of a declaration, as it was filled in';
comment on column agency_section.agency  is '社工机构';
comment on column agency_section.section is 'name of Section';
comment on column agency_section.version is 'counts changes, for optimistic locking';
comment on column agency_section.done    is 'whether whoever filled it in said that it is complete';
comment on column agency_section.answers is 'each a name of agencies.Column, an equals sign and what was filled in; a column may come several times';
comment on column agency_section.reason  is '退回原因 of the last review, until it is submitted again';
