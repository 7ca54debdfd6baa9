-- What a data folder holds from its first day: projects, agencies, and what the folder itself is.
-- Comments on tables and columns are the data dictionary; keep one for each.

create table data_folder (
  only_row      boolean     primary key default true check (only_row),
  demonstration boolean     not null,
  home_county   text        check (home_county ~ '^\d{6}$'),
  created_at    timestamptz not null default now(),
  filled_on     date,
  filled_at     timestamptz,
  check ((filled_on is null) = (filled_at is null)),
  check (demonstration or filled_on is null)
);
comment on table  data_folder               is '数据目录: what this database is; one row';
comment on column data_folder.only_row      is 'keeps the table at one row';
comment on column data_folder.demonstration is 'whether it was made for demonstration data';
comment on column data_folder.home_county   is '本县: six-digit code of the county it serves';
comment on column data_folder.created_at    is 'when the database was first opened';
comment on column data_folder.filled_on     is 'the day (Asia/Shanghai) that the demonstration data is relative to; set in the transaction that stores the data, so null means that no fill was completed';
comment on column data_folder.filled_at     is 'when the demonstration data was stored';

create table project (
  id                         text        primary key check (id <> ''),
  version                    integer     not null default 0 check (version >= 0),
  name                       text        not null check (name <> ''),
  state                      text        not null check (state in ('DRAFT', 'INTENTION', 'PUBLISHED', 'MATCHING', 'PROCURING', 'AWARDED', 'CONTRACTED', 'CLOSED', 'FAILED', 'CANCELLED')),
  demonstration              boolean     not null,
  buyer                      text,
  region                     text        check (region ~ '^(\d{2}|\d{4}|\d{6}|\d{9})$'),
  fields                     text[]      not null,
  target_groups              text[]      not null,
  methods                    text[]      not null,
  need                       text,
  budget                     numeric(14, 2) check (budget between 0 and 100000000000),
  annual_budget              numeric(14, 2) check (annual_budget between 0 and 100000000000),
  term_months                integer,
  regime                     text        check (regime in ('GOVERNMENT_PROCUREMENT', 'SELECTION', 'VENTURE_PHILANTHROPY')),
  procurement_method         text,
  pricing                    text        check (pricing in ('COMPETITIVE', 'FIXED_TOTAL', 'PER_POST', 'PER_PERSON_MONTH', 'PER_ACTIVITY', 'HOURS_OFFERED')),
  headcount                  integer     check (headcount >= 0),
  licensed                   integer     check (licensed >= 0),
  licensed_share             numeric     check (licensed_share between 0 and 100),
  head_years                 integer     check (head_years >= 0),
  minimum_grade              smallint    check (minimum_grade between 1 and 5),
  demands_annual_inspection  boolean     not null,
  demands_local_registration boolean     not null,
  small_firms_only           boolean     not null,
  published_on               date,
  respond_by                 timestamp,
  contact                    text,
  phone                      text,
  source                     text,
  unreadable                 text[]      not null,
  extra                      json        not null,
  stored_at                  timestamptz not null default now()
);
comment on table  project                            is '采购项目: what a buyer wants done; null is "not known" for facts and "not demanded" for demands';
comment on column project.id                         is '项目编号';
comment on column project.version                    is 'counts changes, for optimistic locking';
comment on column project.name                       is '项目名称';
comment on column project.state                      is 'where it stands, name of Project.State';
comment on column project.demonstration              is 'whether it is made up to show the product';
comment on column project.buyer                      is '购买主体';
comment on column project.region                     is '区划: the narrowest known, GB/T 2260 or GB/T 10114 without trailing zeros';
comment on column project.fields                     is '服务领域: ids of vocabulary terms, sorted';
comment on column project.target_groups              is '服务对象: ids of vocabulary terms, sorted';
comment on column project.methods                    is '服务方式: ids of vocabulary terms, sorted';
comment on column project.need                       is '需求概况: free text';
comment on column project.budget                     is '预算金额: yuan for the whole term';
comment on column project.annual_budget              is '年度金额: yuan a year';
comment on column project.term_months                is '服务期限: months';
comment on column project.regime                     is '采购制度, name of Project.Regime';
comment on column project.procurement_method         is '采购方式: as written';
comment on column project.pricing                    is '计价方式, name of Project.PricingForm';
comment on column project.headcount                  is '社工人数要求';
comment on column project.licensed                   is '持证社工人数要求';
comment on column project.licensed_share             is '持证比例要求: percent, as exact as it was written';
comment on column project.head_years                 is '负责人年限要求: years';
comment on column project.minimum_grade              is '最低评估等级: 1 to 5 for 1A to 5A';
comment on column project.demands_annual_inspection  is '须年检合格';
comment on column project.demands_local_registration is '须本地登记';
comment on column project.small_firms_only           is '专门面向中小企业';
comment on column project.published_on               is '发布日期';
comment on column project.respond_by                 is '响应截止时间: local time of Asia/Shanghai';
comment on column project.contact                    is '联系人: not for public pages';
comment on column project.phone                      is '联系电话: not for public pages';
comment on column project.source                     is '信息来源';
comment on column project.unreadable                 is 'columns that were filled in but could not be understood, names of projects.Column';
comment on column project.extra                      is 'columns the product does not know, by header, in their order';
comment on column project.stored_at                  is 'when this version was stored';

