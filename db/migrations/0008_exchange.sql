-- Files of other directories that wait to be taken over (HSDS as JSON or CSV). The content goes when it is decided.
create table exchange_import (
  centre_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  file_name text not null,
  -- the name of the system that the file comes from: together with a record's id there it is the record's key
  source_system text not null,
  content bytea,
  -- { added, changed, unchanged, refused } and what is to be told row by row
  preview jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'dropped')),
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  version int not null default 1,
  primary key (centre_id, id),
  check (state = 'waiting' or content is null)
);
call app.tenant_table('exchange_import', 'select, insert, update');
