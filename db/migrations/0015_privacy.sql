-- Identifiers sealed with a key outside the database. What 0.1.0 kept plain is carried over by the program right after
-- this migration, because SQL has no key (src/app/cli/sealing.ts).

alter table person
  add column pesel_sealed text,
  -- HMAC of the PESEL by a key of this centre: exact search, uniqueness, duplicates
  add column pesel_mark text,
  add column other_id_sealed text,
  drop constraint person_centre_id_pesel_key,
  drop constraint person_pesel_check,
  drop constraint person_check,
  add constraint person_pesel_once unique (centre_id, pesel_mark),
  add constraint person_pesel_or_why check (coalesce(pesel_sealed, pesel, no_pesel_reason) is not null),
  add constraint person_pesel_marked check ((pesel_sealed is null) = (pesel_mark is null)),
  -- Nothing plain is written any more; rows of 0.1.0 pass when they are sealed, and then the constraint is validated.
  add constraint person_numbers_sealed check (pesel is null and other_id_number is null) not valid;

-- Everything in the database is sealed with this key since then; null: not yet (a first sealing or a change of keys).
alter table key_check add column whole_since timestamptz;

-- Who asked for a rectification, and what stands now (art. 16 GDPR); what stood before is there since 0003.
alter table person_correction
  add column asked_by text check (asked_by in ('person', 'representative', 'worker', 'authority')),
  add column after jsonb;

-- What a person asks about their data (art. 15-18, 20, 21), with the clock of art. 12(3).
create table privacy_request (
  centre_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('access', 'rectification', 'erasure', 'restriction', 'objection', 'portability')),
  asked_by text not null check (asked_by in ('person', 'representative')),
  -- how it was checked who asks: without it nothing is handed out
  identified_by text not null,
  channel text not null check (channel in ('in_person', 'letter', 'email', 'web', 'phone')),
  words text,
  received_on date not null,
  due_on date not null,
  extended_why text,
  state text not null default 'open' check (state in ('open', 'done', 'refused', 'withdrawn')),
  answer text,
  answered_on date,
  answered_by uuid,
  made_by uuid not null,
  version int not null default 1,
  primary key (centre_id, id),
  check ((state = 'open') = (answered_on is null))
);
call app.tenant_table('privacy_request', 'select, insert, update');
create index privacy_request_open on privacy_request (centre_id, due_on) where state = 'open';
create index privacy_request_person on privacy_request (centre_id, person_id);

-- Processing that is restricted (art. 18): the record is kept and nothing else is done with it.
create table restriction (
  centre_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  ground text not null check (ground in ('accuracy', 'unlawful', 'claims', 'objection')),
  reason text not null,
  request_id uuid,
  since date not null,
  made_by uuid not null,
  -- the person is told before it ends (art. 18(3))
  told_on date,
  lifted_on date,
  lifted_why text,
  lifted_by uuid,
  version int not null default 1,
  primary key (centre_id, id),
  check (lifted_on is null or (told_on is not null and told_on <= lifted_on))
);
call app.tenant_table('restriction', 'select, insert, update');
create unique index restriction_one on restriction (centre_id, person_id) where lifted_on is null;

-- What the law lets be done in spite of it (art. 18(2)), for some days.
create table restriction_exception (
  centre_id uuid not null,
  id uuid not null,
  restriction_id uuid not null,
  ground text not null check (ground in ('consent', 'claims', 'rights', 'interest')),
  reason text not null,
  until date not null,
  made_by uuid not null,
  made_on date not null,
  ended boolean not null default false,
  primary key (centre_id, id)
);
call app.tenant_table('restriction_exception', 'select, insert, update');

-- Refuses every change that is more than storage while the person's processing is restricted, whoever writes.
-- The argument says how the row leads to the person.
create function app.refuse_restricted() returns trigger language plpgsql as $$
declare
  line jsonb := to_jsonb(coalesce(new, old));
  tenant uuid := (line->>'centre_id')::uuid;
  whose uuid;
