-- Surveys of the needs diagnosis (art. 21): one questionnaire, four channels. Anonymous by construction: a sheet of answers has
-- no person, no address, no account and no time finer than its day, and nothing leads from an invitation to a sheet.

create table survey (
  centre_id uuid not null,
  id uuid not null,
  -- part of its address on the web
  slug text not null check (slug ~ '^[a-z0-9-]{3,60}$'),
  title text not null,
  -- sample: drawn from a register; open: whoever wants to, never called representative
  sampling text not null check (sampling in ('sample', 'open')),
  state text not null default 'draft' check (state in ('draft', 'published', 'closed')),
  opens_on date,
  closes_on date,
  -- the questionnaire being written (the schema is src/modules/survey/domain/definition.ts); null when nothing is
  draft jsonb,
  -- the version that is answered now
  answered_version int,
  -- of how many paper copies in a hundred a second person types the answers again
  second_share int not null default 10 check (second_share between 0 and 100),
  copies int not null default 0,
  -- decides which copies are typed twice; by chance, so that nobody can tell beforehand
  seed uuid not null default gen_random_uuid(),
  -- waves of invitations that were printed
  waves int not null default 0 check (waves between 0 and 2),
  version int not null default 1,
  created_on date not null,
  primary key (centre_id, id),
  unique (centre_id, slug),
  check (closes_on >= opens_on),
  check (state = 'draft' or (answered_version is not null and opens_on is not null and closes_on is not null)),
  check (state <> 'draft' or draft is not null)
);

-- What was published is never changed: the application may add a version, not edit one.
create table survey_version (
  centre_id uuid not null,
  survey_id uuid not null,
  no int not null,
  definition jsonb not null,
  published_on date not null,
  published_by uuid not null,
  primary key (centre_id, survey_id, no)
);

-- Strata of a sample: sex, age and locality as they were drawn, without a person.
create table survey_stratum (
  centre_id uuid not null,
  survey_id uuid not null,
  no int not null,
  sex text not null check (sex in ('woman', 'man')),
  age_from int not null,
  age_to int,
  locality text not null,
  population int not null check (population >= 0),
  drawn int not null check (drawn between 0 and population),
  primary key (centre_id, survey_id, no)
);

-- Who was drawn and has not answered yet: using the code removes the row, so what is left are those to be asked again.
create table survey_invitation (
  centre_id uuid not null,
  survey_id uuid not null,
  -- by chance: no order of the register is left in it
  id uuid not null default gen_random_uuid(),
  stratum_no int not null,
  -- name and address, sealed; removed when the last letter is printed or the survey ends
  addressee text,
  -- one-way marks of the codes in the first and the second letter
  mark bytea,
  second_mark bytea,
  primary key (centre_id, survey_id, id)
);
create unique index survey_invitation_mark on survey_invitation (centre_id, mark) where mark is not null;
create unique index survey_invitation_second on survey_invitation (centre_id, second_mark) where second_mark is not null;

-- One sheet of answers: codes in the layout of its version's columns (-9 no answer, -8 not asked), open answers apart.
create table survey_sheet (
  centre_id uuid not null,
  survey_id uuid not null,
  -- made by chance on the device: the same sheet sent twice is one row
  id uuid not null,
  version_no int not null,
  mode text not null check (mode in ('web', 'interviewer', 'telephone', 'paper')),
  day date not null,
  lang text not null default 'pl' check (lang in ('pl', 'uk', 'en')),
  stratum_no int,
  -- whole minutes of answering, for the view of quality
  minutes int check (minutes between 0 and 240),
  codes int[] not null,
  texts jsonb,
  -- what was wrong and kept visible: `hidden:q3`
  flags text[] not null default '{}',
  primary key (centre_id, survey_id, id)
);

-- How often the sheets of a survey have changed, counted in the transaction of the change (src/modules/survey/db/sheets.ts):
-- whoever keeps answers in memory asks this before giving them again. It knows no time and no order.
create table survey_change (
  centre_id uuid not null,
  survey_id uuid not null,
  changes bigint not null,
  primary key (centre_id, survey_id)
) with (fillfactor = 20);

