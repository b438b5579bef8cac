-- People, households with dated membership, relations, and the index that finds a person in spite of typing errors.

create table person (
  centre_id uuid not null,
  id uuid not null,
  gmina text not null references gmina (teryt),
  given_name text not null,
  middle_name text,
  family_name text not null,
  birth_date date,
  sex text check (sex in ('F', 'M')),
  pesel text check (pesel ~ '^[0-9]{11}$'),
  -- why there is no PESEL; people without one are first-class (KRI par. 10)
  no_pesel_reason text,
  -- reason for sex or birth date that differ from what the PESEL says
  pesel_override_reason text,
  other_id_kind text,
  other_id_number text,
  locality text, street text, house_number text, flat_number text, postcode text,
  -- a hidden address is shown nowhere: search, lists, print, export
  shielded boolean not null default false,
  phone text, email text,
  language text not null default 'pl',
  contact_preference text,
  accessibility_needs text,
  deceased_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (centre_id, id),
  unique (centre_id, pesel),
  check (pesel is not null or no_pesel_reason is not null)
);
call app.tenant_table('person', 'select, insert, update');
create index person_name on person (centre_id, family_name, given_name);
create index person_birth on person (centre_id, birth_date);

create table household (
  centre_id uuid not null,
  id uuid not null,
  gmina text not null references gmina (teryt),
  name text not null,
  version int not null default 1,
  primary key (centre_id, id)
);
call app.tenant_table('household', 'select, insert, update');

create table household_member (
  centre_id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  part text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (centre_id, household_id, person_id, valid_from)
);
call app.tenant_table('household_member');
create index household_member_person on household_member (centre_id, person_id);

-- `person_id` is represented or cared for by `other_person_id`.
create table person_relation (
  centre_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  other_person_id uuid not null,
  kind text not null check (kind in ('statutory_representative', 'factual_carer', 'family')),
  note text,
  document text,
  valid_from date not null,
  valid_to date,
  primary key (centre_id, id),
  check (person_id <> other_person_id)
);
call app.tenant_table('person_relation');
create index person_relation_person on person_relation (centre_id, person_id);
create index person_relation_other on person_relation (centre_id, other_person_id);

alter table household_member add foreign key (centre_id, household_id) references household (centre_id, id);
alter table household_member add foreign key (centre_id, person_id) references person (centre_id, id);
alter table person_relation add foreign key (centre_id, person_id) references person (centre_id, id);
alter table person_relation add foreign key (centre_id, other_person_id) references person (centre_id, id);
alter table access_grant add foreign key (centre_id, person_id) references person (centre_id, id);
alter table account add foreign key (centre_id, person_id) references person (centre_id, id);