begin
  if not exists (select from restriction r where r.centre_id = tenant and r.lifted_on is null) then
    return coalesce(new, old);
  end if;
  whose := case tg_argv[0]
    when 'person' then (line->>'person_id')::uuid
    when 'case' then (select c.person_id from case_file c where c.centre_id = tenant and c.id = (line->>'case_id')::uuid)
    when 'plan' then (select p.person_id from plan p where p.centre_id = tenant and p.id = (line->>'plan_id')::uuid)
    else (select p.person_id from plan_version v join plan p on p.centre_id = v.centre_id and p.id = v.plan_id
      where v.centre_id = tenant and v.id = (line->>'plan_version_id')::uuid)
  end;
  if exists (select from restriction r where r.centre_id = tenant and r.person_id = whose and r.lifted_on is null
      and not exists (select from restriction_exception e
        where e.centre_id = r.centre_id and e.restriction_id = r.id and not e.ended)) then
    raise exception 'processing is restricted' using errcode = 'check_violation', constraint = 'person_restricted';
  end if;
  return coalesce(new, old);
end $$;

do $$
declare guarded record;
begin
  for guarded in select * from (values ('case_file', 'person'), ('plan', 'person'), ('need', 'case'), ('need_report', 'case'),
    ('application', 'case'), ('application_service', 'case'), ('assessment', 'case'), ('qualification', 'case'), ('transfer', 'case'),
    ('decision', 'case'), ('refusal_draft', 'case'), ('fee', 'case'), ('plan_version', 'plan'), ('plan_need', 'version'),
    ('plan_line', 'version'), ('plan_action', 'version'), ('monitoring_entry', 'plan'), ('plan_closing', 'plan'),
    ('household_member', 'person')) as t (name, way)
  loop
    execute format('create trigger restricted before insert or update or delete on %I for each row execute function app.refuse_restricted(%L)',
      guarded.name, guarded.way);
  end loop;
end $$;

-- An application holds what the programme's item 9 names and the contact minimum, and nothing else (art. 5(3)(9), 22, 50(1)):
-- the same rule as src/modules/casework/domain/questions.ts, whoever writes.
create function app.check_whitelist() returns trigger language plpgsql as $$
declare
  allowed jsonb := '["name", "residence_address", "phone"]';
  foreign_fact text;
begin
  select allowed || coalesce(v.items->'personalData'->'fields', '[]') into allowed
  from programme_version v where v.centre_id = new.centre_id and v.id = new.programme_version_id
  union all select allowed limit 1;
  select k into foreign_fact from jsonb_object_keys(new.answers) k where not allowed ? k limit 1;
  if foreign_fact is not null then
    raise exception 'the programme does not name %', foreign_fact using errcode = 'check_violation', constraint = 'application_whitelist';
  end if;
  return new;
end $$;
create trigger whitelist before insert or update of answers, programme_version_id on application
  for each row execute function app.check_whitelist();

-- The register of processing (art. 30): an entry is never edited, a change is its next number.
create table processing_activity (
  centre_id uuid not null,
  id uuid not null,
  number int not null check (number > 0),
  name text not null,
  purpose text not null,
  basis text not null,
  subjects text not null,
  data_kinds text not null,
  recipients text not null,
  transfers text,
  retention text not null,
  safeguards text not null,
  valid_from date not null,
  valid_to date,
  made_by uuid not null,
  primary key (centre_id, id, number)
);
call app.tenant_table('processing_activity', 'select, insert, update');

-- Information clauses (art. 13 and 14) in versions, and who was shown which one and when.
create table information_clause (
  centre_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('application', 'family')),
  number int not null check (number > 0),
  words jsonb not null,
  valid_from date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, kind, number)
);
call app.tenant_table('information_clause', 'select, insert');

create table information_shown (
  centre_id uuid not null,
  id uuid not null,
  person_id uuid,
  case_id uuid,
  -- the version as it was named: one of information_clause, or the words that came with the program
  clause text not null,
  shown_on date not null,
  how text not null,
  primary key (centre_id, id)
);
call app.tenant_table('information_shown', 'select, insert, update');
create index information_shown_person on information_shown (centre_id, person_id);
create index information_shown_case on information_shown (centre_id, case_id);

-- Classes of the centre's filing plan (JRWA): how long files are kept, as dated configuration.
create table retention_class (
  centre_id uuid not null,
  id uuid not null,
  -- the class of the sign: 5020 in CUS.5020.17.2026
  sign text not null check (sign ~ '^[0-9]{2,6}$'),
  title text not null,
  -- A: archive for ever; B: erased after the years; BE: after the years an expert of the archive looks first
  category text not null check (category in ('A', 'B', 'BE')),
  years int check (years between 1 and 100),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  -- the order that brought it in
  source text not null,
  made_by uuid not null,
  version int not null default 1,
  primary key (centre_id, id),
  unique (centre_id, sign, valid_from),
  check ((category = 'A') = (years is null))
);
call app.tenant_table('retention_class', 'select, insert, update');

