-- Services of the gmina and programmes of social services (art. 4-7).

create table service (
  centre_id uuid not null,
  id uuid not null,
  -- null: offered in every gmina of the centre
  gmina text references gmina (teryt),
  organization_id uuid,
  -- the performer as the source writes it, where it names none or several
  performer_words text,
  name text not null,
  description text,
  -- one of the 14 areas of art. 2(1); null: the source does not say
  area int check (area between 1 and 14),
  track text not null check (track in ('programme', 'separate_statute', 'general_offer')),
  -- the source does not name the track: it was read from the description
  track_assumed boolean not null default false,
  -- where a service under a separate statute is decided: team, office or unit (art. 19)
  handled_by text,
  recipients text, conditions text, fee text, hours text, place text,
  contact_name text, phone text, email text,
  max_months int,
  -- structured reading of the conditions (src/law/qualification.ts); absent conditions are unknown, not met
  match jsonb not null default '[]',
  capacity_status text not null default 'unknown' check (capacity_status in ('free', 'none', 'waiting', 'ask', 'unknown')),
  capacity_free int check (capacity_free >= 0),
  capacity_until date,
  state text not null default 'published' check (state in ('draft', 'published', 'suspended', 'withdrawn')),
  state_reason text,
  source text,
  -- the day, month or year of the source's own page, as far as it says
  source_as_of text,
  note text,
  confirmed_on date,
  version int not null default 1,
  primary key (centre_id, id)
);
call app.tenant_table('service', 'select, insert, update');
create index service_area on service (centre_id, area);

create table programme (
  centre_id uuid not null,
  id uuid not null,
  gmina text not null references gmina (teryt),
  name text not null,
  source text,
  note text,
  version int not null default 1,
  primary key (centre_id, id)
);
call app.tenant_table('programme', 'select, insert, update');

-- A version stands on a resolution of the council; an adopted version is never edited.
create table programme_version (
  centre_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  number int not null,
  state text not null check (state in ('draft', 'draft_resolution', 'adopted', 'in_force', 'ended', 'reported', 'superseded', 'repealed')),
  -- the 12 mandatory items of art. 5(3) by their ids (src/law/programme-items.ts); a missing item is absent
  items jsonb not null default '{}',
  valid_from date,
  valid_to date,
  resolution_number text,
  resolution_date date,
  journal_position text,
  -- published on two pages: the gmina office's and the centre's (art. 5(5))
  bip_office text,
  bip_centre text,
  ended_on date,
  end_reason text,
  -- the resolution by which it was repealed
  repeal text,
  -- information on implementation (art. 6), with the two addresses of its publication
  information jsonb,
  version int not null default 1,
  primary key (centre_id, id),
  unique (centre_id, programme_id, number)
);
call app.tenant_table('programme_version', 'select, insert, update');
create unique index programme_version_one_in_force on programme_version (centre_id, programme_id) where state = 'in_force';

-- A service offered by a version: its limits, conditions, data whitelist and price.
create table programme_service (
  centre_id uuid not null,
  id uuid not null,
  programme_version_id uuid not null,
  service_id uuid not null,
  limit_people int check (limit_people >= 0),
  limit_grosze bigint check (limit_grosze >= 0),
  unit text not null default 'hour' check (unit in ('hour', 'visit', 'day', 'month', 'item')),
  unit_price_grosze bigint,
  max_months int,
  conditions jsonb not null default '[]',
  -- how it is charged: free, per unit, or by dated tables of income bands (src/law/fees.ts); null: not said, see fee_note
  fee jsonb,
  fee_note text,
  -- used places and committed money; the checks make acceptance over the limit impossible, whoever writes
  used_people int not null default 0 check (used_people >= 0),
  used_grosze bigint not null default 0 check (used_grosze >= 0),
  version int not null default 1,
  primary key (centre_id, id),
  unique (centre_id, programme_version_id, service_id),
  constraint programme_service_people_limit check (limit_people is null or used_people <= limit_people),
  constraint programme_service_money_limit check (limit_grosze is null or used_grosze <= limit_grosze)
);
call app.tenant_table('programme_service');

create table contract (
  centre_id uuid not null,
  id uuid not null,
  organization_id uuid not null,
  service_id uuid not null,
  number text not null,
  legal_basis text,
  valid_from date not null,
  valid_to date,
  unit_price_grosze bigint,
  limit_units int,
  primary key (centre_id, id)
);
call app.tenant_table('contract', 'select, insert, update');

alter table service add foreign key (centre_id, organization_id) references organization (centre_id, id);
alter table programme_version add foreign key (centre_id, programme_id) references programme (centre_id, id);
alter table programme_service add foreign key (centre_id, programme_version_id) references programme_version (centre_id, id);
alter table programme_service add foreign key (centre_id, service_id) references service (centre_id, id);
alter table contract add foreign key (centre_id, organization_id) references organization (centre_id, id);
alter table contract add foreign key (centre_id, service_id) references service (centre_id, id);
