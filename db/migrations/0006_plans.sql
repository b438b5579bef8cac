-- The individual plan of social services (IPUS, art. 38-47).

create table plan (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  gmina text not null references gmina (teryt),
  -- sign by the centre's filing plan
  number text not null,
  -- who drew it up monitors it and writes its summary (art. 45); changes only by a logged handover
  coordinator_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (centre_id, id),
  unique (centre_id, number),
  -- a case leads to one plan; what changes in it is a version
  unique (centre_id, case_id)
);
call app.tenant_table('plan', 'select, insert, update');
create index plan_coordinator on plan (centre_id, coordinator_id);
create index plan_person on plan (centre_id, person_id);

-- An approved version is never edited: a change is the next version with its own agreement and approval.
create table plan_version (
  centre_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  number int not null check (number > 0),
  -- src/modules/plans/domain/lifecycle.ts; a test holds the two together
  state text not null check (state in ('draft', 'agreed', 'returned', 'approved', 'running', 'superseded', 'ended', 'resigned',
    'summarised', 'abandoned')),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  -- why the plan is changed (art. 41(2)); null in its first version
  update_kind text check (update_kind in ('needs', 'programme', 'other')),
  update_reason text,
  author_id uuid not null,
  agreed_on date,
  agreed_how text,
  approved_by uuid,
  approved_on date,
  -- the entry of the register of art. 26 that the approval rests on; null: the director approved in person
  authorisation_id uuid,
  return_remarks text,
  -- the last day, and how it came: the end of period or services, or a resignation (art. 44)
  ended_on date,
  ending text check (ending in ('period', 'services', 'other', 'resignation')),
  end_reason text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (centre_id, id),
  unique (centre_id, plan_id, number),
  -- art. 40; an update keeps the first day of the plan, so the year is counted from it
  constraint plan_version_year check (ends_on < starts_on + interval '1 year'),
  -- every version has its own agreement and its own approval (art. 38(1), 41(2))
  constraint plan_version_agreed check (state in ('draft', 'returned', 'abandoned') or (agreed_on is not null and agreed_how is not null)),
  constraint plan_version_approved check (state in ('draft', 'returned', 'abandoned', 'agreed') or (approved_on is not null and approved_by is not null)),
  constraint plan_version_ended check (state not in ('ended', 'resigned', 'summarised') or (ended_on is not null and ending is not null))
);
call app.tenant_table('plan_version', 'select, insert, update');
-- Whoever writes: a plan has one version in force and one in preparation, never two.
create unique index plan_version_in_force on plan_version (centre_id, plan_id)
  where state in ('approved', 'running', 'ended', 'resigned', 'summarised');
create unique index plan_version_in_preparation on plan_version (centre_id, plan_id)
  where state in ('draft', 'agreed', 'returned');
create index plan_version_waiting on plan_version (centre_id, agreed_on) where state = 'agreed';

-- What is answered, provided and done in a version. `origin_id` is the same for one thing in all versions of its plan.
create table plan_need (
  centre_id uuid not null,
  id uuid not null,
  origin_id uuid not null,
  plan_version_id uuid not null,
  area int check (area between 1 and 14),
  words text not null,
  priority int not null default 2 check (priority between 1 and 3),
  source text,
  position int not null default 0,
  primary key (centre_id, id),
  unique (centre_id, plan_version_id, origin_id)
);
call app.tenant_table('plan_need');

create table plan_line (
  centre_id uuid not null,
  id uuid not null,
  origin_id uuid not null,
  plan_version_id uuid not null,
  programme_service_id uuid not null,
  -- what a draft may lack and an agreed plan may not (art. 39(1)): performer, place, schedule, result
  organization_id uuid,
  contract_id uuid,
  place text,
  -- when: [{"day": 1..7, "from": "HH:MM", "minutes": n}], or words where a week says nothing
  week jsonb not null default '[]',
  schedule_words text,
  units int not null check (units > 0),
  unit text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  -- what the programme pays for a unit
  unit_price_grosze bigint,
  -- what the person pays for the whole line, with the working and the articles as quoted
  fee_grosze bigint not null default 0 check (fee_grosze >= 0),
  fee_steps jsonb not null default '[]',
  fee_basis jsonb not null default '[]',
  fee_due_on date,
  -- what the fee depends on: household, income, relief; only what the programme's table asks
  payer jsonb not null default '{}',
  relief text,
  expected_result text,
  position int not null default 0,
  primary key (centre_id, id),
  unique (centre_id, plan_version_id, origin_id)
);
call app.tenant_table('plan_line');
create index plan_line_organization on plan_line (centre_id, organization_id);

create table plan_action (
  centre_id uuid not null,
  id uuid not null,
  origin_id uuid not null,
  plan_version_id uuid not null,
  kind text not null check (kind in ('self_help', 'volunteering', 'neighbourly', 'other')),
  words text not null,
  who text not null,
  schedule_words text,
  position int not null default 0,
  primary key (centre_id, id),
  unique (centre_id, plan_version_id, origin_id)
);
call app.tenant_table('plan_action');

create table monitoring_entry (
  centre_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  author_id uuid not null,
  held_on date not null,
  contact text not null check (contact in ('visit', 'phone', 'meeting', 'provider', 'letter')),
  finding text not null,
  action text,
  at timestamptz not null default now(),
  primary key (centre_id, id)
);
call app.tenant_table('monitoring_entry', 'select, insert');
create index monitoring_entry_plan on monitoring_entry (centre_id, plan_id, id desc);

