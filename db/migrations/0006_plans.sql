-- The individual plan of social services (IPUS, art. 38-47).

create table plan (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  gmina text not null references gmina (teryt),
  number text not null,
  -- who drew it up monitors it and writes its summary (art. 45); changes only by a logged handover
  coordinator_id uuid not null,
  state text not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (centre_id, id),
  unique (centre_id, number)
);
call app.tenant_table('plan', 'select, insert, update');
create index plan_case on plan (centre_id, case_id);
create index plan_coordinator on plan (centre_id, coordinator_id, state);

-- An approved version is never edited: a change is the next version with its own agreement and approval.
create table plan_version (
  centre_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  number int not null,
  state text not null,
  starts_on date,
  ends_on date,
  update_reason text,
  author_id uuid not null,
  agreed_on date,
  agreed_how text,
  approved_by uuid,
  approved_on date,
  authorisation_id uuid,
  return_remarks text,
  ended_on date,
  end_reason text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (centre_id, id),
  unique (centre_id, plan_id, number)
);
call app.tenant_table('plan_version', 'select, insert, update');

create table plan_need (
  centre_id uuid not null,
  id uuid not null,
  plan_version_id uuid not null,
  area int check (area between 1 and 14),
  words text not null,
  priority int not null default 2,
  source text,
  position int not null default 0,
  primary key (centre_id, id)
);
call app.tenant_table('plan_need');

create table plan_line (
  centre_id uuid not null,
  id uuid not null,
  plan_version_id uuid not null,
  programme_service_id uuid not null,
  organization_id uuid not null,
  contract_id uuid,
  place text not null,
  -- when: [{"day": 1..7, "from": "HH:MM", "minutes": n}], or words where a week says nothing
  week jsonb not null default '[]',
  schedule_words text,
  units int not null check (units > 0),
  unit text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  unit_price_grosze bigint,
  fee_grosze bigint not null default 0,
  relief text,
  expected_result text not null,
  position int not null default 0,
  primary key (centre_id, id)
);
call app.tenant_table('plan_line');
create index plan_line_version on plan_line (centre_id, plan_version_id);
create index plan_line_organization on plan_line (centre_id, organization_id);

create table plan_action (
  centre_id uuid not null,
  id uuid not null,
  plan_version_id uuid not null,
  kind text not null check (kind in ('self_help', 'volunteering', 'neighbourly', 'other')),
  words text not null,
  who text not null,
  schedule_words text,
  position int not null default 0,
  primary key (centre_id, id)
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
  talk_on date not null,
  description text not null,
  results text not null,
  remaining_needs text,
  author_id uuid not null,
  written_on date not null,
  primary key (centre_id, plan_id)
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
  at timestamptz not null default now(),
  primary key (centre_id, id)
);
call app.tenant_table('handover', 'select, insert');

-- Periodic duties of art. 46: the half-yearly summary of plans, the quarterly meeting of coordinators.
create table duty (
  centre_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('plan_summary', 'coordinators_meeting')),
  covers_from date not null,
  covers_to date not null,
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
alter table plan_version add foreign key (centre_id, authorisation_id) references authorisation (centre_id, id);
alter table plan_need add foreign key (centre_id, plan_version_id) references plan_version (centre_id, id);
alter table plan_line add foreign key (centre_id, plan_version_id) references plan_version (centre_id, id);
alter table plan_line add foreign key (centre_id, programme_service_id) references programme_service (centre_id, id);
alter table plan_line add foreign key (centre_id, organization_id) references organization (centre_id, id);
alter table plan_line add foreign key (centre_id, contract_id) references contract (centre_id, id);
alter table plan_action add foreign key (centre_id, plan_version_id) references plan_version (centre_id, id);
alter table monitoring_entry add foreign key (centre_id, plan_id) references plan (centre_id, id);
alter table plan_closing add foreign key (centre_id, plan_id) references plan (centre_id, id);
alter table handover add foreign key (centre_id, from_account_id) references account (centre_id, id);
alter table handover add foreign key (centre_id, to_account_id) references account (centre_id, id);
alter table fee add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table fee add foreign key (centre_id, programme_service_id) references programme_service (centre_id, id);
alter table fee_payment add foreign key (centre_id, fee_id) references fee (centre_id, id);
alter table decision add foreign key (centre_id, fee_id) references fee (centre_id, id);
alter table deadline add foreign key (centre_id, plan_id) references plan (centre_id, id);
alter table document add foreign key (centre_id, plan_version_id) references plan_version (centre_id, id);