-- A list of files whose time is over: made, decided line by line, approved by another person, carried out.
create table retention_review (
  centre_id uuid not null,
  id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'approved', 'carried_out', 'dropped')),
  made_on date not null,
  made_by uuid not null,
  -- the document on which files may be destroyed, by its sign
  consent text,
  approved_by uuid,
  approved_on date,
  carried_out_on date,
  version int not null default 1,
  primary key (centre_id, id),
  check (state in ('draft', 'dropped') or (approved_by is not null and approved_by <> made_by and consent is not null))
);
call app.tenant_table('retention_review', 'select, insert, update');
create unique index retention_review_one on retention_review (centre_id) where state in ('draft', 'approved');

-- A line says nothing of the person: the sign, the class, the days.
create table retention_item (
  centre_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  case_id uuid not null,
  sign text not null,
  category text not null check (category in ('A', 'B', 'BE')),
  years int,
  closed_on date not null,
  due_on date,
  decision text not null default 'erase' check (decision in ('erase', 'keep')),
  reason text,
  -- of BE: the sign of the archive's expertise
  expertise text,
  -- why it was not erased after all
  blocked text[],
  erased_on date,
  primary key (centre_id, id),
  unique (centre_id, review_id, case_id),
  check (decision = 'erase' or reason is not null)
);
call app.tenant_table('retention_item', 'select, insert, update');

alter table case_file add column erased_on date;
alter table person add column erased_on date;

-- What keeps a file from being erased on a day; the codes have words in src/modules/privacy/pl.ts.
create function app.erasure_blockers(file uuid, day date) returns text[] language sql stable as $$
  select array_remove(array[
    case when c.closed_on is null then 'open' end,
    case when exists (select from deadline d where d.centre_id = c.centre_id and d.state = 'running'
      and (d.case_id = c.id or d.plan_id in (select p.id from plan p where p.centre_id = c.centre_id and p.case_id = c.id))) then 'deadline' end,
    case when exists (select from fee f where f.centre_id = c.centre_id and f.case_id = c.id
      and f.state in ('set', 'partly_paid', 'overdue', 'ordered')) then 'fee' end,
    case when exists (select from resident_request r where r.centre_id = c.centre_id and r.case_id = c.id and r.answered_on is null) then 'complaint' end,
    case when exists (select from decision d where d.centre_id = c.centre_id and d.case_id = c.id and d.appeal_until >= day) then 'appeal' end,
    case when exists (select from plan p join plan_version v on v.centre_id = p.centre_id and v.plan_id = p.id
      where p.centre_id = c.centre_id and p.case_id = c.id and v.state in ('draft', 'agreed', 'returned', 'approved', 'running')) then 'plan' end,
    case when exists (select from restriction r where r.centre_id = c.centre_id and r.person_id = c.person_id and r.lifted_on is null) then 'restriction' end,
    case when exists (select from privacy_request r where r.centre_id = c.centre_id and r.person_id = c.person_id and r.state = 'open') then 'request' end
  ], null)
  from case_file c where c.centre_id = app.centre() and c.id = file
$$;

-- Takes a person's data out of a row that others still point at. Only for erase_case: not granted to the application.
create function app.erase_person(who uuid, day date) returns void language plpgsql security definer
  set search_path = public, app, pg_temp as $$
declare
  tenant uuid := app.centre();
  terms text[] := array(select distinct t.term from person_term t where t.centre_id = tenant and t.person_id = who);
