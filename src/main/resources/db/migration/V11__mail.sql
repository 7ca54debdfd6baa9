-- Mail: to whom, what is still to be sent, and the links in it that prove who somebody is.

create table mailbox (
  account      uuid        primary key references account (id) on delete cascade,
  address      text        not null check (address like '_%@_%'),
  wanted       boolean     not null,
  confirmed_at timestamptz
);
comment on table  mailbox              is '邮箱: where somebody gets mail';
comment on column mailbox.account      is '账号';
comment on column mailbox.address      is '邮箱地址';
comment on column mailbox.wanted       is 'whether messages are mailed, too';
comment on column mailbox.confirmed_at is 'when a link that was mailed there was followed; null until then';

create table mail (
  id          uuid        primary key,
  number      bigint      generated always as identity,
  account     uuid        not null references account (id) on delete cascade,
  address     text        not null,
  subject     text        not null,
  text        text        not null,
  link        text        check (link like '/%'),
  queued_at   timestamptz not null,
  due_at      timestamptz not null,
  expires_at  timestamptz,
  attempts    integer     not null default 0,
  problem     text,
  sent_at     timestamptz,
  given_up_at timestamptz
);
create index mail_due on mail (due_at, number) where sent_at is null and given_up_at is null;
create index mail_ended on mail (coalesce(sent_at, given_up_at)) where sent_at is not null or given_up_at is not null;
comment on table  mail             is '邮件队列: mail that is to be sent, and for a while that which was';
comment on column mail.id          is 'random; makes the Message-ID';
comment on column mail.number      is 'tells those of one moment apart';
comment on column mail.account     is 'who gets it';
comment on column mail.address     is '邮箱地址 as it was then';
comment on column mail.subject     is '标题';
comment on column mail.text        is '正文; empty once it is sent or given up';
comment on column mail.link        is 'the page of this site on which it goes on; null once it is sent or given up';
comment on column mail.queued_at   is 'when it was written';
comment on column mail.due_at      is 'not to be tried before';
comment on column mail.expires_at  is 'of no use from then on, or null';
comment on column mail.attempts    is 'how often it could not be sent';
comment on column mail.problem     is 'what went wrong the last time';
comment on column mail.sent_at     is 'when the mail server took it';
comment on column mail.given_up_at is 'when it was given up';

create table mailed_token (
  token_hash text        primary key,
  account    uuid        not null references account (id) on delete cascade,
  purpose    text        not null check (purpose in ('PASSWORD', 'ADDRESS')),
  address    text        not null,
  expires_at timestamptz not null
);
create index mailed_token_by_account on mailed_token (account);
comment on table  mailed_token            is '邮件链接: what was mailed to prove that somebody reads that address; each is used once';
comment on column mailed_token.token_hash is 'SHA-256 of what was mailed';
comment on column mailed_token.account    is '账号';
comment on column mailed_token.purpose    is 'what it is for, name of MailedTokens.Purpose';
comment on column mailed_token.address    is '邮箱地址 to which it was mailed';
comment on column mailed_token.expires_at is 'of no use from then on';

create table forgotten_password (
  number     bigint      generated always as identity primary key,
  name       text        not null,
  address    text        not null,
  user_agent text,
  asked_at   timestamptz not null
);
comment on table  forgotten_password            is '忘记密码: who asks for a new password, until that is seen to; kept alike whether somebody has the name or not';
comment on column forgotten_password.number     is 'the order in which they are seen to';
comment on column forgotten_password.name       is '登录名 as it was typed, folded';
comment on column forgotten_password.address    is 'from which network address';
comment on column forgotten_password.user_agent is 'with what program';
comment on column forgotten_password.asked_at   is 'when';