create table plan_closing (
  centre_id uuid not null,
  plan_id uuid not null,
  -- the summary talk (art. 45(2)); where it could not be held, why
  talk_on date,
  no_talk_reason text,
  description text not null,
  results text not null,
  outcome text not null check (outcome in ('achieved', 'partly', 'not_achieved')),
  remaining_needs text,
  author_id uuid not null,
  written_on date not null,
  primary key (centre_id, plan_id),
  check ((talk_on is null) = (no_talk_reason is not null))
);
call app.tenant_table('plan_closing', 'select, insert');

create table handover (
  centre_id uuid not null,
  id uuid not null,
  from_account_id uuid not null,
  to_account_id uuid not null,
  reason text not null,
  plans int not null,
  cases int not null,
  ordered_by uuid not null,
  ordered_on date not null,
  at timestamptz not null default now(),
  primary key (centre_id, id),
  check (from_account_id <> to_account_id)
);
call app.tenant_table('handover', 'select, insert');

create table handover_plan (
  centre_id uuid not null,
  handover_id uuid not null,
  plan_id uuid not null,
  primary key (centre_id, handover_id, plan_id)
);
call app.tenant_table('handover_plan', 'select, insert');
create index handover_plan_plan on handover_plan (centre_id, plan_id);

-- Periodic duties of art. 46: the half-yearly summary of plans, the quarterly meeting of coordinators.
create table duty (
  centre_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('plan_summary', 'coordinators_meeting')),
  covers_from date not null,
  covers_to date not null check (covers_to >= covers_from),
  done_on date not null,
  content jsonb not null,
  author_id uuid not null,
  primary key (centre_id, id)
);
call app.tenant_table('duty', 'select, insert');

create table fee (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- plan_line.origin_id: the fee follows its line through the versions of the plan
  plan_line_id uuid,
  programme_service_id uuid,
  -- what it is for, as the letter says it
  title text not null,
  amount_grosze bigint not null check (amount_grosze >= 0),
  waived_grosze bigint not null default 0,
  paid_grosze bigint not null default 0,
  due_on date not null,
  state text not null check (state in ('set', 'paid', 'partly_paid', 'overdue', 'ordered', 'waived')),
  basis jsonb not null default '[]',
  steps jsonb not null default '[]',
  waiver_reason text,
  waived_by uuid,
  waived_on date,
  set_on date not null,
  -- the day of the resignation that ended the fee (art. 44)
  resigned_on date,
  version int not null default 1,
  primary key (centre_id, id),
  check ((waived_grosze > 0) = (waiver_reason is not null and waived_by is not null))
);
call app.tenant_table('fee', 'select, insert, update');
create index fee_case on fee (centre_id, case_id);
create index fee_unpaid on fee (centre_id, due_on) where state in ('set', 'partly_paid');

-- Money that came to the centre's account.
create table fee_payment (
  centre_id uuid not null,
  id uuid not null,
  fee_id uuid not null,
  amount_grosze bigint not null check (amount_grosze > 0),
  paid_on date not null,
  reference text,
  posted_by uuid not null,
  posted_at timestamptz not null default now(),
  primary key (centre_id, id)
);
call app.tenant_table('fee_payment', 'select, insert');
create index fee_payment_fee on fee_payment (centre_id, fee_id);

alter table plan add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table plan add foreign key (centre_id, person_id) references person (centre_id, id);
alter table plan add foreign key (centre_id, coordinator_id) references account (centre_id, id);
alter table plan_version add foreign key (centre_id, plan_id) references plan (centre_id, id);
alter table plan_version add foreign key (centre_id, author_id) references account (centre_id, id);
alter table plan_version add foreign key (centre_id, approved_by) references account (centre_id, id);
alter table plan_version add foreign key (centre_id, authorisation_id) references authorisation (centre_id, id);
alter table plan_need add foreign key (centre_id, plan_version_id) references plan_version (centre_id, id);
alter table plan_line add foreign key (centre_id, plan_version_id) references plan_version (centre_id, id);
alter table plan_line add foreign key (centre_id, programme_service_id) references programme_service (centre_id, id);
alter table plan_line add foreign key (centre_id, organization_id) references organization (centre_id, id);
alter table plan_line add foreign key (centre_id, contract_id) references contract (centre_id, id);
alter table plan_action add foreign key (centre_id, plan_version_id) references plan_version (centre_id, id);
alter table monitoring_entry add foreign key (centre_id, plan_id) references plan (centre_id, id);
alter table monitoring_entry add foreign key (centre_id, author_id) references account (centre_id, id);
alter table plan_closing add foreign key (centre_id, plan_id) references plan (centre_id, id);
alter table plan_closing add foreign key (centre_id, author_id) references account (centre_id, id);
alter table handover add foreign key (centre_id, from_account_id) references account (centre_id, id);
alter table handover add foreign key (centre_id, to_account_id) references account (centre_id, id);
alter table handover add foreign key (centre_id, ordered_by) references account (centre_id, id);
alter table handover_plan add foreign key (centre_id, handover_id) references handover (centre_id, id);
alter table handover_plan add foreign key (centre_id, plan_id) references plan (centre_id, id);
alter table duty add foreign key (centre_id, author_id) references account (centre_id, id);
alter table fee add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table fee add foreign key (centre_id, programme_service_id) references programme_service (centre_id, id);
alter table fee_payment add foreign key (centre_id, fee_id) references fee (centre_id, id);
alter table decision add foreign key (centre_id, fee_id) references fee (centre_id, id);
alter table deadline add foreign key (centre_id, plan_id) references plan (centre_id, id);
alter table document add foreign key (centre_id, plan_version_id) references plan_version (centre_id, id);
