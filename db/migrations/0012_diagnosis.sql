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
