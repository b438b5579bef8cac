import { expect } from 'vitest';
import type { Actor } from '../../src/platform/actor.ts';
import { inTransaction } from '../../src/platform/database/tenant.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Outcome } from '../../src/platform/runner/outcome.ts';
import { startDeadline } from '../../src/modules/agenda/index.ts';
import { agree, approve, drawUp, setPeriod, writeLine, writeNeed } from '../../src/modules/plans/index.ts';
import { gminas, type House, type TestCentre } from './centre.ts';

/** Day of the standing clock of a test house, a Monday. */
export const today = '2026-11-16';

/** The value of an outcome; a failed one fails the test with its problem. */
export function done<T>(outcome: Outcome<T>): T {
  expect(outcome).toMatchObject({ ok: true });
  if (!outcome.ok) throw new Error(outcome.problem.words);
  return outcome.value;
}

/** What a programme of the centre offers: a paid service with limits, and a free one. */
export interface Offered {
  organizationId: string;
  otherOrganizationId: string;
  contractId: string;
  /** 3,00 zł a visit for the person, 50,00 zł for the programme; 500 people, 1 000 000,00 zł. */
  paid: string;
  paidServiceId: string;
  free: string;
}

/** A programme in force with two services, an organization with a contract, and another organization. */
export async function programmeScene(house: House, centre: TestCentre = house.centre): Promise<Offered> {
  const [
    organizationId,
    otherOrganizationId,
    contractId,
    paidServiceId,
    freeServiceId,
    programmeId,
    versionId,
    paid,
    free,
  ] = Array.from({ length: 9 }, newId);
  const run = async (text: string, values: unknown[]) =>
    await house.owner.query(text, [centre.id, ...values]);
  await run(
    `insert into organization (centre_id, id, name) values ($1, $2, 'Fundacja Razem'), ($1, $3, 'Spółdzielnia Złota Rączka')`,
    [organizationId, otherOrganizationId],
  );
  await run(
    `insert into service (centre_id, id, name, track, organization_id) values ($1, $2, 'Rehabilitacja w domu', 'programme', $4), ($1, $3, 'Klub seniora', 'programme', $4)`,
    [paidServiceId, freeServiceId, organizationId],
  );
  await run(
    `insert into programme (centre_id, id, gmina, name) values ($1, $2, $3, 'Aktywni i bezpieczni')`,
    [programmeId, gminas.town],
  );
  await run(
    `insert into programme_version (centre_id, id, programme_id, number, state, valid_from, valid_to) values ($1, $2, $3, 1, 'in_force', '2026-01-01', '2028-12-31')`,
    [versionId, programmeId],
  );
  await run(
    `insert into programme_service (centre_id, id, programme_version_id, service_id, limit_people, limit_grosze, unit, unit_price_grosze, fee)
     values ($1, $2, $4, $5, 500, 100000000, 'visit', 5000, $7), ($1, $3, $4, $6, 500, null, 'month', null, $8)`,
    [
      paid,
      free,
      versionId,
      paidServiceId,
      freeServiceId,
      JSON.stringify({
        kind: 'perUnit',
        unitPriceGrosze: 300,
        reliefs: [{ id: 'half', words: 'niski dochód', share: 5000 }],
      }),
      JSON.stringify({ kind: 'free' }),
    ],
  );
  await run(
    `insert into contract (centre_id, id, organization_id, service_id, number, valid_from, valid_to) values ($1, $2, $3, $4, 'U/7/2026', '2026-01-01', '2027-12-31')`,
    [contractId, organizationId, paidServiceId],
  );
  return {
    organizationId: organizationId ?? '',
    otherOrganizationId: otherOrganizationId ?? '',
    contractId: contractId ?? '',
    paid: paid ?? '',
    paidServiceId: paidServiceId ?? '',
    free: free ?? '',
  };
}

/** A person whose case needs a plan: recognised, with a coordinator, one need, and a place reserved for 20 visits. */
export interface CaseScene {
  caseId: string;
  personId: string;
  coordinator: Actor;
}

