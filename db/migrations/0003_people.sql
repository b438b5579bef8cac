-- People, households with dated membership, relations, and the index that finds a person in spite of typing errors.

create table person (
  centre_id uuid not null,
  id uuid not null,
  -- the gmina of the centre that the person belongs to, by residence or by the matter that brought them
  gmina text not null references gmina (teryt),
  -- where the person lives when not in a gmina of the centre: a carer or representative, never a user of its services
  lives_outside text,
  given_name text not null,
  middle_name text,
  family_name text not null,
  birth_date date,
  sex text check (sex in ('F', 'M')),
  pesel text check (pesel ~ '^[0-9]{11}$'),
  -- why there is no PESEL; people without one are first-class (KRI par. 10)
  no_pesel_reason text,
  -- reason for sex or birth date that differ from what the PESEL says
  pesel_override_reason text,
  other_id_kind text,
  other_id_number text,
  locality text, street text, house_number text, flat_number text, postcode text,
  -- a hidden address is shown nowhere: search, lists, print, export
  shielded boolean not null default false,
  phone text, email text,
  language text not null default 'pl',
  contact_preference text,
  accessibility_needs text,
  deceased_on date,
  -- the worker who took the data down; null: imported
  registered_by uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (centre_id, id),
  unique (centre_id, pesel),
  check (pesel is not null or no_pesel_reason is not null)
);
call app.tenant_table('person', 'select, insert, update');
create index person_birth on person (centre_id, birth_date);

-- The trail of rectification (art. 16 and 5(1)(d) GDPR): what stood before, and whether it was wrong or has changed.
create table person_correction (
  centre_id uuid not null,
  person_id uuid not null,
  -- the version that was replaced
  version int not null,
  why text not null check (why in ('mistake', 'change')),
  reason text,
  before jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (centre_id, person_id, version)
);
call app.tenant_table('person_correction', 'select, insert');

create table household (
  centre_id uuid not null,
  id uuid not null,
  gmina text not null references gmina (teryt),
  name text not null,
  version int not null default 1,
  primary key (centre_id, id)
);
call app.tenant_table('household', 'select, insert, update');

create table household_member (
  centre_id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  part text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (centre_id, household_id, person_id, valid_from)
);
call app.tenant_table('household_member');
create index household_member_person on household_member (centre_id, person_id);

-- `person_id` is represented or cared for by `other_person_id`.
create table person_relation (
  centre_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  other_person_id uuid not null,
  kind text not null check (kind in ('statutory_representative', 'factual_carer', 'family')),
  note text,
  document text,
  valid_from date not null,
  valid_to date,
  primary key (centre_id, id),
  check (person_id <> other_person_id)
);
call app.tenant_table('person_relation');
create index person_relation_person on person_relation (centre_id, person_id);
create index person_relation_other on person_relation (centre_id, other_person_id);

-- The search index, derived from `person` by the module's commands (domain/terms.ts) and rebuilt by reindexPeople.
-- A term is a folded word, a number, "#" and a house number, or "<" and a phone number backwards; it weighs
-- 5 as a number of the person, 4 family name, 3 given name, 2 middle or former name, 1 address or birth date.
-- Index conditions are = and ranges only: they are leakproof, so row-level security does not keep them from the index.
create table person_term (
  centre_id uuid not null,
  term text collate "C" not null,
  weight smallint not null,
  person_id uuid not null,
  primary key (centre_id, term, weight, person_id)
);
call app.tenant_table('person_term', 'select, insert, delete');

-- All terms of one person, the heaviest first: " kowalska=4 maria=3 polna=1 ".
create table person_words (
  centre_id uuid not null,
  person_id uuid not null,
  words text collate "C" not null,
  primary key (centre_id, person_id)
);
call app.tenant_table('person_words');

-- Spellings that lead to a term: itself, itself without one letter, and "~" and how it sounds.
create table person_variant (
  centre_id uuid not null,
  variant text collate "C" not null,
  term text collate "C" not null,
  primary key (centre_id, variant, term)
);
call app.tenant_table('person_variant', 'select, insert, delete');

-- People whom a word reaches: as written, then as a beginning, then through a typing error; at most `bound` rows.
create function app.people_near(tenant uuid, exact text, beginnings text[], fuzzy text[], bound int) returns table (person_id uuid)
language sql stable as $$
  select near.person_id from (
    (select t.person_id from person_term t where t.centre_id = tenant and t.term = exact order by t.weight desc limit bound)
    union all
    (select t.person_id from unnest(beginnings) b cross join lateral (
       select t.person_id from person_term t
       where t.centre_id = tenant and t.term > b and t.term < b || U&'\FFFF' order by t.term limit bound) t)
    union all
    (select t.person_id from unnest(fuzzy) f cross join lateral (
       select t.person_id from person_term t where t.centre_id = tenant and t.term = f order by t.weight desc limit bound) t)
  ) near limit bound
$$;

/*
 * People of the centre by the words of a search (domain/search-words.ts). A token is
 * {"exact": term, "prefix": [beginnings], "fuzzy": [variants], "drives": whether it may find people by itself}.
 * quality: 3 every word as written, 2 some as a beginning, 1 some with a typing error; matched: how many words fit.
 * One word alone may fit thousands, so people are found through the rarest word and the others are looked up in the
 * line of that person; every scan is bounded. Lines are read by subqueries, which stay lookups by key even when
 * nothing was analysed since a bulk import.
 */
