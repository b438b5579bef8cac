-- The register of processing is three registers of one form: what the centre does (art. 30(1) GDPR), who processes for it
-- (art. 28), and what it processes for others (art. 30(2)). What is there is the first.
alter table processing_activity add column kind text not null default 'activity'
  check (kind in ('activity', 'processor', 'on_behalf'));
