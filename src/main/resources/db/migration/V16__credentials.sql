-- Certificates of agencies, with the scans that prove them.

create table agency_credential (
  id              uuid        primary key,
  agency          text        not null references agency (id),
  kind            text        not null check (kind in
      ('REGISTRATION', 'GRADE', 'INSPECTION', 'STAFF', 'AUDIT', 'TAX_EXEMPTION', 'DONATION_DEDUCTION', 'OTHER')),
  number          text        not null,
  valid_until     date,
  file_name       text        not null,
  file_sha256     text        not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_bytes      bigint      not null check (file_bytes > 0),
  file_kind       text        not null check (file_kind in ('PDF', 'JPEG', 'PNG')),
  added_at        timestamptz not null,
  added_by        text        not null,
  removed_at      timestamptz,
  revoked_at      timestamptz,
  revoked_by      text,
  revoked_because text,
  check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_because is null))
);
create index agency_credential_by_agency on agency_credential (agency, added_at);
create index agency_credential_by_last_day on agency_credential (valid_until) where removed_at is null and revoked_at is null;
comment on table  agency_credential                 is '资质证照: a certificate that an agency handed in';
comment on column agency_credential.id              is 'made with the form that hands it in, so that sending it twice makes one';
comment on column agency_credential.agency          is '社工机构';
comment on column agency_credential.kind            is 'name of Credential.Kind';
comment on column agency_credential.number          is '证书编号 as it was typed, or empty';
comment on column agency_credential.valid_until     is '有效期至: its last day; null where it does not run out';
comment on column agency_credential.file_name       is 'what the scan is called where it comes from';
comment on column agency_credential.file_sha256     is 'SHA-256 of the scan, under which it is kept in the data folder';
comment on column agency_credential.file_bytes      is 'size of the scan';
comment on column agency_credential.file_kind       is 'what its content is, name of FileKind';
comment on column agency_credential.added_at        is 'when it was handed in';
comment on column agency_credential.added_by        is 'display name of who handed it in';
comment on column agency_credential.removed_at      is 'when the agency took it away; the scan is kept';
comment on column agency_credential.revoked_at      is '撤销: when the bureau decided not to accept it any more';
comment on column agency_credential.revoked_by      is 'display name of who decided';
comment on column agency_credential.revoked_because is 'why';

alter table agency_section drop constraint agency_section_section_check;
alter table agency_section add constraint agency_section_section_check
  check (section in ('BASIC', 'SERVICE', 'STAFF', 'CREDENTIALS', 'CREDIT', 'EXPERIENCE', 'ATTACHMENTS'));
insert into agency_section (agency, section, answers) select agency, 'ATTACHMENTS', '{}' from agency_declaration;

create index agency_by_grade_valid_until on agency (grade_valid_until) where grade_valid_until is not null;
