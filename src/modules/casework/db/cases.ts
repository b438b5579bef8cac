import { sql } from 'kysely';
import { type Place, prepared } from '../../../platform/database/prepared.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { type CaseState, caseStep, mayStep, stateWords } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';

/** What every command needs of a case to decide. */
export interface CaseFile {
  id: string;
  gmina: string;
  personId: string | null;
  /** Given and family name, for titles of clocks and letters; empty while the person is unknown. */
  personName: string;
  sign: string | null;
  title: string;
  state: CaseState;
  channel: string;
  coordinatorId: string | null;
  receivedAt: string;
  submittedOn: string | null;
  version: number;
}

interface OneCase {
  centreId: string;
  caseId: string;
}

const selectCase = (db: Db, place: Place<OneCase>) =>
  db
    .selectFrom('case_file')
    .leftJoin('person', (join) =>
      join
        .onRef('person.centre_id', '=', 'case_file.centre_id')
        .onRef('person.id', '=', 'case_file.person_id'),
    )
    .where('case_file.centre_id', '=', place('centreId'))
    .where('case_file.id', '=', place('caseId'))
    .select([
      'case_file.id',
      'case_file.gmina',
      'case_file.person_id',
      'sign',
      'title',
      'state',
      'channel',
      'coordinator_id',
      'received_at',
      'submitted_on',
      'case_file.version',
    ])
    .select(sql<string>`coalesce(person.given_name || ' ' || person.family_name, '')`.as('person_name'));

const read = prepared<OneCase>()(selectCase);
const lockedRead = prepared<OneCase>()((db, place) => selectCase(db, place).forUpdate('case_file'));

/** The case, locked until the end of the transaction when `lock` is set; undefined when this centre has none. */
export async function findCase(
  db: Db,
  centreId: string,
  caseId: string,
  lock = false,
): Promise<CaseFile | undefined> {
  const row = await (lock ? lockedRead : read).first(db, { centreId, caseId });
  return row
    ? {
        id: row.id,
        gmina: row.gmina,
        personId: row.person_id,
        personName: row.person_name,
        sign: row.sign,
        title: row.title,
        state: row.state as CaseState,
        channel: row.channel,
        coordinatorId: row.coordinator_id,
        receivedAt: row.received_at,
        submittedOn: row.submitted_on,
        version: row.version,
      }
    : undefined;
}

/** A refusal when the action is not open in the case's state; nothing when it is. */
export function refuseStep(file: CaseFile, action: string): Refusal | undefined {
  if (mayStep(action, file.state)) return undefined;
  return refuse('casework.wrong-state', pl.wrongState(stateWords(file.state)), {
    basis: caseStep(action).basis,
  });
}

/** Moves a case along its table and adds one to its version. Other columns of the same row may be set in one go. */
export async function moveCase(
  tx: Db,
  centreId: string,
  file: Pick<CaseFile, 'id' | 'state'>,
  action: string,
  more: {
    sign?: string;
    submitted_on?: string;
    coordinator_id?: string | null;
    closed_on?: string;
    closing_reason?: string;
    person_id?: string;
    title?: string;
  } = {},
): Promise<CaseState> {
  const step = caseStep(action);
  const moved = await tx
    .updateTable('case_file')
    .set({ ...more, state: step.to, version: sql`version + 1` })
    .where('centre_id', '=', centreId)
    .where('id', '=', file.id)
    .where('state', 'in', [...step.from])
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) throw new Error(`case ${file.id} is not in a state for ${action}`);
  return step.to;
}
