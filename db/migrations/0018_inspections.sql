-- An inspection from outside: who orders it, on what, what it covers and until when. Inspectors have an account within it
-- only, and read the files of its sample and nothing else.

create table inspection (
  centre_id uuid not null,
  id uuid not null,
  authority text not null check (authority in ('voivode', 'audit_office', 'accounting_chamber', 'other')),
  -- as the authorisation says it, in the centre's words
  authority_name text not null,
  ground text not null,
  authorisation text not null,
  -- what it covers: matters of these kinds whose day lies in these days
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  kinds text[] not null check (cardinality(kinds) > 0
    and kinds <@ array['report', 'application', 'plan', 'decision', 'fee', 'transfer']),
  -- days in Poland, both included: outside them nothing is shown
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  opened_by uuid not null,
  opened_at timestamptz not null,
  -- the drawing, written down so that it can be repeated: every file in the frame, the seed, how many were to be drawn
  frame uuid[],
  seed text,
  sample_size int check (sample_size > 0),
  drawn_at timestamptz,
  drawn_by uuid,
  -- before its last day, and why
  ended_at timestamptz,
  ended_by uuid,
  ended_why text,
  version int not null default 1,
  primary key (centre_id, id),
  check (num_nulls(frame, seed, sample_size, drawn_at, drawn_by) in (0, 5)),
  check (num_nulls(ended_at, ended_by, ended_why) in (0, 3)),
  foreign key (centre_id, opened_by) references account (centre_id, id),
  foreign key (centre_id, drawn_by) references account (centre_id, id),
  foreign key (centre_id, ended_by) references account (centre_id, id)
);
call app.tenant_table('inspection', 'select, insert, update');

-- A file that its inspectors may read.
create table inspection_file (
  centre_id uuid not null,
  inspection_id uuid not null,
  case_id uuid not null,
  position int not null,
  how text not null check (how in ('drawn', 'added')),
  -- why it was added by hand
  reason text,
  added_by uuid not null,
  added_at timestamptz not null,
  -- of a person whose address is hidden: who let it be shown, and why
  address_why text,
  address_by uuid,
  address_at timestamptz,
  -- taken out again: shown no more
  withdrawn_why text,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (centre_id, inspection_id, case_id),
  check ((how = 'added') = (reason is not null)),
  check (how = 'added' or withdrawn_at is null),
  check (num_nulls(address_why, address_by, address_at) in (0, 3)),
  check (num_nulls(withdrawn_why, withdrawn_by, withdrawn_at) in (0, 3)),
  foreign key (centre_id, inspection_id) references inspection (centre_id, id),
  foreign key (centre_id, case_id) references case_file (centre_id, id),
  foreign key (centre_id, added_by) references account (centre_id, id),
  foreign key (centre_id, address_by) references account (centre_id, id),
  foreign key (centre_id, withdrawn_by) references account (centre_id, id)
);
call app.tenant_table('inspection_file', 'select, insert, update');
create index inspection_file_case on inspection_file (centre_id, case_id);

-- An account belongs to one inspection and ends with it.
create table inspector (
  centre_id uuid not null,
  account_id uuid not null,
  inspection_id uuid not null,
  -- the inspector's own paper, where the authorisation does not name them
  document text,
  primary key (centre_id, account_id),
  foreign key (centre_id, account_id) references account (centre_id, id),
  foreign key (centre_id, inspection_id) references inspection (centre_id, id)
);
call app.tenant_table('inspector', 'select, insert');
create index inspector_inspection on inspector (centre_id, inspection_id);

-- There is no inspector without a last day, whoever writes the role.
alter table account_role add constraint account_role_inspector_ends check (role <> 'inspector' or valid_to is not null);

-- A file that was erased leaves no words about its person behind: why it was added, why its address was shown.
create function app.forget_inspected() returns trigger language plpgsql as $$ begin
  update inspection_file f set reason = case when f.reason is not null then '—' end,
    address_why = case when f.address_why is not null then '—' end,
    withdrawn_why = case when f.withdrawn_why is not null then '—' end
    where f.centre_id = new.centre_id and f.case_id = new.id;
  return null;
end $$;
create trigger inspected after update of erased_on on case_file for each row
  when (new.erased_on is not null and old.erased_on is null) execute function app.forget_inspected();
