-- Accounts, roles, sessions, the authorisations of art. 26, and break-glass access to a person.

create table organization (
  centre_id uuid not null,
  id uuid not null,
  name text not null,
  -- art. 7(2) of the Act; null: the source does not say
  performer_type text,
  teryt text references gmina (teryt),
  address text, phone text, email text, web text, nip text, regon text, krs text,
  source text,
  version int not null default 1,
  primary key (centre_id, id)
);
call app.tenant_table('organization');

create table account (
  centre_id uuid not null,
  id uuid not null,
  login text not null,
  name text not null,
  position text not null,
  password_hash text,
  totp_secret text,
  state text not null default 'active' check (state in ('active', 'closed')),
  failed_attempts int not null default 0,
  locked_until timestamptz,
  -- the demonstration's one-click door: what this account is for
  persona text,
  -- a provider's or a unit's account acts for its organization, a resident's for one person
  organization_id uuid,
  person_id uuid,
  feed_secret text,
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
  valid_to date,
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

create table authorisation (
  centre_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  scope text not null,
  document text not null,
  granted_by text not null,
  valid_from date not null,
  valid_to date,
  revoked_on date,
  version int not null default 1,
  primary key (centre_id, id)
);
call app.tenant_table('authorisation');

create table access_grant (
  centre_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  reason text not null,
  granted_at timestamptz not null default now(),
  until timestamptz not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  review text,
  primary key (centre_id, id)
);
call app.tenant_table('access_grant');

-- Autosaved forms: they outlive a session (nothing is lost on a time-out).
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
alter table form_draft add foreign key (centre_id, account_id) references account (centre_id, id);
