-- Days off and make-up working days of years that the product does not bring along, or not as they were changed later.

create table holiday_schedule (
  year      smallint    primary key check (year between 2000 and 2199),
  version   integer     not null default 0 check (version >= 0),
  source    text        not null check (source <> ''),
  off       date[]      not null,
  make_up   date[]      not null,
  stored_at timestamptz not null default now()
);
comment on table  holiday_schedule           is '放假安排: which days of a year are off and which days of its weekends are worked, as the State Council published them';
comment on column holiday_schedule.year      is 'the year; a row here counts in place of the schedule that ships with the product';
comment on column holiday_schedule.version   is 'counts changes, for optimistic locking';
comment on column holiday_schedule.source    is '依据: the notice';
comment on column holiday_schedule.off       is '放假: days of the year, or of the December before, on which nobody works; sorted';
comment on column holiday_schedule.make_up   is '调休上班: days of weekends on which people work; sorted';
comment on column holiday_schedule.stored_at is 'when this version was stored';
