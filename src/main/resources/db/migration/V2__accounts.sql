-- Who can sign in, for whom they act, and who is signed in where.

create table organisation (
  id         text        primary key check (id <> ''),
  kind       text        not null check (kind in ('BUREAU', 'AGENCY', 'OPERATOR')),
  name       text        not null check (name <> ''),
  region     text        check (region ~ '^(\d{2}|\d{4}|\d{6}|\d{9})$'),
  created_at timestamptz not null default now()
);
comment on table  organisation            is '单位: whom accounts act for';
comment on column organisation.id         is 'of an agency, the id of the agency';
comment on column organisation.kind       is 'name of Organisation.Kind';
comment on column organisation.name       is '单位名称';
comment on column organisation.region     is '区划: where it is responsible';
comment on column organisation.created_at is 'when it was added';

create table account (
  id                 uuid        primary key,
  sign_in_name       text        not null unique check (sign_in_name <> ''),
  display_name       text        not null check (display_name <> ''),
  organisation       text        not null references organisation (id),
  roles              text[]      not null check (cardinality(roles) > 0),
  password_hash      text,
  password_to_change boolean     not null,
  state              text        not null check (state in ('ACTIVE', 'DISABLED')),
  created_at         timestamptz not null default now()
);
create index account_by_organisation on account (organisation, sign_in_name);
comment on table  account                    is '账号: somebody who can sign in';
comment on column account.id                 is 'random';
comment on column account.sign_in_name       is '登录名: folded to one form';
comment on column account.display_name       is '显示名';
comment on column account.organisation       is '单位';
comment on column account.roles              is '角色: names of Role, sorted';
comment on column account.password_hash      is 'Argon2id in PHC form; null before the first password';
comment on column account.password_to_change is 'whether somebody else gave the password';
comment on column account.state              is '账号状态, name of Account.State';
comment on column account.created_at         is 'when it was added';

create table sign_in (
  token_hash text        primary key,
  account    uuid        not null references account (id) on delete cascade,
  since      timestamptz not null,
  last_seen  timestamptz not null,
  address    text        not null
);
create index sign_in_by_account on sign_in (account);
create index sign_in_by_last_seen on sign_in (last_seen);
comment on table  sign_in            is '登录: who is signed in on which browser';
comment on column sign_in.token_hash is 'SHA-256 of what the browser holds';
comment on column sign_in.account    is '账号';
comment on column sign_in.since      is 'when they signed in';
comment on column sign_in.last_seen  is 'when the browser last asked for something, to a minute';
comment on column sign_in.address    is 'from which address';

create table sign_in_attempt (
  key  text        not null,
  made timestamptz not null
);
create index sign_in_attempt_by_key on sign_in_attempt (key, made);
comment on table  sign_in_attempt      is '登录尝试: tries that were not followed by a success';
comment on column sign_in_attempt.key  is 'what is counted against: a name, an address or a device';
comment on column sign_in_attempt.made is 'when';

create table known_device (
  token_hash text        not null,
  account    uuid        not null references account (id) on delete cascade,
  last_used  timestamptz not null,
  primary key (token_hash, account)
);
comment on table  known_device            is '常用设备: browsers on which an account has signed in';
comment on column known_device.token_hash is 'SHA-256 of what the browser holds';
comment on column known_device.account    is '账号';
comment on column known_device.last_used  is 'when the account last signed in on it';
