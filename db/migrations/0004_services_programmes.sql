-- Services of the gmina and programmes of social services (art. 4-7).

-- The card of a service (domain reference, section 11). null is a fact that nobody gave: unknown, never "no".
create table service (
  centre_id uuid not null,
  id uuid not null,
  -- TERYT of the gminas in which it is offered; empty: in every gmina of the centre
  gminas text[] not null default '{}',
  -- who performs it
  organization_id uuid,
  -- the performer as the source writes it, where it names none or several
  performer_words text,
  -- whose card it is: the unit or organization that feeds it (art. 13(2)); null: the performer's, else the centre's
  owner_id uuid,
  name text not null,
  description text,
  -- one of the 14 areas of art. 2(1); null: the source does not say
  area int check (area between 1 and 14),
  track text not null check (track in ('programme', 'separate_statute', 'general_offer')),
  -- the source does not name the track: it was read from the description
  track_assumed boolean not null default false,
  -- where a service under a separate statute is decided: team, office or unit (art. 19)
  handled_by text,
  -- art. 2(1), 5(1)
  recipient_type text check (recipient_type in ('person', 'family', 'group', 'residentsWithNeeds', 'allResidents')),
  recipient_groups text[] not null default '{}' check (recipient_groups <@ array['children', 'youth', 'families', 'adults',
    'olderPeople', 'disabledPeople', 'carers', 'fosterCare', 'mentalCrisis', 'addiction', 'violence', 'unemployed',
    'homelessness', 'migrants', 'everybody']),
  age_from int check (age_from between 0 and 150),
  age_to int check (age_to between 0 and 150),
  recipients text, conditions text,
  -- papers to bring, one by one
  documents text[] not null default '{}',
  reach text[] not null default '{}' check (reach <@ array['home', 'stationary', 'mobile', 'remote']),
  -- where and when in the source's own words; the places themselves are service_location
  place text, hours text,
  -- [{ id, byday: ['MO'], opens: '08:00', closes: '15:00', locationId?, validFrom?, validTo?, freq?, interval?, notes? }]
  schedules jsonb not null default '[]',
  contact_name text, phone text, email text, web text,
  fee_kind text check (fee_kind in ('free', 'paid', 'byIncome')),
  fee text,
  fee_grosze bigint check (fee_grosze >= 0),
  fee_unit text check (fee_unit in ('hour', 'visit', 'day', 'month', 'item')),
  apply_channels text[] not null default '{}'
    check (apply_channels <@ array['inPerson', 'phone', 'email', 'web', 'post', 'referral']),
  apply_words text, apply_link text,
  max_months int,
  -- structured reading of the conditions (src/law/qualification.ts); absent conditions are unknown, not met
  match jsonb not null default '[]',
  capacity_status text not null default 'unknown' check (capacity_status in ('free', 'none', 'waiting', 'ask', 'unknown')),
  capacity_free int check (capacity_free >= 0),
  -- all places, free and taken
  capacity_places int check (capacity_places >= 0),
  wait_value int check (wait_value > 0),
  wait_unit text check (wait_unit in ('days', 'months')),
  capacity_on date,
  capacity_until date,
  -- ISO 639 codes; 'pso' is Polish sign language
  languages text[] not null default '{}',
  financing text, financing_from date, financing_to date,
  -- { uk: { name, description, ... }, en: {...} }: what is missing is shown in Polish
  translations jsonb not null default '{}',
  state text not null default 'published'
    check (state in ('draft', 'submitted', 'verified', 'published', 'to_confirm', 'suspended', 'withdrawn')),
  state_reason text,
  source text,
  -- the day, month or year of the source's own page, as far as it says
  source_as_of text,
  note text,
  confirmed_on date,
  -- by when somebody should confirm it again: the day of the confirmation and the centre's setting
  confirm_by date,
  -- when its owner was last asked to confirm it
  asked_on date,
  -- the record's id in the system it was taken over from, and what of it has no place here (given back on export)
  source_system text, external_id text,
  foreign_facts jsonb not null default '{}',
  changed_at timestamptz not null default now(),
  version int not null default 1,
  primary key (centre_id, id),
  unique (centre_id, source_system, external_id),
  check ((wait_value is null) = (wait_unit is null))
);
call app.tenant_table('service', 'select, insert, update');
create index service_area on service (centre_id, area);
create index service_owner on service (centre_id, coalesce(owner_id, organization_id));
create index service_confirm on service (centre_id, confirm_by) where state = 'published';

