-- Programs that act for somebody.

create table api_token (
  id           uuid        primary key,
  token_hash   text        not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  account      uuid        not null references account (id) on delete cascade,
  name         text        not null check (name <> ''),
  made_at      timestamptz not null,
  expires_at   timestamptz not null check (expires_at > made_at),
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create index api_token_by_account on api_token (account, made_at);
comment on table  api_token              is '接口令牌: with which a program acts for an account';
comment on column api_token.id           is 'made with the form, sent along with it';
comment on column api_token.token_hash   is 'SHA-256 of what the program holds';
comment on column api_token.account      is '账号';
comment on column api_token.name         is '名称: what it is for';
comment on column api_token.made_at      is 'when';
comment on column api_token.expires_at   is '到期: from then on it is worth nothing';
comment on column api_token.last_used_at is '最近使用, to a minute';
comment on column api_token.revoked_at   is '撤销: when somebody made it worthless';

create table api_request (
  account     uuid        not null references account (id) on delete cascade,
  key         text        not null check (key <> ''),
  fingerprint text        not null,
  made_at     timestamptz not null default now(),
  primary key (account, key)
);
comment on table  api_request             is '接口请求: keys under which programs made something, so that sending it twice makes one';
comment on column api_request.account     is '账号';
comment on column api_request.key         is 'the header Idempotency-Key';
comment on column api_request.fingerprint is 'SHA-256 of what was sent under it';
comment on column api_request.made_at     is 'when it was first sent';
