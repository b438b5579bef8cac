-- Running it: what servers say of themselves, backups, alarms that were told. These tables belong to the installation and not to
-- a centre; they hold no person, no case and no account.

-- One row per server, kept fresh by itself; gone a day after it ended.
create table web_process (
  id uuid primary key,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  -- src/platform/operations/facts.ts
  facts jsonb not null
);
grant select, insert, update, delete on web_process to okienko_app;

-- One row per backup. Made by the owner's connection; the application may ask for one and read how it went.
create table backup_run (
  id uuid primary key,
  -- the day in Poland whose backup it is; null: somebody asked for it
  day date unique,
  source text not null check (source in ('schedule', 'page', 'command')),
  asked_at timestamptz not null default now(),
  began_at timestamptz,
  ended_at timestamptz,
  tries int not null default 0,
  next_try_at timestamptz not null default now(),
  file text,
  bytes bigint,
  row_count bigint,
  -- restored into a database of its own: rows counted, references and audit chains checked
  verified boolean not null default false,
  error text,
  removed_at timestamptz,
  check ((day is null) = (source <> 'schedule'))
);
create index backup_run_asked on backup_run (asked_at desc);
grant select, insert on backup_run to okienko_app;

-- Alarms that stand and when the operators were last written to; one that ended leaves.
create table alarm_told (
  name text primary key,
  since timestamptz not null,
  told_at timestamptz
);

-- Whether a server's program and the schema fit together.
grant select on migration to okienko_app;
