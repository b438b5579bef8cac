/** How the rows of a table lead to a person. */
export type Tie = 'self' | 'person' | 'other' | 'case' | 'plan' | 'version' | 'fee' | 'restriction';

/** What becomes of the rows when the last file of a person is erased: db/migrations/0015_privacy.sql does it. */
export type Fate = 'deleted' | 'emptied' | 'kept';

export interface Holding {
  table: string;
  tie: Tie;
  fate: Fate;
  /** Columns with other people's data, which the person is not given (art. 15(4)). */
  ofOthers?: readonly string[];
}

const of = (table: string, tie: Tie, fate: Fate, ofOthers: readonly string[] = []): Holding => ({
  table,
  tie,
  fate,
  ...(ofOthers.length > 0 ? { ofOthers } : {}),
});

/**
 * Every table that holds something of a person, in the order of the pack. A test walks the catalogue of the database and
 * fails on a table that leads to a person or a case and is neither here nor in `notHeld`.
 */
export const holdings: readonly Holding[] = [
  of('person', 'self', 'emptied'),
  of('person_correction', 'person', 'deleted'),
  of('person_relation', 'person', 'deleted'),
  of('household_member', 'person', 'deleted'),
  of('account', 'person', 'emptied'),
  of('case_file', 'person', 'emptied'),
  of('need_report', 'case', 'deleted', ['reporter_name', 'reporter_phone', 'reporter_email']),
  of('need', 'case', 'deleted'),
  of('application', 'case', 'deleted', ['applicant']),
  of('assessment', 'case', 'deleted', ['present']),
  of('qualification', 'case', 'emptied'),
  of('transfer', 'case', 'deleted'),
  of('decision', 'case', 'deleted'),
  of('note', 'case', 'deleted'),
  of('appointment', 'case', 'deleted'),
  of('deadline', 'case', 'deleted'),
  of('document', 'case', 'deleted'),
  of('attachment', 'case', 'deleted'),
  of('resident_request', 'case', 'deleted'),
  of('plan', 'person', 'deleted'),
  of('plan_version', 'plan', 'deleted'),
  of('plan_need', 'version', 'deleted'),
  of('plan_line', 'version', 'deleted'),
  of('plan_action', 'version', 'deleted', ['who']),
  of('monitoring_entry', 'plan', 'deleted'),
  of('plan_closing', 'plan', 'deleted'),
  of('fee', 'case', 'emptied'),
  of('fee_payment', 'fee', 'emptied'),
  of('access_grant', 'person', 'emptied'),
  of('privacy_request', 'person', 'emptied'),
  of('restriction', 'person', 'emptied'),
  of('restriction_exception', 'restriction', 'emptied'),
  of('information_shown', 'person', 'deleted'),
];

/** Tables that lead to a person or a case and are no part of the pack, each with the reason. */
export const notHeld: Readonly<Record<string, string>> = {
  audit_entry:
    'who looked and who changed: told in a part of its own, from the chain; never erased, its ids lead nowhere',
  person_term: 'the search index, made of the register; deleted',
  person_words: 'the search index, made of the register; deleted',
  application_service: 'services that an application names: told with its services; deleted',
  case_code: 'a hash of a code and the birth date; deleted',
  case_link: 'a hash of an address; deleted',
  refusal_draft: 'a draft that has no effect; deleted',
  handover_plan: 'which plans another coordinator took over: about workers; deleted with the plan',
  retention_item: 'the list of files by signs and days: the proof of erasure, without a person',
  inspection_file: 'which files an inspector was given to read: ids and the sample, no content',
  planned_capacity: 'a local plan of services, no person',
  lpdi_place: 'a local plan of services, no person',
};

/** Columns that say nothing to the person: keys, hashes, bytes, what the program needs for itself. */
export const isTechnical = (column: string): boolean =>
  /^id$|_id$|^centre_id$|_by$|hash|secret|^version$|^position$|^pdf$|^docx$|sha256|^content$|_mark$|^mark$|^letter$|^totp|^failed_|^locked_|^must_|^persona$|_steps$|^steps$|_basis$|^basis$|^pesel$|^other_id_number$|^amber_on$|^red_on$|^created_at$|^after$/.test(
    column,
  );

export interface HeldRow {
  [column: string]: unknown;
}

export interface Held {
  table: string;
  rows: HeldRow[];
}