-- A place where services are given (the location of HSDS); one place may hold many services and a service many places.
create table location (
  centre_id uuid not null,
  id uuid not null,
  organization_id uuid,
  name text,
  description text,
  kind text not null default 'physical' check (kind in ('physical', 'postal', 'virtual')),
  street text, city text, postal_code text,
  teryt text references gmina (teryt),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- the coordinates are the middle of the gmina or locality, not of the house
  approximate boolean not null default false,
  url text,
  -- coded features (domain/card.ts); null: nobody has said, which is not "none"
  accessibility text[],
  accessibility_words text,
  source_system text, external_id text,
  foreign_facts jsonb not null default '{}',
  version int not null default 1,
  primary key (centre_id, id),
  unique (centre_id, source_system, external_id),
  check ((latitude is null) = (longitude is null))
);
call app.tenant_table('location');

create table service_location (
  centre_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  location_id uuid not null,
  position int not null default 0,
  description text,
  source_system text, external_id text,
  foreign_facts jsonb not null default '{}',
  primary key (centre_id, id),
  unique (centre_id, service_id, location_id)
);
call app.tenant_table('service_location');
create index service_location_place on service_location (centre_id, location_id);

-- What the owner of a card would change in what matters: the organiser takes it over or leaves it.
create table card_proposal (
  centre_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  -- by an account of the unit or by a link of the organization
  account_id uuid,
  link_id uuid,
  -- { field: { before, after } }
  changes jsonb not null,
  words text,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  decided_by uuid,
  decided_why text,
  created_at timestamptz not null default now(),
  version int not null default 1,
  primary key (centre_id, id)
);
call app.tenant_table('card_proposal', 'select, insert, update');
create index card_proposal_open on card_proposal (centre_id, service_id) where state = 'open';

-- A signed link by which an organization without an account keeps its own cards. Only a hash of its secret is kept.
create table card_link (
  centre_id uuid not null,
  id uuid not null,
  organization_id uuid not null,
  -- SHA-256 of the secret; null: made, but not yet given to anybody
  token_hash bytea,
  email text,
  expires_on date not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  last_used_at timestamptz,
  uses int not null default 0,
  -- how it left: by mail, into the folder of letters to hand over, or shown on the screen
  sent_as text check (sent_as in ('mail', 'file', 'screen')),
  sent_at timestamptz,
  version int not null default 1,
  primary key (centre_id, id),
  unique (centre_id, token_hash)
);
call app.tenant_table('card_link', 'select, insert, update');
create index card_link_organization on card_link (centre_id, organization_id);

-- What a centre has set for its directory: no act says how long a confirmation or a link is good for.
create table directory_setting (
  centre_id uuid primary key,
  confirm_days int not null check (confirm_days between 1 and 730),
  link_days int not null check (link_days between 1 and 365),
  version int not null default 1
);
call app.tenant_table('directory_setting');

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
alter table service add foreign key (centre_id, owner_id) references organization (centre_id, id);
alter table location add foreign key (centre_id, organization_id) references organization (centre_id, id);
alter table service_location add foreign key (centre_id, service_id) references service (centre_id, id) on delete cascade;
alter table service_location add foreign key (centre_id, location_id) references location (centre_id, id);
alter table card_proposal add foreign key (centre_id, service_id) references service (centre_id, id);
alter table card_proposal add foreign key (centre_id, link_id) references card_link (centre_id, id);
alter table card_link add foreign key (centre_id, organization_id) references organization (centre_id, id);
alter table programme_version add foreign key (centre_id, programme_id) references programme (centre_id, id);
alter table programme_service add foreign key (centre_id, programme_version_id) references programme_version (centre_id, id);
alter table programme_service add foreign key (centre_id, service_id) references service (centre_id, id);
alter table contract add foreign key (centre_id, organization_id) references organization (centre_id, id);
alter table contract add foreign key (centre_id, service_id) references service (centre_id, id);