create table agency (
  id                 text        primary key check (id <> ''),
  version            integer     not null default 0 check (version >= 0),
  name               text        not null check (name <> ''),
  state              text        not null check (state in ('DRAFT', 'SUBMITTED', 'VERIFIED', 'RETURNED', 'SUSPENDED', 'DEREGISTERED')),
  demonstration      boolean     not null,
  credit_code        text        check (credit_code ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
  type               text        check (type in ('PRIVATE_NON_ENTERPRISE', 'ASSOCIATION', 'FOUNDATION', 'ENTERPRISE', 'PUBLIC_INSTITUTION')),
  registrar          text,
  founded_year       smallint,
  founded_month      smallint    check (founded_month between 1 and 12),
  founded_day        smallint    check (founded_day between 1 and 31),
  registered_region  text        check (registered_region ~ '^(\d{2}|\d{4}|\d{6}|\d{9})$'),
  service_regions    text[]      not null,
  fields             text[]      not null,
  target_groups      text[]      not null,
  methods            text[]      not null,
  grade              smallint    check (grade between 1 and 5),
  grade_valid_until  date,
  inspection_year    integer,
  inspection_result  text        check (inspection_result in ('PASSED', 'BASICALLY_PASSED', 'FAILED')),
  credit_standing    text        check (credit_standing in ('NORMAL', 'ABNORMAL', 'SERIOUSLY_ILLEGAL')),
  full_time_staff    integer     check (full_time_staff >= 0),
  assistants         integer     check (assistants >= 0),
  social_workers     integer     check (social_workers >= 0),
  seniors            integer     check (seniors >= 0),
  head_years         integer     check (head_years >= 0),
  current_projects   integer     check (current_projects >= 0),
  capacity           integer     check (capacity >= 0),
  minimum_amount     numeric(14, 2) check (minimum_amount between 0 and 100000000000),
  maximum_amount     numeric(14, 2) check (maximum_amount between 0 and 100000000000),
  profile            text,
  experience         text,
  contact            text,
  phone              text,
  source             text,
  unreadable         text[]      not null,
  extra              json        not null,
  stored_at          timestamptz not null default now(),
  check (founded_month is null or founded_year is not null),
  check (founded_day is null or founded_month is not null)
);
comment on table  agency                   is '社工机构: who offers services; null or an empty list is "not known"';
comment on column agency.id                is 'what the data folder calls it';
comment on column agency.version           is 'counts changes, for optimistic locking';
comment on column agency.name              is '机构名称';
comment on column agency.state             is 'where its registration with the platform stands, name of Agency.State';
comment on column agency.demonstration     is 'whether it is made up to show the product';
comment on column agency.credit_code       is '统一社会信用代码: its check digit is right (GB 32100-2015)';
comment on column agency.type              is '组织类型, name of Agency.OrganisationType';
comment on column agency.registrar         is '登记机关';
comment on column agency.founded_year      is '成立日期: the year';
comment on column agency.founded_month     is '成立日期: the month where it is known';
comment on column agency.founded_day       is '成立日期: the day where it is known';
comment on column agency.registered_region is '登记地区划: GB/T 2260 or GB/T 10114 without trailing zeros';
comment on column agency.service_regions   is '服务区域: region codes, sorted';
comment on column agency.fields            is '服务领域: ids of vocabulary terms, sorted';
comment on column agency.target_groups     is '服务对象: ids of vocabulary terms, sorted';
comment on column agency.methods           is '服务方式: ids of vocabulary terms, sorted';
comment on column agency.grade             is '评估等级: 1 to 5 for 1A to 5A';
comment on column agency.grade_valid_until is '等级有效期至: the last valid day';
comment on column agency.inspection_year   is '最近年检年度';
comment on column agency.inspection_result is '年检结论, name of Agency.InspectionResult';
comment on column agency.credit_standing   is '信用状态, name of Agency.CreditStanding';
comment on column agency.full_time_staff   is '专职人数';
comment on column agency.assistants        is '助理社会工作师: how many';
comment on column agency.social_workers    is '社会工作师: how many';
comment on column agency.seniors           is '高级社会工作师: how many';
comment on column agency.head_years        is '负责人从业年限';
comment on column agency.current_projects  is '在手项目数';
comment on column agency.capacity          is '可承接项目数: those in hand included';
comment on column agency.minimum_amount    is '最低承接金额: yuan';
comment on column agency.maximum_amount    is '最高承接金额: yuan';
comment on column agency.profile           is '机构简介';
comment on column agency.experience        is '项目经验';
comment on column agency.contact           is '联系人: not for public pages';
comment on column agency.phone             is '联系电话: not for public pages';
comment on column agency.source            is '信息来源';
comment on column agency.unreadable        is 'columns that were filled in but could not be understood, names of agencies.Column';
comment on column agency.extra             is 'columns the product does not know, by header, in their order';
comment on column agency.stored_at         is 'when this version was stored';

