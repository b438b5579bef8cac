-- A case: one person's matter, from the need they brought to its end (art. 35-43).

create table case_file (
  centre_id uuid not null,
  id uuid not null,
  gmina text not null references gmina (teryt),
  -- null until the person is known (an anonymous call is a need report too)
  person_id uuid,
  -- case sign by the centre's filing plan; given when the case is registered
  -- "C": found by its beginning too (app.find_people)
  sign text collate "C",
  title text not null,
  -- src/modules/casework/domain/lifecycle.ts; a test holds the two together
  state text not null check (state in ('reported', 'answered', 'draft', 'submitted', 'awaiting_completion', 'left_unconsidered',
    'in_recognition', 'qualified', 'plan_in_preparation', 'plan_running', 'transferred', 'transfer_accepted', 'refused', 'withdrawn', 'closed')),
  channel text not null check (channel in ('in_person', 'phone', 'email', 'web', 'callback', 'letter', 'partner')),
  -- the language in which the person asked to be written to; null: what the register says of the person
  language text check (language in ('pl', 'uk', 'en')),
  coordinator_id uuid,
  received_at timestamptz not null default now(),
  -- the application's receipt starts the 30 days of art. 40
  submitted_on date,
  closed_on date,
  -- why it ended before an outcome: withdrawn, left unconsidered
  closing_reason text,
  version int not null default 1,
  primary key (centre_id, id),
  unique (centre_id, sign)
);
call app.tenant_table('case_file', 'select, insert, update');
create index case_file_person on case_file (centre_id, person_id);
create index case_file_state on case_file (centre_id, state, received_at desc);
create index case_file_coordinator on case_file (centre_id, coordinator_id, state);

-- What a resident with an account asked of the centre in a case: a change of the plan (art. 41(2)), a complaint (KPA part
-- VIII), or to resign (art. 44); and what was answered.
create table resident_request (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('change', 'complaint', 'resignation')),
  words text not null,
  -- the last day on which the person wants the services; of a resignation only
  until date,
  made_by uuid not null,
  made_at timestamptz not null,
  due_on date not null,
  answer text,
  answered_on date,
  answered_by uuid,
  primary key (centre_id, id)
);
call app.tenant_table('resident_request', 'select, insert, update');
create index resident_request_case on resident_request (centre_id, case_id);

-- The need in the person's own words; the area and the service are what the worker saw behind it.
create table need (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  words text not null,
  area int check (area between 1 and 14),
  service_id uuid,
  priority int not null default 2 check (priority between 1 and 3),
  position int not null default 0,
  primary key (centre_id, id)
);
call app.tenant_table('need');
create index need_case on need (centre_id, case_id);

create table need_report (
  centre_id uuid not null,
  case_id uuid not null,
  taken_by uuid,
  reporter_name text, reporter_phone text, reporter_email text,
  reporter_role text check (reporter_role in ('self', 'family', 'carer', 'neighbour', 'institution', 'other')),
  -- what the reporter said of the person before the person was found in or added to the register
  about jsonb not null default '{}',
  -- how and when to reach the reporter, in their words
  contact_wish text,
  -- how it was answered, when no application followed
  answer text,
  answered_on date,
  answered_by uuid,
  primary key (centre_id, case_id)
);
call app.tenant_table('need_report');

create table application (
  centre_id uuid not null,
  case_id uuid not null,
  applicant_role text not null check (applicant_role in ('person', 'statutory_representative', 'factual_carer')),
  applicant_id uuid,
  -- who applies for the person, as typed: name, how to reach them, what they are represented by
  applicant jsonb not null default '{}',
  programme_version_id uuid,
  -- answers to the questions that the programme's whitelist (item 9) and the contact minimum allow, by field id
  answers jsonb not null default '{}',
  -- declarations as made: text with the literal clause of art. 36(2), when, how signed
  declarations jsonb not null default '[]',
  reliefs jsonb not null default '[]',
  -- documents that the programme lets the centre ask for (art. 36(3)) and that are enclosed, by their words
  documents jsonb not null default '[]',
  -- version of the information of art. 13 GDPR that was given, and when
  information_clause text,
  information_given_on date,
  call_reason text,
  -- null until delivered: the time to complete runs from the delivery
  -- days to complete from the delivery, as the call says (art. 64 § 2 KPA: not fewer than 7)
  call_days int not null default 7 check (call_days >= 7),
  call_delivered_on date,
  complete_until date,
  completed_on date,
  completed_words text,
  primary key (centre_id, case_id)
);
call app.tenant_table('application');

create table application_service (
  centre_id uuid not null,
  case_id uuid not null,
  service_id uuid not null,
  programme_service_id uuid,
  primary key (centre_id, case_id, service_id)
);
call app.tenant_table('application_service');