begin
  delete from person_term t where t.centre_id = tenant and t.person_id = who;
  delete from person_words w where w.centre_id = tenant and w.person_id = who;
  delete from person_variant v where v.centre_id = tenant and v.term = any(terms)
    and not exists (select from person_term t where t.centre_id = tenant and t.term = v.term);
  delete from person_correction c where c.centre_id = tenant and c.person_id = who;
  delete from person_relation r where r.centre_id = tenant and (r.person_id = who or r.other_person_id = who);
  with left_home as (
    delete from household_member m where m.centre_id = tenant and m.person_id = who returning m.household_id
  )
  update household h set name = '—' where h.centre_id = tenant and h.id in (select household_id from left_home)
    and not exists (select from household_member m where m.centre_id = tenant and m.household_id = h.id and m.person_id <> who);
  update access_grant g set reason = '—', review = case when g.review is not null then '—' end
    where g.centre_id = tenant and g.person_id = who;
  update privacy_request r set words = null, answer = null, identified_by = '—' where r.centre_id = tenant and r.person_id = who;
  update restriction r set reason = '—', lifted_why = '—' where r.centre_id = tenant and r.person_id = who;
  update restriction_exception e set reason = '—' where e.centre_id = tenant
    and e.restriction_id in (select r.id from restriction r where r.centre_id = tenant and r.person_id = who);
  delete from session s where s.centre_id = tenant and s.account_id in (select a.id from account a where a.centre_id = tenant and a.person_id = who);
  delete from form_draft d where d.centre_id = tenant
    and (d.account_id in (select a.id from account a where a.centre_id = tenant and a.person_id = who) or d.form like '%' || who || '%');
  delete from passkey p where p.centre_id = tenant and p.account_id in (select a.id from account a where a.centre_id = tenant and a.person_id = who);
  delete from recovery_code p where p.centre_id = tenant and p.account_id in (select a.id from account a where a.centre_id = tenant and a.person_id = who);
  delete from external_identity p where p.centre_id = tenant and p.account_id in (select a.id from account a where a.centre_id = tenant and a.person_id = who);
  update account a set login = 'usuniete-' || a.id, name = 'Konto usunięte', email = null, password_hash = null, totp_secret = null,
    state = 'closed', persona = null where a.centre_id = tenant and a.person_id = who;
  delete from document d where d.centre_id = tenant and d.person_id = who and d.case_id is null;
  delete from information_shown s where s.centre_id = tenant and s.person_id = who;
  update person p set lives_outside = null, given_name = 'Osoba', middle_name = null, family_name = 'usunięta', birth_date = null, sex = null,
    pesel_sealed = null, pesel_mark = null, no_pesel_reason = 'not_given', pesel_override_reason = null, other_id_kind = null,
    other_id_sealed = null, locality = null, street = null, house_number = null, flat_number = null, postcode = null, shielded = false,
    phone = null, email = null, language = 'pl', contact_preference = null, accessibility_needs = null, deceased_on = null,
    erased_on = day, version = p.version + 1
    where p.centre_id = tenant and p.id = who;
end $$;
revoke all on function app.erase_person(uuid, date) from public;

/*
 * Erases one file of an approved list, and its person when this was the last that the centre held of them. What is kept says
 * nothing of anybody: that there was a case (sign, gmina, days, state), places and money of services, so that figures of past
 * years stay equal; and the audit chain, untouched, whose entries name rows by ids that lead nowhere any more.
 * Gives what keeps the file from being erased, or nothing when it is done.
 */
create function app.erase_case(item uuid, day date) returns text[] language plpgsql security definer
  set search_path = public, app, pg_temp as $$
declare
  tenant uuid := app.centre();
  line retention_item;
  blocked text[];
  file uuid;
  who uuid;
  plans uuid[];
  versions uuid[];
