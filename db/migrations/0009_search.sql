-- Search of services: when a directory changed, and what a centre added to the dictionary of lay words.

-- Raised by every change of the public directory, in its transaction: a process that keeps an index sees by one number
-- that another process changed it.
create table directory_version (
  centre_id uuid not null,
  number bigint not null,
  -- cards of the last changes, one for each number, the newest last; a change of more than cards empties it
  recent uuid[] not null default '{}',
  primary key (centre_id)
);
call app.tenant_table('directory_version', 'select, insert, update');

-- What residents of this centre say and what they mean by it, reviewed by the organiser, on top of the shipped
-- dictionary. An entry is closed, never changed: the audit says by whom.
create table lay_word (
  centre_id uuid not null,
  id uuid not null,
  phrase text not null,
  -- a meaning of the shipped dictionary (data/search/lay-words.json) ...
  meaning text,
  -- ... or the words of the services that are meant
  words text,
  reviewed_by uuid,
  reviewed_on date not null,
  closed_on date,
  primary key (centre_id, id),
  check ((meaning is null) <> (words is null))
);
call app.tenant_table('lay_word', 'select, insert, update');
create unique index lay_word_open on lay_word (centre_id, phrase) where closed_on is null;
