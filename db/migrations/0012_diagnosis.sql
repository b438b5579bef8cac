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
