-- Who is who, stronger: passkeys, recovery codes, sessions that can be seen and ended, sign-in through another system.

-- Where an account is told that something that opens it has changed; the message itself names nobody.
alter table account add column email text check (email ~ '^[^@\s]+@[^@\s]+$');

-- A session has a name of its own (the token stays a secret), how it began, when who sits there last proved it, and on
-- what kind of device it runs ("firefox/windows", never the browser's whole signature). `half`: the second factor is
-- still to come. Columns with defaults: under forced row-level security an owner without a centre updates no row.
alter table session
  add column id uuid not null default gen_random_uuid(),
  add column method text not null default 'password' check (method in ('password', 'passkey', 'persona', 'external')),
  add column half boolean not null default false,
  add column proved_at timestamptz not null default now(),
  add column seen_at timestamptz not null default now(),
  add column device text;
create unique index session_id on session (centre_id, id);

create table passkey (
  centre_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  -- base64url, as the browser says it (WebAuthn level 3)
  credential_id text not null,
  public_key bytea not null,
  -- a counter that goes back tells of a copied key; keys that are synchronised do not count and stay at 0
  counter bigint not null default 0,
  transports text[] not null default '{}',
  -- multi-device credential (BE), and whether a copy of it exists elsewhere now (BS)
  synced boolean not null,
  backed_up boolean not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  primary key (centre_id, id),
  unique (centre_id, credential_id),
  foreign key (centre_id, account_id) references account (centre_id, id)
);
call app.tenant_table('passkey');
create index passkey_account on passkey (centre_id, account_id);

-- Ten codes on paper for the day the phone is lost; each counts once. Only hashes: a code has 80 random bits.
create table recovery_code (
  centre_id uuid not null,
  account_id uuid not null,
  code_hash bytea not null,
  made_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (centre_id, account_id, code_hash),
  foreign key (centre_id, account_id) references account (centre_id, id)
);
call app.tenant_table('recovery_code');

-- What was shown to us once and must not count again: challenges of passkeys, states of an external sign-in.
create table spent_proof (
  centre_id uuid not null,
  proof_hash bytea not null,
  until timestamptz not null,
  primary key (centre_id, proof_hash)
);
call app.tenant_table('spent_proof', 'select, insert, delete');
create index spent_proof_until on spent_proof (centre_id, until);

-- Wrong tries under a name that no account has: they count as for one that is there, so that nothing tells them apart.
create table unknown_login (
  centre_id uuid not null,
  login_hash bytea not null,
  failed_attempts int not null,
  locked_until timestamptz,
  tried_at timestamptz not null,
  primary key (centre_id, login_hash)
);
call app.tenant_table('unknown_login');
create index unknown_login_tried on unknown_login (centre_id, tried_at);

-- Sign-in through another system (OpenID Connect), one for each door; no row: off.
create table sign_in_provider (
  centre_id uuid not null,
  door text not null check (door in ('staff', 'residents')),
  -- what the button says: "Katalog Urzędu Miasta", "login.gov.pl"
  label text not null,
  issuer text not null,
  client_id text not null,
  -- sealed (src/platform/vault); null: a public client
  client_secret text,
  -- the other system asks for a second factor itself; else ours is asked after it
  second_factor boolean not null default false,
  -- the claim that holds the PESEL, and whether a person found by it exactly is let in without a clerk
  pesel_claim text,
  match_person boolean not null default false,
  active boolean not null default false,
  version int not null default 1,
  primary key (centre_id, door),
  check (door = 'residents' or not match_person),
  check (not match_person or pesel_claim is not null)
);
call app.tenant_table('sign_in_provider');

-- Who in the other system is which account here. The subject is the other system's own sign, never an e-mail address.
create table external_identity (
  centre_id uuid not null,
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  linked_at timestamptz not null default now(),
  linked_by uuid,
  primary key (centre_id, issuer, subject),
  foreign key (centre_id, account_id) references account (centre_id, id)
);
call app.tenant_table('external_identity');
create index external_identity_account on external_identity (centre_id, account_id);

-- A code that joins the two, once: an administrator's invitation of an account, or what a resident shows at the window.
create table link_code (
  centre_id uuid not null,
  code_hash bytea not null,
  account_id uuid,
  issuer text,
  subject text,
  made_at timestamptz not null default now(),
  until timestamptz not null,
  primary key (centre_id, code_hash),
  foreign key (centre_id, account_id) references account (centre_id, id),
  check ((account_id is null) = (subject is not null) and (issuer is null) = (subject is null))
);
call app.tenant_table('link_code');
