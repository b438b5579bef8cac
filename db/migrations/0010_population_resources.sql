-- What a centre knows of its population beyond the shipped facts, its scenarios, and what help there is (art. 21(2), OZPS).

-- People of a gmina by age at the end of a year, entered by the centre: newer than the shipped facts.
create table population_structure (
  centre_id uuid not null,
  gmina text not null references gmina (teryt),
  year int not null check (year between 1990 and 2100),
  -- on what the numbers stand: figures of different bases are never compared
  base text not null check (base in ('before2021', 'census2021', 'register')),
  -- 18 five-year groups from 0-4 to 85+; null in it: not known
  people jsonb not null check (jsonb_array_length(people) = 18),
  -- the same of women only, when the source gives them
  women jsonb check (women is null or jsonb_array_length(women) = 18),
  source text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version int not null default 1,
  primary key (centre_id, gmina, year)
);
call app.tenant_table('population_structure');

-- Own assumptions of a projection; null: the shipped assumption holds.
create table population_scenario (
  centre_id uuid not null,
  gmina text not null references gmina (teryt),
  scenario text not null check (scenario in ('low', 'medium', 'high')),
  -- total fertility rate
  fertility numeric(5, 3) check (fertility between 0 and 10),
  -- how many per cent mortality changes in a year
  mortality numeric(5, 2) check (mortality between -10 and 10),
  -- people a year, more come than go
  migration int check (migration between -1000000 and 1000000),
  why text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version int not null default 1,
  primary key (centre_id, gmina, scenario)
);
call app.tenant_table('population_scenario');

-- A place where a kind of service is given. null is a fact that the source does not say: unknown, never 0.
create table resource (
  centre_id uuid not null,
  id uuid not null,
  name text not null,
  operator text,
  -- src/law/service-kinds.ts
  kind text not null check (kind ~ '^[a-zA-Z]{3,40}$'),
  -- for whom, as the register writes it
  profile text,
  -- TERYT; null: the register says the powiat only
  gmina text check (gmina ~ '^[0-9]{7}$'),
  powiat text not null check (powiat ~ '^[0-9]{4}$'),
  -- where it stands, as the unmet-need ledger names localities; null: the source does not say
  locality text,
  -- null: as the kind is
  institutional boolean,
  places int check (places >= 0),
  occupied int check (occupied >= 0),
  waiting int check (waiting >= 0),
  free int check (free >= 0),
  staff int check (staff >= 0),
  cost_month_grosze bigint check (cost_month_grosze >= 0),
  cost_as_of text check (cost_as_of ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  -- the source gives the cost in words or rounded
  cost_about boolean not null default false,
  -- whose free places are told by the card of the directory: not typed twice
  service_id uuid,
  source text not null,
  as_of text not null check (as_of ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  -- rules that the row breaks (domain/doubts.ts): kept and flagged
  doubts text[] not null default '{}',
  -- the register it came from and its key there: the same row imported again is the same resource
  register text, register_key text,
  -- until when it runs; null: it runs
  closed_on date,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version int not null default 1,
  primary key (centre_id, id),
  unique (centre_id, register, register_key),
  check ((cost_month_grosze is null) = (cost_as_of is null))
);
call app.tenant_table('resource', 'select, insert, update');
create index resource_kind on resource (centre_id, kind) where closed_on is null;

-- A register file that waits to be taken over. Its rows go when it is decided.
create table resource_import (
  centre_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  register text not null,
  file_name text not null,
  -- rows as read, each with its line and what is wrong with it
  rows jsonb,
  counts jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'dropped')),
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  version int not null default 1,
  primary key (centre_id, id),
  check (state = 'waiting' or rows is null)
);
call app.tenant_table('resource_import', 'select, insert, update');

-- Capacity that plans will add. The module of plans keeps it whenever a plan changes; the gap stands below plans and reads it
-- here. What is done or dropped is not in it: places that are there already are in `resource`.
create table planned_capacity (
  centre_id uuid not null,
  plan_id uuid not null,
  action_id uuid not null,
  -- from this year on the capacity is there
  year int not null check (year between 2020 and 2115),
  amount int not null check (amount > 0),
  kind text not null check (kind ~ '^[a-zA-Z]{3,40}$'),
  gmina text not null references gmina (teryt),
  -- in the words of the plan, for the passport; and the address of the card that the number opens
  plan text not null,
  action text not null,
  card text not null,
  -- null: nobody has adopted the plan yet
  adopted_on date,
  primary key (centre_id, plan_id, action_id, year)
);
call app.tenant_table('planned_capacity', 'select, insert, delete');