create function app.find_people(tokens jsonb, case_sign text, wanted int)
returns table (person_id uuid, matched int, quality int, score int)
language plpgsql stable rows 20 set enable_seqscan = off set enable_bitmapscan = off as $$
#variable_conflict use_column
declare
  tenant uuid := app.centre();
  -- rows that one word may bring, and people that are compared with one another
  bound constant int := 1500;
  compared constant int := 40;
  terms text[] := array(select e->>'exact' from jsonb_array_elements(tokens) e);
  n int := cardinality(terms);
  -- per word: a pattern of the word as written, and expressions of its beginnings and of all it may stand for
  written text[] := array(select '% ' || term || '=%' from unnest(terms) term);
  begun text[] := '{}';
  heard text[] := '{}';
  beginnings text[];
  fuzzy text[];
  spellings jsonb := '[]';
  sizes int[] := '{}';
  rarest int[];
  found_ids uuid[] := '{}';
  near_ids uuid[] := '{}';
begin
  if case_sign is not null then
    return query select c.person_id, n, 3, 100 from case_file c
      where c.centre_id = tenant and c.sign >= case_sign and c.sign < case_sign || U&'\FFFF' and c.person_id is not null
      order by c.sign limit wanted;
    if found then return; end if;
  end if;

  -- 1. Everybody who carries every word as it was written.
  for i in 1..n loop
    beginnings := array(select jsonb_array_elements_text(tokens->(i - 1)->'prefix'));
    begun[i] := ' (?:' || array_to_string(terms[i] || array(select b || '[^=]*' from unnest(beginnings) b), '|') || ')=(\d)';
    heard[i] := begun[i];
    sizes[i] := (select count(*) from (select from person_term t where t.centre_id = tenant and t.term = terms[i] limit bound) few);
  end loop;
  rarest := array(select i from unnest(sizes) with ordinality s (size, i) order by size);
  if sizes[rarest[1]] > 0 then
    found_ids := array(
      select t.person_id from person_term t
      where t.centre_id = tenant and t.term = terms[rarest[1]] and (n = 1
        or (select l.words from person_words l where l.centre_id = tenant and l.person_id = t.person_id) like all(written))
      order by t.weight desc limit wanted);
  end if;

  -- 2. Unless that fills the answer: whoever has every word at least as a beginning or with a typing error.
  if cardinality(found_ids) < wanted and exists (select from jsonb_array_elements(tokens) e where e->'prefix' <> '[]') then
    for i in 1..n loop
      fuzzy := array(select distinct v.term from person_variant v
        where v.centre_id = tenant and v.variant = any(array(select jsonb_array_elements_text(tokens->(i - 1)->'fuzzy'))) limit 40);
      beginnings := array(select jsonb_array_elements_text(tokens->(i - 1)->'prefix'));
      heard[i] := ' (?:' || array_to_string(terms[i] || array(select b || '[^=]*' from unnest(beginnings) b) || fuzzy, '|') || ')=(\d)';
      spellings := spellings || jsonb_build_array(to_jsonb(fuzzy));
      sizes[i] := 0;
      if (tokens->(i - 1)->>'drives')::boolean then
        sizes[i] := case when n = 1 then 1
          else (select count(*) from app.people_near(tenant, terms[i], beginnings, fuzzy, 1000)) end;
      end if;
    end loop;
    rarest := array(select i from unnest(sizes) with ordinality s (size, i) where size > 0 order by size);
    if cardinality(rarest) > 0 then
      near_ids := array(
        select near.person_id
        from app.people_near(tenant, terms[rarest[1]], array(select jsonb_array_elements_text(tokens->(rarest[1] - 1)->'prefix')),
          array(select jsonb_array_elements_text(spellings->(rarest[1] - 1))), bound) near
        where n = 1 or (select l.words from person_words l where l.centre_id = tenant and l.person_id = near.person_id)
          ~ all(heard[1:rarest[1] - 1] || heard[rarest[1] + 1:])
        limit compared);
    end if;
    -- 3. Nobody: whoever lacks one word of several. One of the two rarest words is then still there.
    if n > 1 and cardinality(found_ids || near_ids) = 0 then
      near_ids := array(
        select near.person_id
        from unnest(rarest[1:2]) r
        cross join lateral app.people_near(tenant, terms[r], array(select jsonb_array_elements_text(tokens->(r - 1)->'prefix')), '{}', bound) near
        cross join lateral (select l.words from person_words l where l.centre_id = tenant and l.person_id = near.person_id offset 0) w
        where (select count(*) from unnest(begun) b where w.words ~ b) >= n - 1
        limit compared);
      heard := begun;
    end if;
  end if;

  return query
  with fit as (
    select c.id, case when w.words like written[i] then 3 when w.words ~ begun[i] then 2 else 1 end as quality,
      substring(w.words from heard[i])::int as weight
    from (select distinct id from unnest(found_ids || near_ids) id offset 0) c
    cross join lateral (select l.words from person_words l where l.centre_id = tenant and l.person_id = c.id offset 0) w
    cross join generate_series(1, n) i
    where w.words ~ heard[i]
  )
  select f.id, count(*)::int, min(f.quality), sum(f.quality * 10 + f.weight)::int as score
  from fit f group by f.id order by score desc limit wanted;
end $$;

alter table household_member add foreign key (centre_id, household_id) references household (centre_id, id);
alter table household_member add foreign key (centre_id, person_id) references person (centre_id, id);
alter table person_relation add foreign key (centre_id, person_id) references person (centre_id, id);
alter table person_relation add foreign key (centre_id, other_person_id) references person (centre_id, id);
alter table access_grant add foreign key (centre_id, person_id) references person (centre_id, id);
alter table account add foreign key (centre_id, person_id) references person (centre_id, id);
alter table person add foreign key (centre_id, registered_by) references account (centre_id, id);
alter table person_correction add foreign key (centre_id, person_id) references person (centre_id, id);
