import type { Actor, Role } from '../../src/platform/actor.ts';
import { newId } from '../../src/platform/ids.ts';
import type { House, TestCentre } from './centre.ts';
import type { Ids } from './attack.ts';
import { update } from '../../src/modules/plans/index.ts';
import { done, type Offered, planScene } from './plan.ts';

/** One person's record with everything that hangs on it; `mark` stands in the person's name and nowhere else. */
export interface RecordOf {
  ids: Ids;
  mark: string;
}

/** Ties a record may have besides its coordinator. */
export interface Ties {
  centre?: TestCentre;
  coordinator?: Actor;
  mark: string;
  /** Transferred to the team of social assistance, or to a unit of the gmina. */
  transfer?: 'team' | 'office' | { organizationId: string };
}

const oneOf = async (house: House, text: string, values: unknown[]): Promise<string> => {
  const { rows } = await house.owner.query<{ id: string }>(text, values);
  if (!rows[0]) throw new Error(`nothing found: ${text}`);
  return rows[0].id;
};

/** Arranges a person, their case and plan, and a row of every kind that a verb may name. */
export async function recordOf(house: House, offered: Offered, ties: Ties): Promise<RecordOf> {
  const centre = ties.centre ?? house.centre;
  const coordinator = ties.coordinator ?? centre.as('plan_coordinator');
  const scene = await planScene(house, offered, 'running', {
    centre,
    coordinator,
    name: `Halina ${ties.mark}`,
  });
  const { caseId, personId, planId } = scene;
  done(await house.runner.run(update, coordinator, { planId, kind: 'other', reason: 'Inna godzina.' }));
  await house.owner.query(`update person set no_pesel_reason = 'not_given' where id = $1`, [personId]);
  const put = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const id = newId();
    const row = { centre_id: centre.id, id, ...values };
    const names = Object.keys(row);
    await house.owner.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(row),
    );
    return id;
  };
  const relative = await put('person', {
    gmina: '3006023',
    given_name: 'Jan',
    family_name: ties.mark,
    no_pesel_reason: 'not_given',
  });
  const householdId = await put('household', { gmina: '3006023', name: `Dom ${ties.mark}` });
  await house.owner.query(
    `insert into household_member (centre_id, household_id, person_id, part, valid_from) values ($1, $2, $3, 'head', '2026-01-01')`,
    [centre.id, householdId, personId],
  );
  const relationId = await put('person_relation', {
    person_id: personId,
    other_person_id: relative,
    kind: 'family',
    valid_from: '2026-01-01',
  });
  const documentId = await put('document', {
    case_id: caseId,
    person_id: personId,
    kind: 'transfer',
    title: `Pismo ${ties.mark}`,
    sign: 'CUS.1',
    letter: '{}',
    pdf: Buffer.from('%PDF-'),
    docx: Buffer.from('PK'),
    issued_on: '2026-11-16',
  });
  const feeId = await put('fee', {
    case_id: caseId,
    title: 'Opłata',
    amount_grosze: 6000,
    due_on: '2026-11-01',
    state: 'overdue',
    set_on: '2026-10-01',
  });
  const director = centre.as('director').accountId;
  const authorisationId = await put('authorisation', {
    account_id: director,
    scope: 'programme_cases',
    holder: 'director',
    document: 'upoważnienie nr 1/2020',
    granted_by: 'Burmistrz',
    valid_from: '2020-01-01',
    valid_to: '2020-12-31',
  });
  const decisionId = await put('decision', {
    case_id: caseId,
    kind: 'refusal',
    number: `CUS.5022.${ties.mark}.2026`,
    issued_on: '2026-11-16',
    signatory_id: director,
    authorisation_id: authorisationId,
    document_id: documentId,
    content: '{}',
  });
  const attachmentId = await put('attachment', {
    case_id: caseId,
    name: `${ties.mark}.txt`,
    type: 'text/plain',
    size: 4,
    sha256: 'x',
    content: Buffer.from('Test'),
  });
  const requestId = await put('resident_request', {
    case_id: caseId,
    person_id: personId,
    kind: 'change',
    words: 'Proszę o inną godzinę.',
    made_by: director,
    made_at: '2026-11-16T08:00:00Z',
    due_on: '2026-12-16',
  });
  const grantId = await put('access_grant', {
    account_id: centre.as('clerk').accountId,
    person_id: personId,
    reason: `Powód otwarcia ${ties.mark}`,
    granted_at: '2026-11-15T08:00:00Z',
    until: '2026-11-15T09:00:00Z',
  });
  const { transfer = 'office' } = ties;
  await put('transfer', {
    case_id: caseId,
    target_kind: typeof transfer === 'string' ? transfer : 'unit',
    target_name: 'Odbiorca',
    target_organization_id: typeof transfer === 'string' ? null : transfer.organizationId,
    reason: 'inna ustawa',
    agreed_on: '2026-11-10',
    agreed_how: 'telefonicznie',
    sent_on: '2026-11-10',
  });
  const part = async (table: string): Promise<string> =>
    await oneOf(
      house,
      `select t.id from ${table} t join plan_version v on v.centre_id = t.centre_id and v.id = t.plan_version_id where v.plan_id = $1 limit 1`,
      [planId],
    ).catch(() => newId());
  return {
    mark: ties.mark,
    ids: {
      personId,
      otherPersonId: relative,
      applicantId: relative,
      caseId,
      planId,
      householdId,
      relationId,
      documentId,
      feeId,
      decisionId,
      attachmentId,
      requestId,
      grantId,
      lineId: await part('plan_line'),
      partId: await part('plan_line'),
      needId: await part('plan_need'),
      actionId: await part('plan_action'),
    },
  };
}

/** Names of an input that say whose record it is about. */
export const recordNames: readonly string[] = [
  'personId',
  'otherPersonId',
  'applicantId',
  'caseId',
  'householdId',
  'relationId',
  'documentId',
  'feeId',
  'decisionId',
  'attachmentId',
  'grantId',
  'lineId',
  'needId',
  'actionId',
  'partId',
];

/** Roles that the tests sign in as; the visitor has no session. */
export const signedIn = (role: Role): boolean => role !== 'visitor';
