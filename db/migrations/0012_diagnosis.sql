-- Findings (rozeznanie, art. 27(1)(2), 32(1)): what was learned about the community, never about one person.
create table finding (
  centre_id uuid not null,
  id uuid not null,
  found_on date not null,
  source text not null check (source in ('conversation', 'observation', 'partner', 'complaint', 'survey', 'statistics',
    'unmet_needs', 'refusals', 'plan_summary')),
  kind text not null check (kind in ('need', 'potential', 'supporting_action')),
  area int not null check (area between 1 and 14),
  -- key of src/law/service-kinds.ts; null: none fits, or not told apart
  service_kind text,
  recipient_group text check (recipient_group in ('olderPeople', 'disabledPeople', 'carers', 'familiesWithChildren',
    'childrenAndYouth', 'fosterCare', 'mentalCrisis', 'homelessness', 'addiction', 'violence', 'unemployed')),
  gmina text references gmina (teryt),
  locality text,
  -- how many residents it concerns; null: not known
  scale int check (scale > 0),
  scale_is text not null check (scale_is in ('counted', 'estimated', 'unknown')),
  significance text not null check (significance in ('slight', 'notable', 'change')),
  conclusion text not null,
  state text not null check (state in ('proposed', 'taken', 'set_aside')),
  set_aside_because text,
  -- the system says a thing of a quarter once
  told_once text,
  version int not null default 1,
  recorded_by uuid,
  recorded_on date not null,
  judged_by uuid,
  judged_on date,
  primary key (centre_id, id),
  unique (centre_id, told_once),
  check ((state = 'set_aside') = (set_aside_because is not null)),
  check ((scale is null) = (scale_is = 'unknown'))
);
call app.tenant_table('finding', 'select, insert, update');
create index finding_taken on finding (centre_id, found_on) where state = 'taken';

-- Results of a survey: how its answers are weighted to the population (one way at a time).
create table result_weighting (
  centre_id uuid not null,
  survey_id uuid not null,
  method text not null check (method in ('none', 'postStratification', 'raking')),
  -- questions, categories, people, source (the schema is src/modules/results/domain/weighting.ts)
  margins jsonb not null,
  -- no weight above so many times the mean; null: not trimmed
  cap numeric(4, 2) check (cap between 1.5 and 20),
  version int not null default 1,
  set_by uuid not null,
  set_on date not null,
  primary key (centre_id, survey_id)
);

-- Codes of open answers: a name, and the beginnings of words that lead to it.
create table result_code (
  centre_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  question text not null,
  name text not null,
  words text[] not null,
  version int not null default 1,
  written_by uuid not null,
  written_on date not null,
  primary key (centre_id, id),
  unique (centre_id, survey_id, question, name)
);

-- Answers coded by hand: stands above the words. No code: none fits.
create table result_coding (
  centre_id uuid not null,
  survey_id uuid not null,
  question text not null,
  sheet_id uuid not null,
  codes uuid[] not null,
  coded_by uuid not null,
  coded_on date not null,
  primary key (centre_id, survey_id, question, sheet_id)
);
call app.tenant_table('result_weighting', 'select, insert, update');
call app.tenant_table('result_code');
call app.tenant_table('result_coding');
alter table result_weighting add constraint result_weighting_survey foreign key (centre_id, survey_id) references survey (centre_id, id);
alter table result_code add constraint result_code_survey foreign key (centre_id, survey_id) references survey (centre_id, id);
alter table result_coding add constraint result_coding_sheet foreign key (centre_id, survey_id, sheet_id) references survey_sheet (centre_id, survey_id, id);

-- Results that the centre gave to everybody: made once, when the survey was over, so that no two of them differ by one answer.
create table result_publication (
  centre_id uuid not null,
  survey_id uuid not null,
  edition int not null,
  -- the schema is src/modules/results/domain/published.ts; small counts are hidden in it
  data jsonb not null,
  published_on date not null,
  published_by uuid not null,
  withdrawn_on date,
  withdrawn_by uuid,
  primary key (centre_id, survey_id, edition),
  check ((withdrawn_on is null) = (withdrawn_by is null))
);
call app.tenant_table('result_publication', 'select, insert, update');
alter table result_publication add constraint result_publication_survey foreign key (centre_id, survey_id) references survey (centre_id, id);

-- Diagnosis of needs and potential (art. 21): a document for five years, of the whole centre or of one gmina (type B).
-- Chapters are one value; the states are src/modules/diagnosis/domain/lifecycle.ts.
create table diagnosis (
  centre_id uuid not null,
  id uuid not null,
  -- null: of the whole centre
  gmina text references gmina (teryt),
  title text not null,
  from_year int not null check (from_year between 2020 and 2100),
  to_year int not null check (to_year between from_year and from_year + 5),
  state text not null check (state in ('planned', 'collecting', 'draft', 'consultation', 'report', 'with_mayor', 'with_council',
    'in_force', 'updating', 'expired')),
  content jsonb not null,
  -- figures of the running system at the last refresh, by key, each with its passport
  figures jsonb not null default '{}',
  figures_on date,
  -- the diagnosis that this one updates
  replaces uuid,
  consulted_from date,
  consulted_to date,
  to_mayor_on date,
  to_council_on date,
  in_force_on date,
  ended_on date,
  version int not null default 1,
  created_by uuid not null,
  created_on date not null,
  primary key (centre_id, id),
  check ((consulted_from is null) = (consulted_to is null)),
  check (consulted_to >= consulted_from)
);
call app.tenant_table('diagnosis', 'select, insert, update');
alter table diagnosis add constraint diagnosis_replaces foreign key (centre_id, replaces) references diagnosis (centre_id, id);

-- Remarks in the consultation: a day and words. Who wrote is not asked.
create table diagnosis_remark (
  centre_id uuid not null,
  id uuid not null,
  diagnosis_id uuid not null,
  remarked_on date not null,
  chapter text,
  words text not null,
  verdict text check (verdict in ('taken', 'partly', 'not_taken')),
  answer text,
  answered_by uuid,
  answered_on date,
  primary key (centre_id, id),
  check ((verdict is null) = (answer is null))
);
call app.tenant_table('diagnosis_remark', 'select, insert, update');
alter table diagnosis_remark add constraint diagnosis_remark_diagnosis
  foreign key (centre_id, diagnosis_id) references diagnosis (centre_id, id);
create index diagnosis_remark_of on diagnosis_remark (centre_id, diagnosis_id, remarked_on);

-- Who wants the report of the consultation: sealed, with nothing that leads to a remark; removed at the hand-over to the council.
create table diagnosis_contact (
  centre_id uuid not null,
  id uuid not null default gen_random_uuid(),
  diagnosis_id uuid not null,
  contact text not null,
  primary key (centre_id, id)
);
call app.tenant_table('diagnosis_contact', 'select, insert, delete');
alter table diagnosis_contact add constraint diagnosis_contact_diagnosis
  foreign key (centre_id, diagnosis_id) references diagnosis (centre_id, id);

-- How many days the centre gives its residents to remark on a draft, from a day on: no act says it.
create table diagnosis_setting (
  centre_id uuid not null,
  valid_from date not null,
  consultation_days int not null check (consultation_days between 1 and 180),
  -- in what document it was set
  source text not null,
  set_by uuid not null,
  set_on date not null,
  primary key (centre_id, valid_from)
);
call app.tenant_table('diagnosis_setting', 'select, insert, update');
