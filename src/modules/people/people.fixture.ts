import type { House, TestCentre } from '../../../test/support/centre.ts';
import { gminas } from '../../../test/support/centre.ts';
import { makePesel } from '../../law/index.ts';
import type { Actor, Role } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import { registerPerson } from './commands/register.ts';

let serial = 0;

/** A PESEL that no other test of this run has. */
export const freshPesel = (birthDate = '1950-03-12', sex: 'female' | 'male' = 'female'): string =>
  makePesel(birthDate, sex, serial++);

const syllables = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'ha',
  'je',
  'ki',
  'lo',
  'mu',
  'na',
  'pe',
  'ri',
  'so',
  'tu',
  'wa',
  'ze',
  'bry',
  'klo',
  'sta',
];

/** A surname that is not like that of any other test. */
export function freshName(): string {
  const number = 7919 * ++serial;
  const name = [number, number / 20, number / 400, number / 8000]
    .map((part) => syllables[Math.floor(part) % 20] ?? '')
    .join('');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}ski`;
}

/** What the form of a new person sends when little is known. */
export const written = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  givenName: 'Maria',
  familyName: freshName(),
  noPeselReason: 'not_given',
  gmina: gminas.town,
  ...change,
});

/** Registers a person as the clerk and gives their id. */
export async function register(
  house: House,
  change: Record<string, unknown> = {},
  centre: TestCentre = house.centre,
): Promise<string> {
  const outcome = await house.runner.run(registerPerson, centre.as('clerk'), written(change));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value.personId;
}

/** A case of the person, with or without a coordinator. */
export async function openCase(
  house: House,
  personId: string,
  more: { coordinator?: Actor; sign?: string; closedOn?: string; state?: string } = {},
): Promise<string> {
  const caseId = newId();
  await house.owner.query(
    `insert into case_file (centre_id, id, gmina, person_id, sign, title, state, channel, coordinator_id, closed_on)
     values ($1, $2, $3, $4, $5, 'Sprawa', $6, 'in_person', $7, $8)`,
    [
      house.centre.id,
      caseId,
      gminas.town,
      personId,
      more.sign ?? null,
      more.state ?? 'reported',
      more.coordinator?.accountId ?? null,
      more.closedOn ?? null,
    ],
  );
  return caseId;
}

/** Roles that write nothing about people; the coordinator depends on the tie. */
export const neverWrite: readonly Role[] = [
  'director',
  'community_organiser',
  'feeder',
  'provider',
  'region',
  'resident',
  'visitor',
  'auditor',
  'administrator',
];

/** Everything the audit keeps of one action, the latest last. */
export async function auditOf(
  house: House,
  action: string,
): Promise<{ kind: string; person_id: string | null; what: Record<string, unknown> }[]> {
  const { rows } = await house.owner.query(
    'select kind, person_id, what from audit_entry where centre_id = $1 and action = $2 order by seq',
    [house.centre.id, action],
  );
  return rows;
}
