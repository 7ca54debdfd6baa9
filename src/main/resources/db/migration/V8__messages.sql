-- What people are told by the site.

create table message (
  id        uuid        primary key,
  number    bigint      generated always as identity,
  recipient uuid        not null references account (id) on delete cascade,
  kind      text        not null check (kind in ('REVIEW', 'APPROVAL', 'NEW_PROJECT', 'PROJECT_CHANGE', 'QUESTION', 'INVITATION', 'EXPIRY', 'ACCOUNT')),
  about     text        not null check (about <> ''),
  subject   text        not null check (subject <> ''),
  text      text        not null,
  link      text        check (link like '/%'),
  told_at   timestamptz not null,
  read_at   timestamptz,
  unique (recipient, about)
);
create index message_by_recipient on message (recipient, told_at desc, number desc);
create index message_unread on message (recipient, told_at desc, number desc) where read_at is null;
comment on table  message           is '消息: what somebody is told; it is there exactly if the change that it tells of was committed';
comment on column message.id        is 'random';
comment on column message.number    is 'tells messages of one moment apart';
comment on column message.recipient is '收件人: the account';
comment on column message.kind      is 'name of News.Kind';
comment on column message.about     is 'what it tells of, so that trying again tells nobody twice';
comment on column message.subject   is '标题';
comment on column message.text      is '正文, plain text';
comment on column message.link      is 'the page of this site on which it goes on';
comment on column message.told_at   is 'when';
comment on column message.read_at   is 'when it was first opened';