-- Files of answers that were taken in: the same file is not taken twice.
create table survey_import (
  centre_id uuid not null,
  survey_id uuid not null,
  -- SHA-256 of the file
  digest bytea not null check (length(digest) = 32),
  taken_on date not null,
  taken_by uuid not null,
  sheets int not null,
  -- rows that were left out because something was wrong with them
  left_out int not null,
  primary key (centre_id, survey_id, digest)
);

-- A sheet being answered on the web: found by the code that the person keeps, removed when it is sent.
create table survey_draft (
  centre_id uuid not null,
  mark bytea not null,
  survey_id uuid not null,
  version_no int not null,
  sheet_id uuid not null,
  answers jsonb not null,
  -- the code from the letter, until it is used
  invitation bytea,
  -- minutes since 1970, to tell how long answering took
  started_minute int not null,
  touched_on date not null,
  primary key (centre_id, mark)
);
create index survey_draft_touched on survey_draft (centre_id, touched_on);

-- Which version of the questions stands on which paper copies.
create table survey_print (
  centre_id uuid not null,
  survey_id uuid not null,
  from_no int not null,
  to_no int not null check (to_no >= from_no),
  version_no int not null,
  primary key (centre_id, survey_id, from_no)
);

-- Paper copies that came back, with the second typing of those drawn for it.
create table survey_copy (
  centre_id uuid not null,
  survey_id uuid not null,
  no int not null,
  sheet_id uuid not null,
  version_no int not null,
  entered_by uuid not null,
  entered_on date not null,
  second_by uuid,
  second_codes int[],
  second_texts jsonb,
  -- columns that differed, before they were settled
  differing int,
  settled_by uuid,
  settled_on date,
  primary key (centre_id, survey_id, no),
  check (second_by is null or second_by <> entered_by),
  check ((second_by is null) = (second_codes is null))
);

-- People who want to be asked or to help: given on a page of its own, with nothing that leads to a sheet or to a survey,
-- and with no time finer than the month.
create table survey_contact (
  centre_id uuid not null,
  id uuid not null default gen_random_uuid(),
  month date not null check (extract(day from month) = 1),
  -- name and contact, sealed
  contact text not null,
  wants text[] not null,
  primary key (centre_id, id)
);

-- Tablets of the interviewers: the name on each and the last day on which it sent. Nothing leads from here to a survey, a sheet,
-- a person or a minute.
create table survey_device (
  centre_id uuid not null,
  -- made by chance on the device
  id uuid not null,
  name text not null check (length(name) between 1 and 40),
  sent_on date not null,
  primary key (centre_id, id)
);

call app.tenant_table('survey', 'select, insert, update');
call app.tenant_table('survey_version', 'select, insert');
call app.tenant_table('survey_stratum', 'select, insert, delete');
call app.tenant_table('survey_invitation');
call app.tenant_table('survey_sheet', 'select, insert, update');
call app.tenant_table('survey_change', 'select, insert, update');
call app.tenant_table('survey_import', 'select, insert');
call app.tenant_table('survey_draft');
call app.tenant_table('survey_copy', 'select, insert, update');
call app.tenant_table('survey_print', 'select, insert');
call app.tenant_table('survey_contact', 'select, insert, delete');
call app.tenant_table('survey_device');

alter table survey_version add constraint survey_version_survey foreign key (centre_id, survey_id) references survey (centre_id, id);
alter table survey_stratum add constraint survey_stratum_survey foreign key (centre_id, survey_id) references survey (centre_id, id);
alter table survey_invitation add constraint survey_invitation_stratum foreign key (centre_id, survey_id, stratum_no) references survey_stratum (centre_id, survey_id, no);
alter table survey_sheet add constraint survey_sheet_version foreign key (centre_id, survey_id, version_no) references survey_version (centre_id, survey_id, no);
alter table survey_change add constraint survey_change_survey foreign key (centre_id, survey_id) references survey (centre_id, id);
alter table survey_import add constraint survey_import_survey foreign key (centre_id, survey_id) references survey (centre_id, id);
alter table survey_draft add constraint survey_draft_version foreign key (centre_id, survey_id, version_no) references survey_version (centre_id, survey_id, no);
alter table survey_print add constraint survey_print_version foreign key (centre_id, survey_id, version_no) references survey_version (centre_id, survey_id, no);
alter table survey_copy add constraint survey_copy_sheet foreign key (centre_id, survey_id, sheet_id) references survey_sheet (centre_id, survey_id, id);
