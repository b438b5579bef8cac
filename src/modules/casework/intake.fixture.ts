import type { House, TestCentre } from '../../../test/support/centre.ts';
import { gminas } from '../../../test/support/centre.ts';
import type { Role } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import type { AnyCommand, Command } from '../../platform/runner/command.ts';
import type { Outcome } from '../../platform/runner/outcome.ts';
import type { Envelope } from '../../platform/runner/runner.ts';
import { startApplication } from './commands/start-application.ts';
import { submitApplication } from './commands/submit-application.ts';
import { takeReport } from './commands/take-report.ts';
import { dueDeclarations } from './domain/application.ts';

/** What the tests of the intake half arrange: people, programmes, and cases in a state, through the owner and the commands. */

export const programmeName = 'Aktywni w Jarocinie';
export const relief = 'Karta Dużej Rodziny';
export const document = 'Orzeczenie do wglądu (stopień niepełnosprawności)';

/** A roof of five words over the runner: fails the test when the command does not succeed. */
export async function done<I, T, C, R>(
  house: House,
  command: Command<I, T, C, R>,
  as: Role,
  input: unknown,
  envelope?: Envelope,
): Promise<R> {
  const outcome = await house.runner.run(command, house.centre.as(as), input, envelope);
  if (!outcome.ok) throw new Error(`${command.name}: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}

/** The code of what kept a command from its result; `done` when nothing did. */
export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.problem.code);

/** What a form shows beside its fields. */
export const fieldsOf = (outcome: Outcome<unknown>): Record<string, string> =>
  outcome.ok ? {} : (outcome.problem.fields ?? {});

/** Runs a command as a role of the first centre and gives the code of its outcome. */
export const tried = async (house: House, command: AnyCommand, as: Role, input: unknown): Promise<string> =>
  codeOf(await house.runner.run(command, house.centre.as(as), input));

/** A person of the register. */
export async function addPerson(
  house: House,
  centre: TestCentre,
  more: { givenName?: string; familyName?: string; shielded?: boolean } = {},
): Promise<string> {
  const id = newId();
  await house.owner.query(
    `insert into person (centre_id, id, gmina, given_name, family_name, birth_date, no_pesel_reason, locality, street, house_number, postcode, shielded)
     values ($1, $2, $3, $4, $5, '1948-03-02', 'test', 'Jarocin', 'ul. Kwiatowa', '5', '63-200', $6)`,
    [
      centre.id,
      id,
      gminas.town,
      more.givenName ?? 'Anna',
      more.familyName ?? 'Nowak',
      more.shielded ?? false,
    ],
  );
  return id;
}

export interface Programme {
  versionId: string;
  offerId: string;
  serviceId: string;
  otherServiceId: string;
}

/** A programme in force that may ask two questions and gives one relief; and a service under a separate statute. */
export async function addProgramme(
  house: House,
  centre: TestCentre,
  more: { state?: string; gmina?: string; fields?: string[] } = {},
): Promise<Programme> {
  const [programmeId, versionId, offerId, serviceId, otherServiceId] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ];
  const items = {
    personalData: { fields: more.fields ?? ['lives_alone', 'health_mobility', 'birth_date'] },
    fees: { charged: true, text: null, reliefs: [{ words: relief, percent: 50 }] },
    evidence: { rows: [{ criterion: 'stopień niepełnosprawności', documents: 'Orzeczenie do wglądu' }] },
  };
  const { owner } = house;
  const gmina = more.gmina ?? gminas.town;
  await owner.query(`insert into programme (centre_id, id, gmina, name) values ($1, $2, $3, $4)`, [
    centre.id,
    programmeId,
    gmina,
    programmeName,
  ]);
  await owner.query(
    `insert into programme_version (centre_id, id, programme_id, number, state, items, valid_from, valid_to, resolution_number)
     values ($1, $2, $3, 1, $4, $5, '2026-01-01', '2027-12-31', 'uchwała nr XII/96/2026')`,
    [centre.id, versionId, programmeId, more.state ?? 'in_force', JSON.stringify(items)],
  );
  await owner.query(
    `insert into service (centre_id, id, gminas, name, track) values ($1, $2, array[$4], 'Opieka wytchnieniowa', 'programme'), ($1, $3, array[$4], 'Usługi opiekuńcze', 'separate_statute')`,
    [centre.id, serviceId, otherServiceId, gmina],
  );
  await owner.query(
    `insert into programme_service (centre_id, id, programme_version_id, service_id) values ($1, $2, $3, $4)`,
    [centre.id, offerId, versionId, serviceId],
  );
  return { versionId, offerId, serviceId, otherServiceId };
}

export const need = 'Mama nie wstaje sama z łóżka, a ja pracuję do szesnastej.';

/** A report in the first centre. */
export const report = async (house: House, input: Record<string, unknown> = {}, as: Role = 'clerk') =>
  (
    await done(house, takeReport, as, {
      channel: 'phone',
      gmina: gminas.town,
      needs: [{ words: need }],
      ...input,
    })
  ).caseId;

/** The declarations of an application without reliefs, as a form sends them. */
export const declared = (reliefs: string[] = [], role: 'person' | 'factual_carer' = 'person') =>
  dueDeclarations({ name: programmeName, reliefs: [relief] }, { applicantRole: role, reliefs }).map(
    (one) => ({
      ...one,
      made: true,
    }),
  );

/** An application in the state `draft`, of a person of the register. */
export async function drafted(
  house: House,
  programme: Programme,
  input: Record<string, unknown> = {},
): Promise<string> {
  const personId = await addPerson(house, house.centre);
  return (
    await done(house, startApplication, 'clerk', {
      personId,
      gmina: gminas.town,
      programmeVersionId: programme.versionId,
      serviceIds: [programme.serviceId],
      ...input,
    })
  ).caseId;
}

/** An application in the state `submitted`. */
export async function submitted(
  house: House,
  programme: Programme,
  input: Record<string, unknown> = {},
): Promise<string> {
  const caseId = await drafted(house, programme);
  await done(house, submitApplication, 'clerk', {
    caseId,
    declarations: declared(),
    informationGiven: true,
    ...input,
  });
  return caseId;
}

/** One column set of a case. */
export const rowOf = async (house: House, caseId: string): Promise<Record<string, unknown>> =>
  (await house.owner.query('select * from case_file where id = $1', [caseId])).rows[0];
