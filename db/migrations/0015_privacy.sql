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
