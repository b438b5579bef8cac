-- Loose ends of trust.

-- Every sign that the centre has given to a case, a plan or a decision: one sign, one matter, whatever the filing plan says
-- (two kinds of one class have two counters). A letter carries the sign of its matter, and there are several in one case:
-- that is why `document.sign` is not unique.
create table given_sign (
  centre_id uuid not null references centre (id),
  sign text not null,
  primary key (centre_id, sign)
);
call app.tenant_table('given_sign', 'select, insert');

-- What was given before, centre by centre: the tables are closed to whoever is in no centre. Twins of two kinds stay as
-- they were issued (a paper that was sent keeps its sign) and take one row; from now on no third one comes.
do $$
declare
  tenant uuid;
  before text := current_setting('app.centre', true);
begin
  for tenant in select id from centre loop
    perform set_config('app.centre', tenant::text, true);
    insert into given_sign (centre_id, sign)
      select centre_id, sign from case_file where centre_id = tenant and sign is not null
      union select centre_id, number from plan where centre_id = tenant
      union select centre_id, number from decision where centre_id = tenant
      on conflict do nothing;
  end loop;
  perform set_config('app.centre', coalesce(before, ''), true);
end $$;