-- Recognition of individual needs (rozpoznanie): the protocol of art. 37, four points.
create table assessment (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  coordinator_id uuid not null,
  held_on date not null,
  place text not null,
  present text not null,
  agreed_with_applicant boolean not null,
  needs_presented text not null,
  services_used text not null,
  evaluation text not null,
  supporting_actions text,
  information_given text not null,
  -- a protocol is never edited: a later one corrects it and says why
  corrects_id uuid,
  correction_reason text,
  created_at timestamptz not null default now(),
  primary key (centre_id, id),
  check ((corrects_id is null) = (correction_reason is null))
);
call app.tenant_table('assessment', 'select, insert');
create index assessment_case on assessment (centre_id, case_id);

-- A place in a programme's service with the money it costs: reserved while a plan is drawn up, accepted, or released.
create table qualification (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  programme_service_id uuid not null,
  state text not null check (state in ('reserved', 'accepted', 'released')),
  starts_on date,
  ends_on date,
  units int,
  committed_grosze bigint not null default 0,
  fee_grosze bigint,
  fee_steps jsonb not null default '[]',
  -- the judgement of the programme's conditions as it stood: passed, failed, unknown, and on what grounds
  reasons jsonb not null default '{}',
  qualified_by uuid not null,
  qualified_on date not null,
  released_on date,
  release_reason text,
  primary key (centre_id, id)
);
call app.tenant_table('qualification', 'select, insert, update');
create index qualification_case on qualification (centre_id, case_id);
create index qualification_service on qualification (centre_id, programme_service_id) where state <> 'released';
-- A case holds one place in a service.
create unique index qualification_held on qualification (centre_id, case_id, programme_service_id) where state <> 'released';

-- The other track (art. 19, 38(1)): handed over with the applicant's agreement, and answered.
create table transfer (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  target_kind text not null check (target_kind in ('team', 'office', 'unit')),
  target_name text not null,
  target_organization_id uuid,
  reason text not null,
  agreed_on date not null,
  agreed_how text not null,
  sent_on date not null,
  answer text check (answer in ('accepted', 'returned')),
  answer_words text,
  answered_on date,
  primary key (centre_id, id)
);
call app.tenant_table('transfer');
create index transfer_case on transfer (centre_id, case_id);

-- Only two kinds of decision exist: refusal (art. 42(3)) and the order to pay an unpaid fee (art. 43(2)).
create table decision (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('refusal', 'order_to_pay')),
  -- the unpaid fee that an order to pay is about
  fee_id uuid,
  number text not null,
  issued_on date not null,
  signatory_id uuid not null,
  authorisation_id uuid not null,
  document_id uuid not null,
  content jsonb not null,
  delivered_on date,
  appeal_until date,
  primary key (centre_id, id),
  unique (centre_id, number),
  check ((kind = 'order_to_pay') = (fee_id is not null))
);
call app.tenant_table('decision', 'select, insert, update');
create index decision_case on decision (centre_id, case_id);

-- What a coordinator prepared for the person who signs. It is not a decision: it has no number and no effect.
create table refusal_draft (
  centre_id uuid not null,
  case_id uuid not null,
  content jsonb not null,
  prepared_by uuid not null,
  prepared_on date not null,
  primary key (centre_id, case_id)
);
call app.tenant_table('refusal_draft');

create table note (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  author_id uuid not null,
  kind text not null default 'note' check (kind in ('note', 'call', 'visit', 'meeting', 'letter')),
  body text not null,
  -- seen by the author and the coordinator of the case only
  restricted boolean not null default false,
  at timestamptz not null default now(),
  primary key (centre_id, id)
);
call app.tenant_table('note', 'select, insert');
create index note_case on note (centre_id, case_id, id desc);

-- A clock that runs: every deadline with the day it started, its thresholds and its basis.
create table deadline (
  centre_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  case_id uuid,
  plan_id uuid,
  programme_version_id uuid,
  -- a duty of the centre that is owed to each gmina of an agreement (art. 11): to which
  gmina text references gmina (teryt),
  owner_id uuid,
  starts_on date not null,
  due_on date not null,
  amber_on date not null,
  red_on date not null,
  basis jsonb not null,
  steps jsonb not null,
  state text not null default 'running' check (state in ('running', 'met', 'missed', 'cancelled')),
  ended_on date,
  overdue_reason text,
  primary key (centre_id, id)
);
call app.tenant_table('deadline', 'select, insert, update');
create index deadline_mine on deadline (centre_id, owner_id, due_on) where state = 'running';
create index deadline_all on deadline (centre_id, due_on) where state = 'running';
create index deadline_case on deadline (centre_id, case_id);

