-- Local deinstitutionalisation plans (LPDI). A plan is a document: its content is one value, edited by verbs, checked as a
-- whole (src/modules/deinstitutionalisation/domain). Persons are not in it.
create table lpdi (
  centre_id uuid not null,
  id uuid not null,
  -- a centre of several gminas (type B) has a plan for each
  gmina text not null references gmina (teryt),
  title text not null,
  from_year int not null check (from_year between 2020 and 2100),
  to_year int not null check (to_year between from_year and from_year + 15),
  state text not null check (state in ('draft', 'consulted', 'ready', 'adopted', 'ended')),
  content jsonb not null,
  -- figures of the running system at the last refresh of the draft, by key, each with its passport
  figures jsonb not null default '{}',
  figures_on date,
  -- rows that are not single figures: the places of services as they stood then (T3)
  places jsonb not null default '[]',
  -- what the last refresh changed, in words of the figures
  changed jsonb not null default '[]',
  -- the plan that this one replaces
  replaces uuid,
  resolution text,
  adopted_on date,
  ended_on date,
  version int not null default 1,
  created_by uuid not null,
  created_on date not null,
  primary key (centre_id, id),
  check ((state in ('adopted', 'ended')) = (adopted_on is not null)),
  check ((resolution is null) = (adopted_on is null))
);
call app.tenant_table('lpdi', 'select, insert, update');
create index lpdi_of_gmina on lpdi (centre_id, gmina, from_year);

-- What an indicator was on a day: measured by people, or computed by the system when a year was recorded.
create table lpdi_measurement (
  centre_id uuid not null,
  id uuid not null,
  lpdi_id uuid not null,
  indicator_id uuid not null,
  measured_on date not null,
  value numeric not null,
  source text not null,
  -- computed by the system, not typed in
  computed boolean not null default false,
  recorded_by uuid not null,
  recorded_on date not null,
  primary key (centre_id, id),
  unique (centre_id, lpdi_id, indicator_id, measured_on)
);
call app.tenant_table('lpdi_measurement', 'select, insert');
alter table lpdi_measurement add constraint lpdi_measurement_lpdi
  foreign key (centre_id, lpdi_id) references lpdi (centre_id, id);
alter table lpdi add constraint lpdi_replaces foreign key (centre_id, replaces) references lpdi (centre_id, id);
alter table planned_capacity add constraint planned_capacity_lpdi
  foreign key (centre_id, plan_id) references lpdi (centre_id, id);

-- A number that formulas of indicators need and the system does not keep (children under 10 in institutions, spending).
create table lpdi_input (
  centre_id uuid not null,
  id uuid not null,
  gmina text not null references gmina (teryt),
  input text not null check (input ~ '^[a-zA-Z0-9]{3,40}$'),
  as_of date not null,
  value numeric not null check (value >= 0),
  source text not null,
  recorded_by uuid not null,
  recorded_on date not null,
  primary key (centre_id, id),
  unique (centre_id, gmina, input, as_of)
);
call app.tenant_table('lpdi_input', 'select, insert');

-- A year of monitoring as it was recorded: indicators, actions, money and what changed since the adoption stand still in it.
create table lpdi_year (
  centre_id uuid not null,
  id uuid not null,
  lpdi_id uuid not null,
  year int not null check (year between 2020 and 2115),
  conclusions text not null,
  state jsonb not null,
  recorded_by uuid not null,
  recorded_on date not null,
  primary key (centre_id, id),
  unique (centre_id, lpdi_id, year)
);
call app.tenant_table('lpdi_year', 'select, insert');
alter table lpdi_year add constraint lpdi_year_lpdi
  foreign key (centre_id, lpdi_id) references lpdi (centre_id, id);