begin
  select i.* into line from retention_item i
    join retention_review r on r.centre_id = i.centre_id and r.id = i.review_id
    where i.centre_id = tenant and i.id = item and i.decision = 'erase' and i.erased_on is null and r.state = 'approved'
    for update of i;
  if not found or line.category = 'A' or line.due_on is null or line.due_on >= day
    or (line.category = 'BE' and line.expertise is null) then
    raise exception 'this file is on no approved list' using errcode = 'check_violation', constraint = 'erasure_approved';
  end if;
  file := line.case_id;
  blocked := app.erasure_blockers(file, day);
  if cardinality(blocked) > 0 then
    update retention_item i set blocked = app.erasure_blockers(file, day) where i.centre_id = tenant and i.id = item;
    return blocked;
  end if;
  select c.person_id into who from case_file c where c.centre_id = tenant and c.id = file for update;
  plans := array(select p.id from plan p where p.centre_id = tenant and p.case_id = file);
  versions := array(select v.id from plan_version v where v.centre_id = tenant and v.plan_id = any(plans));

  delete from decision d where d.centre_id = tenant and d.case_id = file;
  delete from document d where d.centre_id = tenant and (d.case_id = file or d.plan_version_id = any(versions));
  delete from deadline d where d.centre_id = tenant and (d.case_id = file or d.plan_id = any(plans));
  delete from plan_need n where n.centre_id = tenant and n.plan_version_id = any(versions);
  delete from plan_line l where l.centre_id = tenant and l.plan_version_id = any(versions);
  delete from plan_action a where a.centre_id = tenant and a.plan_version_id = any(versions);
  delete from monitoring_entry m where m.centre_id = tenant and m.plan_id = any(plans);
  delete from plan_closing c where c.centre_id = tenant and c.plan_id = any(plans);
  delete from handover_plan h where h.centre_id = tenant and h.plan_id = any(plans);
  delete from plan_version v where v.centre_id = tenant and v.plan_id = any(plans);
  delete from plan p where p.centre_id = tenant and p.case_id = file;
  delete from appointment a where a.centre_id = tenant and a.case_id = file;
  delete from attachment a where a.centre_id = tenant and a.case_id = file;
  delete from note n where n.centre_id = tenant and n.case_id = file;
  delete from case_code c where c.centre_id = tenant and c.case_id = file;
  delete from case_link c where c.centre_id = tenant and c.case_id = file;
  delete from transfer t where t.centre_id = tenant and t.case_id = file;
  delete from resident_request r where r.centre_id = tenant and r.case_id = file;
  delete from refusal_draft d where d.centre_id = tenant and d.case_id = file;
  delete from assessment a where a.centre_id = tenant and a.case_id = file;
  delete from application_service a where a.centre_id = tenant and a.case_id = file;
  delete from application a where a.centre_id = tenant and a.case_id = file;
  delete from need n where n.centre_id = tenant and n.case_id = file;
  delete from need_report n where n.centre_id = tenant and n.case_id = file;
  delete from information_shown s where s.centre_id = tenant and s.case_id = file;
  delete from form_draft d where d.centre_id = tenant and d.form like '%' || file || '%';
  delete from command_receipt r where r.centre_id = tenant and r.result::text like '%' || file || '%';
  delete from outbox o where o.centre_id = tenant and o.done_at is not null and o.payload::text like '%' || file || '%';
  update fee_payment p set reference = null where p.centre_id = tenant
    and p.fee_id in (select f.id from fee f where f.centre_id = tenant and f.case_id = file);
  update fee f set title = '—', basis = '[]', steps = '[]', waiver_reason = case when f.waiver_reason is not null then '—' end
    where f.centre_id = tenant and f.case_id = file;
  update qualification q set reasons = '{}', fee_steps = '[]', release_reason = case when q.release_reason is not null then '—' end
    where q.centre_id = tenant and q.case_id = file;
  update case_file c set person_id = null, title = '—', closing_reason = null, language = null, erased_on = day, version = c.version + 1
    where c.centre_id = tenant and c.id = file;
  update retention_item i set erased_on = day, blocked = null where i.centre_id = tenant and i.id = item;

  if who is not null
    and not exists (select from case_file c where c.centre_id = tenant and c.person_id = who)
    and not exists (select from plan p where p.centre_id = tenant and p.person_id = who)
    and not exists (select from application a where a.centre_id = tenant and a.applicant_id = who)
    and not exists (select from person_relation r join case_file c on c.centre_id = r.centre_id and c.person_id = r.person_id
      where r.centre_id = tenant and r.other_person_id = who) then
    perform app.erase_person(who, day);
  end if;
  return '{}';
end $$;
revoke all on function app.erase_case(uuid, date) from public;
grant execute on function app.erase_case(uuid, date) to okienko_app;

alter table privacy_request add foreign key (centre_id, person_id) references person (centre_id, id);
alter table privacy_request add foreign key (centre_id, made_by) references account (centre_id, id);
alter table restriction add foreign key (centre_id, person_id) references person (centre_id, id);
alter table restriction add foreign key (centre_id, request_id) references privacy_request (centre_id, id);
alter table restriction_exception add foreign key (centre_id, restriction_id) references restriction (centre_id, id);
alter table information_shown add foreign key (centre_id, person_id) references person (centre_id, id);
alter table information_shown add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table retention_item add foreign key (centre_id, review_id) references retention_review (centre_id, id);
alter table retention_item add foreign key (centre_id, case_id) references case_file (centre_id, id);
