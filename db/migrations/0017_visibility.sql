-- What may you see: who stands in for whom and until when.

-- It writes to the chain with the rights of its owner: nobody but the application calls it.
revoke execute on function app.audit_append(jsonb) from public;
grant execute on function app.audit_append(jsonb) to okienko_app;

-- A worker stands in for another between two days, both included. It gives the relation to the other's cases and no role:
-- the deputy holds each of those roles (art. 28, 30). `ended_on`: the day from which it no longer holds.
create table substitution (
  centre_id uuid not null,
  id uuid not null,
  absent_id uuid not null,
  deputy_id uuid not null,
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  reason text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  ended_on date,
  ended_by uuid,
  primary key (centre_id, id),
  check (absent_id <> deputy_id),
  check ((ended_on is null) = (ended_by is null)),
  foreign key (centre_id, absent_id) references account (centre_id, id),
  foreign key (centre_id, deputy_id) references account (centre_id, id),
  foreign key (centre_id, set_by) references account (centre_id, id)
);
call app.tenant_table('substitution', 'select, insert, update');
create index substitution_deputy on substitution (centre_id, deputy_id, valid_to);
create index substitution_absent on substitution (centre_id, absent_id, valid_to);

-- The session in which the deputy works for the other one now; it falls back to the own account when it is put away, when
-- the substitution ends, or with the session.
create table session_substitution (
  centre_id uuid not null,
  session_id uuid not null,
  substitution_id uuid not null,
  since timestamptz not null,
  primary key (centre_id, session_id),
  foreign key (centre_id, session_id) references session (centre_id, id) on delete cascade,
  foreign key (centre_id, substitution_id) references substitution (centre_id, id)
);
call app.tenant_table('session_substitution');
