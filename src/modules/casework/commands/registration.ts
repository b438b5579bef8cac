import { newId } from '../../../platform/ids.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { startDeadline } from '../../agenda/index.ts';
import { issueDocument, nextSign } from '../../records/index.ts';
import { findAddressee, saveSubmission } from '../db/applications.ts';
import { type CaseFile, moveCase } from '../db/cases.ts';
import { saveCode } from '../db/links.ts';
import { receiptLetter } from '../documents/receipt.ts';
import type { ApplicationProgramme } from '../domain/programme.ts';
import { caseCode } from '../domain/follow-up.ts';
import { clauseName, currentClause, noteShown } from '../../privacy/index.ts';
import type { Channel } from '../domain/report.ts';
import type { Submitted } from '../domain/submission.ts';
import { informationClause } from '../pl-information.ts';

/** A sent application on its way into the register. */
export interface Registration {
  file: Pick<CaseFile, 'id' | 'state' | 'personId' | 'coordinatorId'> & { channel: Channel };
  submitted: Submitted;
  /** Of the register or as typed. */
  personName: string;
  services: readonly string[];
  programme: ApplicationProgramme | undefined;
  /** Day of receipt: the day of the event that starts the 30 days of art. 40. */
  receivedOn: string;
  /** Secret of the sending page and the birth date to be given with the code; without both there is no code. */
  code: { seed: string; birthDate: string } | undefined;
}

export interface Registered {
  caseId: string;
  sign: string;
  dueOn: string;
  documentId: string;
  hasCode: boolean;
}

/**
 * Registers an application in the caller's transaction: the case sign, the day of receipt, the clock of the plan, the
 * confirmation of receipt, and the hash of the follow-up code.
 */
export async function register(tx: Db, moment: Moment, registration: Registration): Promise<Registered> {
  const { centreId, name, position } = moment.actor;
  const { file, submitted, receivedOn, services, code } = registration;
  const caseId = file.id;
  const [sign, addressee, own] = await Promise.all([
    nextSign(tx, centreId, 'case', moment.today),
    findAddressee(tx, centreId, caseId),
    currentClause(tx, centreId, 'application', moment.today),
  ]);
  const clause = own ? clauseName({ kind: 'application', number: own.number }) : informationClause.version;
  const [, clock] = await Promise.all([
    moveCase(tx, centreId, file, 'submit-application', { sign, submitted_on: receivedOn }),
    startDeadline(tx, centreId, {
      kind: 'planReady',
      eventDate: receivedOn,
      title: [registration.personName, services.join(', ')].filter((part) => part !== '').join(': '),
      caseId,
      ownerId: file.coordinatorId,
    }),
    saveSubmission(tx, centreId, caseId, {
      declarations: submitted.declarations,
      informationClause: clause,
      on: moment.today,
    }),
    noteShown(tx, centreId, {
      id: newId(),
      personId: file.personId,
      caseId,
      clause,
      on: moment.today,
      how: file.channel,
    }),
    code && saveCode(tx, centreId, { caseId, code: caseCode(code.seed, caseId), birthDate: code.birthDate }),
  ]);
  const byWorker = file.channel === 'web' ? undefined : { name, position };
  const receipt = await issueDocument(tx, moment, {
    kind: 'receipt',
    title: receiptLetter.title,
    caseId,
    personId: file.personId,
    letter: receiptLetter.write({
      sign,
      addressee,
      receivedOn,
      channel: file.channel,
      personName: registration.personName,
      programme: registration.programme,
      services,
      submitted,
      dueOn: clock.dueOn,
      worker: byWorker,
    }),
  });
  return { caseId, sign, dueOn: clock.dueOn, documentId: receipt.id, hasCode: code !== undefined };
}
