-- Roles, the tenant's context, the audit chain and the outbox.
-- Rules that keep the schema distributable by centre stand in docs/decisions/0003-tenant-in-every-key.md.

do $$ begin
  if not exists (select from pg_roles where rolname = 'okienko_app') then
    create role okienko_app login nobypassrls;
  end if;
  -- An owner without CREATEROLE cannot give itself the role, and need not when the server's administrator already has.
  begin
    execute format('grant okienko_app to %I', current_user);
  exception when insufficient_privilege then
    if not pg_has_role(current_user, 'okienko_app', 'member') then raise; end if;
  end;
end $$;

create extension if not exists unaccent;

create schema app;
grant usage on schema app, public to okienko_app;

-- Fails closed: without a context there is no centre, and no row.
create function app.centre() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.centre', true), '')::uuid $$;

-- Makes a table a tenant's table. A test walks the catalogue and fails on any table with centre_id without it.
create procedure app.tenant_table(table_name text, privileges text default 'select, insert, update, delete')
language plpgsql as $$ begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy centre on %I using (centre_id = nullif(current_setting(''app.centre'', true), '''')::uuid)
    with check (centre_id = nullif(current_setting(''app.centre'', true), '''')::uuid)', table_name);
  execute format('grant %s on %I to okienko_app', privileges, table_name);
end $$;

-- Reference data: no tenant, no personal data.
create table gmina (
  teryt text primary key check (teryt ~ '^[0-9]{7}$'),
  name text not null,
  kind text not null,
  powiat text not null,
  voivodeship text not null
);

create table centre (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  legal_form text not null check (legal_form in ('A', 'B', 'C')),
  place text not null,
  letterhead jsonb not null,
  -- case signs: cell sign and JRWA class per kind of case (the centre's own filing plan, never hard-coded)
  filing jsonb not null,
  settings jsonb not null default '{}',
  demonstration boolean not null default false,
  created_at timestamptz not null default now()
);

create table centre_gmina (
  centre_id uuid not null references centre (id),
  teryt text not null references gmina (teryt),
  agreement text,
  valid_from date not null,
  valid_to date,
  primary key (centre_id, teryt)
);
grant select on gmina, centre, centre_gmina to okienko_app;

-- The audit chain (art. 50(3): what data, when, by whom). Append-only: the application may read and append, nothing else.
create table audit_entry (
  centre_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  account_id uuid,
  actor text not null,
  action text not null,
  kind text not null check (kind in ('change', 'read', 'access')),
  person_id uuid,
  case_id uuid,
  basis text,
  what jsonb not null,
  hash bytea not null,
  primary key (centre_id, seq)
);
create index audit_entry_person on audit_entry (centre_id, person_id, seq desc) where person_id is not null;
create index audit_entry_case on audit_entry (centre_id, case_id, seq desc) where case_id is not null;

create table audit_head (
  centre_id uuid primary key,
  seq bigint not null,
  hash bytea not null
);

-- The text that is hashed: every column of the entry, in an order that never changes.
create function app.audit_text(e audit_entry) returns text language sql stable parallel safe as $$
  select jsonb_build_array(e.centre_id, e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    e.account_id, e.actor, e.action, e.kind, e.person_id, e.case_id, e.basis, e.what)::text
$$;

-- Appends entries to the centre's chain inside the caller's transaction; the head's row lock keeps the order.
create function app.audit_append(entries jsonb) returns bigint language plpgsql security definer
  set search_path = public, app, pg_temp as $$
declare
  tenant uuid := app.centre();
  head audit_head;
  entry jsonb;
  line audit_entry;
  -- A demonstration tells what happened in the past two months: its loader may say when. No other centre may.
  told timestamptz;
begin
  if tenant is null then raise exception 'audit without a centre'; end if;
  if coalesce(current_setting('app.clock', true), '') <> '' then
    select current_setting('app.clock')::timestamptz into told from centre where id = tenant and demonstration;
  end if;
  select * into head from audit_head where centre_id = tenant for update;
  if not found then
    insert into audit_head values (tenant, 0, '\x') on conflict do nothing;
    select * into head from audit_head where centre_id = tenant for update;
  end if;
  for entry in select * from jsonb_array_elements(entries) loop
    head.seq := head.seq + 1;
    line := row(tenant, head.seq, coalesce(told, clock_timestamp()), (entry->>'accountId')::uuid, entry->>'actor', entry->>'action',
      entry->>'kind', (entry->>'personId')::uuid, (entry->>'caseId')::uuid, entry->>'basis', coalesce(entry->'what', '{}'), '\x')::audit_entry;
    line.hash := sha256(head.hash || convert_to(app.audit_text(line), 'UTF8'));
    insert into audit_entry values (line.*);
    head.hash := line.hash;
  end loop;
  update audit_head set seq = head.seq, hash = head.hash where centre_id = tenant;
  return head.seq;
end $$;

-- The first entry whose hash does not follow from the one before, a head that does not match the last entry, or entries
-- that no head vouches for (added past it, or the head was removed). One walk in the order of the key.
create function app.audit_first_broken(tenant uuid) returns bigint language sql stable as $$
  select min(seq) from (
    select seq from (
      select e.seq, e.hash, lag(e.hash, 1, '\x'::bytea) over (order by e.seq) as before,
             row_number() over (order by e.seq) as position, app.audit_text(e) as text
      from audit_entry e where e.centre_id = tenant) chain
    where hash <> sha256(before || convert_to(text, 'UTF8')) or seq <> position
    union all
    select h.seq from audit_head h left join audit_entry e on e.centre_id = h.centre_id and e.seq = h.seq
    where h.centre_id = tenant and h.seq > 0 and e.hash is distinct from h.hash
    union all
    select min(e.seq) from audit_entry e
    where e.centre_id = tenant and e.seq > coalesce((select h.seq from audit_head h where h.centre_id = tenant), 0)
  ) broken
$$;

call app.tenant_table('audit_entry', 'select');
alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy centre on audit_head using (centre_id = nullif(current_setting('app.centre', true), '')::uuid);
grant select on audit_head to okienko_app;

-- A form sent twice, an API call repeated after a lost answer: the first result is given again.
create table command_receipt (
  centre_id uuid not null,
  once uuid not null,
  account_id uuid,
  command text not null,
  result jsonb not null,
  at timestamptz not null default now(),
  primary key (centre_id, once)
);
call app.tenant_table('command_receipt', 'select, insert');

-- Numbers that must have no gaps and no twins: case signs, decisions, documents.
create table counter (
  centre_id uuid not null,
  name text not null,
  year int not null,
  value int not null,
  primary key (centre_id, name, year)
);
call app.tenant_table('counter', 'select, insert, update');

-- What leaves the centre (letters to render, mail): written with the change, carried out afterwards.
create table outbox (
  centre_id uuid not null,
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  tries int not null default 0,
  next_try_at timestamptz not null default now(),
  done_at timestamptz,
  last_error text,
  primary key (centre_id, id)
);
create index outbox_open on outbox (next_try_at) where done_at is null;
call app.tenant_table('outbox', 'select, insert, update');

-- Which keys have sealed values in this database (the keys themselves live outside it), each with a value that only it
-- opens. Read and written by the owner at a start; the application has no right to it.
create table key_check (
  key_id text primary key,
  sealed text not null,
  since timestamptz not null default now()
);

-- What the system does by itself once a day: one row per centre, command and day in Poland. `once` is the key of the
-- submission, so that a run that broke off after its commit is not done again.
create table daily_run (
  centre_id uuid not null,
  name text not null,
  day date not null,
  once uuid not null default gen_random_uuid(),
  tries int not null default 1,
  next_try_at timestamptz not null,
  done_at timestamptz,
  last_error text,
  primary key (centre_id, name, day)
);
call app.tenant_table('daily_run', 'select, insert, update');
