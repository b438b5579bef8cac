import type { Condition } from '../../src/law/index.ts';
import type { Actor } from '../../src/platform/actor.ts';
import type { Pool } from '../../src/platform/database/pool.ts';
import { newId } from '../../src/platform/ids.ts';
import { gminas, type House, type TestCentre } from './centre.ts';

/** A service of a programme in force, as a test arranges it; what is left out has no limit, price, condition or fee. */
export interface OfferOf {
  name?: string;
  limitPeople?: number;
  limitGrosze?: number;
  unitPriceGrosze?: number;
  maxMonths?: number;
  conditions?: readonly Condition[];
  fee?: unknown;
  validTo?: string;
  /** What its programme names of a person's data (item 9). */
  asks?: readonly string[];
}

export interface ArrangedOffer {
  serviceId: string;
  programmeServiceId: string;
  versionId: string;
}

const json = (value: unknown): string => JSON.stringify(value);

/** A service with an offer in a programme in force since the beginning of 2026. */
export async function arrangeOffer(owner: Pool, centreId: string, of: OfferOf = {}): Promise<ArrangedOffer> {
  const [serviceId, programmeId, versionId, programmeServiceId] = [newId(), newId(), newId(), newId()];
  await owner.query(`insert into service (centre_id, id, name, track) values ($1, $2, $3, 'programme')`, [
    centreId,
    serviceId,
    of.name ?? 'Pomoc sąsiedzka',
  ]);
  await owner.query(`insert into programme (centre_id, id, gmina, name) values ($1, $2, $3, 'Bliżej domu')`, [
    centreId,
    programmeId,
    gminas.town,
  ]);
  await owner.query(
    `insert into programme_version (centre_id, id, programme_id, number, state, valid_from, valid_to, items) values ($1, $2, $3, 1, 'in_force', '2026-01-01', $4, $5)`,
    [centreId, versionId, programmeId, of.validTo ?? null, json({ personalData: { fields: of.asks ?? [] } })],
  );
  await owner.query(
    `insert into programme_service (centre_id, id, programme_version_id, service_id, limit_people, limit_grosze, unit_price_grosze, max_months, conditions, fee)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      centreId,
      programmeServiceId,
      versionId,
      serviceId,
      of.limitPeople ?? null,
      of.limitGrosze ?? null,
      of.unitPriceGrosze ?? null,
      of.maxMonths ?? null,
      json(of.conditions ?? []),
      of.fee === undefined ? null : json(of.fee),
    ],
  );
  return { serviceId, programmeServiceId, versionId };
}

/** A service that another statute decides on (art. 19). */
export async function arrangeOtherTrack(
  owner: Pool,
  centreId: string,
  track: 'separate_statute' | 'general_offer' = 'separate_statute',
): Promise<{ serviceId: string; programmeServiceId: null }> {
  const serviceId = newId();
  await owner.query(
    `insert into service (centre_id, id, name, track, handled_by) values ($1, $2, 'Usługi opiekuńcze', $3, 'zespół pomocy społecznej')`,
    [centreId, serviceId, track],
  );
  return { serviceId, programmeServiceId: null };
}

export interface CaseOf {
  state?: string;
  submittedOn?: string;
  coordinator?: Actor | null;
  answers?: Record<string, unknown>;
  /** Reliefs claimed with a declaration. */
  reliefs?: readonly string[];
  birthDate?: string;
  shielded?: boolean;
  /** Without a person of the register. */
  anonymous?: boolean;
  wants?: readonly { serviceId: string; programmeServiceId: string | null; versionId?: string }[];
}

export interface ArrangedCase {
  caseId: string;
  personId: string;
}

let serial = 0;

/** An application of Halina Wróbel, 78, from Jarocin, received on 2 November 2026 and taken up by the coordinator. */
export async function arrangeCase(
  house: House,
  of: CaseOf = {},
  centre: TestCentre = house.centre,
): Promise<ArrangedCase> {
  const [caseId, personId] = [newId(), newId()];
  const coordinator = of.coordinator === undefined ? centre.as('plan_coordinator') : of.coordinator;
  const number = ++serial;
  await house.owner.query(
    `insert into person (centre_id, id, gmina, given_name, family_name, birth_date, no_pesel_reason, locality, street, house_number, postcode, shielded)
     values ($1, $2, $3, 'Halina', 'Wróbel', $4, 'test', 'Jarocin', 'ul. Zacisze', '4', '63-200', $5)`,
    [centre.id, personId, gminas.town, of.birthDate ?? '1948-06-02', of.shielded ?? false],
  );
  await house.owner.query(
    `insert into case_file (centre_id, id, gmina, person_id, title, state, channel, coordinator_id, submitted_on, sign)
     values ($1, $2, $3, $4, 'Pomoc w domu', $5, 'in_person', $6, $7, $8)`,
    [
      centre.id,
      caseId,
      gminas.town,
      of.anonymous ? null : personId,
      of.state ?? 'in_recognition',
      coordinator?.accountId ?? null,
      of.submittedOn ?? '2026-11-02',
      `CUS.5020.${number}.2026`,
    ],
  );
  await house.owner.query(
    `insert into application (centre_id, case_id, applicant_role, answers, reliefs, programme_version_id) values ($1, $2, 'person', $3, $4, $5)`,
    [
      centre.id,
      caseId,
      json(of.answers ?? {}),
      json(of.reliefs ?? []),
      of.wants?.find(({ versionId }) => versionId !== undefined)?.versionId ?? null,
    ],
  );
  for (const wanted of of.wants ?? [])
    await house.owner.query(
      `insert into application_service (centre_id, case_id, service_id, programme_service_id) values ($1, $2, $3, $4)`,
      [centre.id, caseId, wanted.serviceId, wanted.programmeServiceId],
    );
  return { caseId, personId };
}

/** An entry of the register of art. 26 for decisions of programme cases; by default it holds in November 2026. */
export async function authorise(
  owner: Pool,
  actor: Actor,
  of: { from?: string; to?: string; revokedOn?: string; scope?: string; request?: string | null } = {},
): Promise<void> {
  await owner.query(
    `insert into authorisation (centre_id, id, account_id, scope, holder, document, granted_by, request, valid_from, valid_to, revoked_on)
     values ($1, $2, $3, $4, $5, 'upoważnienie nr 4/2026', 'Burmistrz Jarocina', $6, $7, $8, $9)`,
    [
      actor.centreId,
      newId(),
      actor.accountId,
      of.scope ?? 'programme_cases',
      actor.roles.includes('director') ? 'director' : 'employee',
      of.request === undefined ? 'wniosek dyrektora 3/2026' : of.request,
      of.from ?? '2026-01-02',
      of.to ?? null,
      of.revokedOn ?? null,
    ],
  );
}

/** The one row of a query as the owner sees it. */
export async function row(
  owner: Pool,
  text: string,
  values: readonly unknown[],
): Promise<Record<string, unknown>> {
  const found = await owner.query<Record<string, unknown>>(text, [...values]);
  if (!found.rows[0]) throw new Error('no such row');
  return found.rows[0];
}
