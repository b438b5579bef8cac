-- A centre that leaves: everything of it as one archive, asked for on a page, made by a server, kept sealed until it expires.
-- The row says how far it is; it holds no person. It belongs to the installation where the file lies and does not travel along.
create table centre_export (
  centre_id uuid not null references centre (id),
  id uuid not null,
  asked_at timestamptz not null,
  began_at timestamptz,
  ended_at timestamptz,
  tries int not null default 0,
  -- tables that are done, and that there are to do
  done int not null default 0,
  of int not null default 0,
  row_count bigint,
  bytes bigint,
  sha256 text,
  error text,
  -- until when it is kept; somebody may end it earlier
  expires_at timestamptz,
  removed_at timestamptz,
  primary key (centre_id, id)
);
call app.tenant_table('centre_export', 'select, insert, update');
