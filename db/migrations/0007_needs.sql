-- The ledger of unmet needs: what residents asked for and were not given, coded, with nobody's person in it. The needs
-- diagnosis (art. 21) counts it.

-- The key of a month's marks. It is thrown away after two months, and then the marks lead to nothing, for anybody.
create table unmet_need_key (
  centre_id uuid not null,
  month date not null check (extract(day from month) = 1),
  secret bytea not null,
  primary key (centre_id, month)
);
call app.tenant_table('unmet_need_key', 'select, insert, delete');

-- No person, no case, no account of a resident, no time finer than a day.
create table unmet_need (
  centre_id uuid not null,
  -- made by chance, not by the time: an entry tells its day and nothing finer
  id uuid not null default gen_random_uuid(),
  -- one-way mark of the event: the same event told twice counts once
  mark bytea not null,
  happened_on date not null,
  source text not null check (source in ('search', 'none_of_these', 'refusal', 'left_unconsidered', 'withdrawal', 'waiting')),
  reason text not null check (reason in ('no_service', 'conditions', 'no_places', 'waiting', 'incomplete', 'distance', 'price', 'hours', 'other')),
  -- one of the 14 areas of art. 2(1); null: nobody has coded it yet
  area int check (area between 1 and 14),
  -- src/law/qualification.ts
  recipient_group text check (recipient_group in ('olderPeople', 'disabledPeople', 'carers', 'familiesWithChildren',
    'childrenAndYouth', 'fosterCare', 'mentalCrisis', 'homelessness', 'addiction', 'violence', 'unemployed')),
  gmina text references gmina (teryt),
  locality text,
  service_id uuid,
  -- what was searched for, by terms of the reviewed dictionary only
  terms text not null default '',
  times int not null default 1 check (times > 0),
  state text not null default 'awaiting' check (state in ('awaiting', 'accepted', 'rejected')),
  rejected_because text,
  -- coded by the reviewer otherwise than it came
  corrected boolean not null default false,
  reviewed_by uuid,
  reviewed_on date,
  primary key (centre_id, id),
  unique (centre_id, mark),
  check ((state = 'rejected') = (rejected_because is not null)),
  -- what is counted says in which area
  check (state <> 'accepted' or area is not null)
);
call app.tenant_table('unmet_need', 'select, insert, update');
create index unmet_need_counted on unmet_need (centre_id, happened_on) where state = 'accepted';
create index unmet_need_awaiting on unmet_need (centre_id, happened_on) where state = 'awaiting';

-- Words that no search understood. The word itself is written down only when it is asked for the third time in a month;
-- until then there is its one-way mark alone.
create table search_word (
  centre_id uuid not null,
  id uuid not null default gen_random_uuid(),
  month date not null,
  mark bytea not null,
  word text,
  times int not null default 1,
  state text not null default 'open' check (state in ('open', 'coded', 'dismissed')),
  reviewed_by uuid,
  reviewed_on date,
  primary key (centre_id, id),
  unique (centre_id, mark),
  check (word is null or times >= 3)
);
call app.tenant_table('search_word', 'select, insert, update');
create index search_word_open on search_word (centre_id, month) where state = 'open' and word is not null;