create table appointment (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid,
  account_id uuid not null,
  kind text not null,
  place text,
  starts_at timestamptz not null,
  minutes int not null,
  cancelled boolean not null default false,
  primary key (centre_id, id)
);
call app.tenant_table('appointment', 'select, insert, update');
create index appointment_account on appointment (centre_id, account_id, starts_at);

-- A document as issued: its content, and the two files made from it once.
create table document (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid,
  person_id uuid,
  plan_version_id uuid,
  -- what a paper that belongs to no case and no person is about, and which one of them
  about text check (about in ('diagnosis', 'lpdi', 'survey')),
  about_id uuid,
  kind text not null,
  title text not null,
  sign text not null,
  letter jsonb not null,
  pdf bytea,
  docx bytea,
  sha256 text,
  issued_by uuid,
  issued_on date not null,
  issued_at timestamptz not null default now(),
  primary key (centre_id, id),
  check ((about is null) = (about_id is null)),
  check (about is null or (case_id is null and person_id is null))
);
call app.tenant_table('document', 'select, insert, update');
create index document_about on document (centre_id, about_id) where about_id is not null;
create index document_case on document (centre_id, case_id);
create index document_person on document (centre_id, person_id);

create table attachment (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  name text not null,
  type text not null,
  size int not null,
  sha256 text not null,
  content bytea not null,
  -- null: the resident, without an account
  added_by uuid,
  added_at timestamptz not null default now(),
  -- of a letter that came: on which day, and who brought or sent it
  came_on date,
  came_from text,
  primary key (centre_id, id)
);
call app.tenant_table('attachment', 'select, insert');
create index attachment_case on attachment (centre_id, case_id);

-- Follow-up without an account: the case code is stored as a hash, checked together with the birth date.
create table case_code (
  centre_id uuid not null,
  case_id uuid not null,
  code_hash bytea not null,
  birth_date date not null,
  failed_attempts int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  primary key (centre_id, case_id),
  unique (centre_id, code_hash)
);
call app.tenant_table('case_code', 'select, insert, update');

-- An address that opens the status of one case to whoever has just given its code and birth date, for half an hour.
create table case_link (
  centre_id uuid not null,
  token_hash bytea not null,
  case_id uuid not null,
  until timestamptz not null,
  primary key (centre_id, token_hash)
);
call app.tenant_table('case_link', 'select, insert, delete');
create index case_link_case on case_link (centre_id, case_id);

-- An application that somebody without an account has begun: nobody's case, read by nobody else, deleted after its time.
create table application_draft (
  centre_id uuid not null,
  token_hash bytea not null,
  programme_version_id uuid not null,
  gmina text not null references gmina (teryt),
  content jsonb not null default '{}',
  until timestamptz not null,
  version int not null default 1,
  primary key (centre_id, token_hash)
);
call app.tenant_table('application_draft');
create index application_draft_until on application_draft (centre_id, until);

-- The history of a case is its changes; reads of it are many more.
create index audit_entry_case_change on audit_entry (centre_id, case_id, seq desc) where kind = 'change';

alter table case_file add foreign key (centre_id, person_id) references person (centre_id, id);
alter table case_file add foreign key (centre_id, coordinator_id) references account (centre_id, id);
alter table need add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table need add foreign key (centre_id, service_id) references service (centre_id, id);
alter table need_report add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table application add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table application add foreign key (centre_id, applicant_id) references person (centre_id, id);
alter table application add foreign key (centre_id, programme_version_id) references programme_version (centre_id, id);
alter table application_service add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table application_service add foreign key (centre_id, service_id) references service (centre_id, id);
alter table application_service add foreign key (centre_id, programme_service_id) references programme_service (centre_id, id);
alter table assessment add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table assessment add foreign key (centre_id, coordinator_id) references account (centre_id, id);
alter table qualification add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table qualification add foreign key (centre_id, programme_service_id) references programme_service (centre_id, id);
alter table transfer add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table assessment add foreign key (centre_id, corrects_id) references assessment (centre_id, id);
alter table decision add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table decision add foreign key (centre_id, document_id) references document (centre_id, id);
alter table refusal_draft add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table refusal_draft add foreign key (centre_id, prepared_by) references account (centre_id, id);
alter table decision add foreign key (centre_id, authorisation_id) references authorisation (centre_id, id);
alter table note add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table deadline add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table deadline add foreign key (centre_id, programme_version_id) references programme_version (centre_id, id);
alter table appointment add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table document add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table document add foreign key (centre_id, person_id) references person (centre_id, id);
alter table attachment add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table case_code add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table case_link add foreign key (centre_id, case_id) references case_file (centre_id, id);
alter table application_draft add foreign key (centre_id, programme_version_id) references programme_version (centre_id, id);
