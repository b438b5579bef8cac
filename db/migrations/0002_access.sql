-- Accounts, roles, sessions, the authorisations of art. 26, and break-glass access to a person.

create table organization (
  centre_id uuid not null,
  id uuid not null,
  name text not null,
  description text,
  -- art. 7(2) of the Act; null: the source does not say
  performer_type text,
  teryt text references gmina (teryt),
  -- the address to which the keeper of its cards is written is `email`
  address text, phone text, email text, web text, nip text, regon text, krs text,
  source text,
  -- the record's id in the system it was taken over from, and what of it has no place here (given back on export)
  source_system text, external_id text,
  foreign_facts jsonb not null default '{}',
  version int not null default 1,
  primary key (centre_id, id),
  unique (centre_id, source_system, external_id)
);
call app.tenant_table('organization');

create table account (
  centre_id uuid not null,
  id uuid not null,
  login text not null check (login = lower(login)),
  name text not null,
  position text not null,
  password_hash text,
  -- a one-time password: until its owner sets an own one, the session may do nothing else
  must_change_password boolean not null default false,
  -- sealed (src/platform/vault): no copy of the database gives the second factor away
  totp_secret text,
  -- the time step of the last accepted code: no code counts twice (RFC 6238, 5.2)
  totp_last_step bigint,
  state text not null default 'active' check (state in ('active', 'closed')),
  failed_attempts int not null default 0,
  locked_until timestamptz,
  -- the demonstration's one-click door: what this account is for
  persona text,
  -- a provider's or a unit's account acts for its organization, a resident's for one person
  organization_id uuid,
  person_id uuid,
  feed_secret text,
  last_signed_in_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (centre_id, id),
  unique (centre_id, login)
);
call app.tenant_table('account');

create table account_role (
  centre_id uuid not null,
  account_id uuid not null,
  role text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (centre_id, account_id, role, valid_from)
);
call app.tenant_table('account_role');

create table session (
  centre_id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (centre_id, token_hash)
);
call app.tenant_table('session');
create index session_account on session (centre_id, account_id);

create table authorisation (
  centre_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  -- programme_cases: art. 26(1), refusals and payment orders; plan_approval: art. 24(2)(3) and 41
  scope text not null check (scope in ('programme_cases', 'social_assistance', 'plan_approval')),
  -- the post it was given for; art. 26 treats them differently
  holder text not null check (holder in ('director', 'assistance_organiser', 'employee')),
  document text not null,
  granted_by text not null,
  -- the director's request, without which an employee is not authorised (art. 26(4))
  request text,
  -- the document by which the holder meets art. 122(1) of the social assistance act
  qualification text,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  -- from this day on it no longer holds
  revoked_on date,
  revoked_why text,
  version int not null default 1,
  primary key (centre_id, id)
);
call app.tenant_table('authorisation');
create index authorisation_account on authorisation (centre_id, account_id);

create table access_grant (
  centre_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  reason text not null,
  granted_at timestamptz not null default now(),
  until timestamptz not null,
  state text not null default 'to_review' check (state in ('to_review', 'justified', 'unjustified')),
  reviewed_by uuid,
  reviewed_at timestamptz,
  review text,
  primary key (centre_id, id)
);
call app.tenant_table('access_grant');
create index access_grant_open on access_grant (centre_id, account_id, person_id, until);

-- Autosaved forms: they outlive a session (nothing is lost on a time-out). No foreign key: a visitor's draft has no account.
create table form_draft (
  centre_id uuid not null,
  account_id uuid not null,
  form text not null,
  values jsonb not null,
  saved_at timestamptz not null default now(),
  primary key (centre_id, account_id, form)
);
call app.tenant_table('form_draft');

alter table account add foreign key (centre_id, organization_id) references organization (centre_id, id);
alter table account_role add foreign key (centre_id, account_id) references account (centre_id, id);
alter table session add foreign key (centre_id, account_id) references account (centre_id, id);
alter table authorisation add foreign key (centre_id, account_id) references account (centre_id, id);
alter table access_grant add foreign key (centre_id, account_id) references account (centre_id, id);

-- What a centre says of the accessibility of its pages and house (the statement of the act of 4.04.2019, art. 10-12):
-- shape and what is mandatory in src/modules/accessibility/domain/statement.ts. One for a centre.
create table accessibility_statement (
  centre_id uuid not null,
  content jsonb not null,
  version int not null default 1,
  saved_by uuid,
  saved_at timestamptz not null default now(),
  primary key (centre_id)
);
call app.tenant_table('accessibility_statement', 'select, insert, update');