export async function caseScene(
  house: House,
  offered: Offered,
  more: {
    coordinator?: Actor;
    centre?: TestCentre;
    submittedOn?: string;
    reserve?: boolean;
    name?: string;
  } = {},
): Promise<CaseScene> {
  const centre = more.centre ?? house.centre;
  const coordinator = more.coordinator ?? centre.as('plan_coordinator');
  const submittedOn = more.submittedOn ?? '2026-11-02';
  const [caseId, personId] = [newId(), newId()];
  const [given, family] = (more.name ?? 'Halina Wrona').split(' ');
  const run = async (text: string, values: unknown[]) =>
    await house.owner.query(text, [centre.id, ...values]);
  await run(
    `insert into person (centre_id, id, gmina, given_name, family_name, birth_date, no_pesel_reason) values ($1, $2, $3, $4, $5, '1948-06-02', 'test')`,
    [personId, gminas.town, given, family],
  );
  await run(
    `insert into case_file (centre_id, id, gmina, person_id, sign, title, state, channel, coordinator_id, submitted_on) values ($1, $2, $3, $4, $5, 'Pomoc w domu', 'plan_in_preparation', 'in_person', $6, $7)`,
    [caseId, gminas.town, personId, `CUS.5020.${caseId.slice(-6)}.2026`, coordinator.accountId, submittedOn],
  );
  await run(`insert into application (centre_id, case_id, applicant_role) values ($1, $2, 'person')`, [
    caseId,
  ]);
  await run(
    `insert into need (centre_id, id, case_id, words, area, priority) values ($1, $2, $3, 'Nie daję rady wejść po schodach.', 5, 1)`,
    [newId(), caseId],
  );
  if (more.reserve !== false) {
    await run(
      `insert into qualification (centre_id, id, case_id, programme_service_id, state, starts_on, ends_on, units, committed_grosze, qualified_by, qualified_on)
       values ($1, $2, $3, $4, 'reserved', '2026-11-16', '2027-04-30', 20, 100000, $5, $6)`,
      [newId(), caseId, offered.paid, coordinator.accountId, submittedOn],
    );
    await run(
      `update programme_service set used_people = used_people + 1, used_grosze = used_grosze + 100000 where centre_id = $1 and id = $2`,
      [offered.paid],
    );
  }
  await inTransaction(house.pool, centre.id, (tx) =>
    startDeadline(tx, centre.id, {
      kind: 'planReady',
      eventDate: submittedOn,
      title: `${given} ${family}`,
      ownerId: coordinator.accountId,
      caseId,
    }),
  );
  return { caseId, personId, coordinator };
}

/** A line that may be written as it stands: 20 visits on Mondays for 60,00 zł. */
export const lineOf = (offered: Offered, planId: string) => ({
  planId,
  programmeServiceId: offered.paid,
  organizationId: offered.organizationId,
  contractId: offered.contractId,
  place: 'w domu osoby',
  week: { mon: '9:00–10:00' },
  units: 20,
  startsOn: '2026-11-16',
  endsOn: '2027-04-30',
  feeDueOn: '2026-12-10',
  expectedResult: 'Wchodzi po schodach na pierwsze piętro.',
});

/** Where a plan is brought to. */
export type Until = 'draft' | 'whole' | 'agreed' | 'running';

/** A plan of a new case, brought along by the commands themselves. */
export async function planScene(
  house: House,
  offered: Offered,
  until: Until,
  more: Parameters<typeof caseScene>[2] & { startsOn?: string } = {},
): Promise<CaseScene & { planId: string }> {
  const scene = await caseScene(house, offered, more);
  const { coordinator, caseId } = scene;
  const startsOn = more.startsOn ?? today;
  const { planId } = done(await house.runner.run(drawUp, coordinator, { caseId }));
  if (until === 'draft') return { ...scene, planId };
  done(await house.runner.run(setPeriod, coordinator, { planId, startsOn, endsOn: '2027-04-30' }));
  const { rows } = await house.owner.query<{ id: string }>(
    `select line.id from plan_line line join plan_version v on v.centre_id = line.centre_id and v.id = line.plan_version_id where v.plan_id = $1`,
    [planId],
  );
  const lineId = rows[0]?.id;
  done(
    await house.runner.run(writeLine, coordinator, {
      ...lineOf(offered, planId),
      startsOn,
      ...(lineId ? { lineId } : {}),
    }),
  );
  done(
    await house.runner.run(writeNeed, coordinator, {
      planId,
      words: 'Boi się upadku na schodach.',
      area: 6,
      priority: 2,
    }),
  );
  if (until === 'whole') return { ...scene, planId };
  done(
    await house.runner.run(agree, coordinator, {
      planId,
      agreedOn: today,
      agreedHow: 'rozmowa w domu, podpis na projekcie',
    }),
  );
  if (until === 'agreed') return { ...scene, planId };
  done(await house.runner.run(approve, (more.centre ?? house.centre).as('director'), { planId }));
  return { ...scene, planId };
}
