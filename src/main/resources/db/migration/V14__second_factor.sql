-- A code from the own telephone beside the password, for those who want it.

create table second_factor (
  account   uuid        primary key references account (id) on delete cascade,
  secret    text        not null check (secret <> ''),
  since     timestamptz not null,
  last_step bigint      not null
);
comment on table  second_factor           is '两步登录: accounts that sign in with a code beside the password';
comment on column second_factor.account   is '账号';
comment on column second_factor.secret    is 'what the codes follow from, sealed with a key that is not in the database';
comment on column second_factor.since     is 'when it was switched on';
comment on column second_factor.last_step is 'the half minute of the last code that was taken: it and those before are used up';

create table recovery_code (
  account   uuid        not null references second_factor (account) on delete cascade,
  code_hash text        not null check (code_hash ~ '^[0-9a-f]{64}$'),
  primary key (account, code_hash)
);
comment on table  recovery_code           is '恢复码: each signs in once where the telephone is lost';
comment on column recovery_code.account   is '账号';
comment on column recovery_code.code_hash is 'SHA-256 of the code; the row goes when it is used';

create table halfway_sign_in (
  token_hash  text        primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  device_hash text        not null,
  account     uuid        not null references account (id) on delete cascade,
  since       timestamptz not null
);
create index halfway_sign_in_by_account on halfway_sign_in (account);
comment on table  halfway_sign_in             is '等待验证码的登录: whose password was right and whose code is wanted still';
comment on column halfway_sign_in.token_hash  is 'SHA-256 of what the page with the question for the code carries';
comment on column halfway_sign_in.device_hash is 'SHA-256 of what the browser is known by: on no other is it worth anything';
comment on column halfway_sign_in.account     is '账号';
comment on column halfway_sign_in.since       is 'when the password was given';
