import { z } from 'zod';
import { type Actor, type Allow, always, type Role, roles } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { id } from '../../../platform/fields.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { type Query, query } from '../../../platform/runner/query.ts';
import { findOpenGrant, listActing } from '../../access/index.ts';
import { viewCase } from '../../casework/index.ts';
import { inspectedFile, sampledCases } from '../../inspections/index.ts';
import { viewPerson } from '../../people/index.ts';
import { viewPlan } from '../../plans/index.ts';
import { type Reason, reasonOf, reasons, type Tied } from '../domain/reasons.ts';

const seerSchema = z.object({
  accountId: z.string(),
  name: z.string(),
  position: z.string(),
  why: z.array(z.object({ role: z.enum(roles), reason: z.enum(reasons) })),
  /** Until when the person is open by necessity, where nothing else opens the record (ISO 8601 UTC). */
  until: z.string().nullable(),
  /** For whom the account stands in, and until which day, when it is this that opens the record. */
  insteadOf: z.object({ name: z.string(), until: z.string() }).nullable(),
});

export type Seer = z.infer<typeof seerSchema>;

const output = z.object({
  personId: z.string().nullable(),
  caseId: z.string().nullable(),
  title: z.string(),
  seers: z.array(seerSchema),
});

export type WhoSees = z.infer<typeof output>;

const isRole = (role: string): role is Role => (roles as readonly string[]).includes(role);

/** The roles by which an account opens a record: the very policy that the runner asks. */
const opening = <O>(allow: Allow<O>, actor: Actor, read: O): Role[] =>
  actor.roles.filter(isRole).filter((role) => allow[role]?.(actor, read) === true);

async function seerOf<O extends Tied>(
  opens: Query<unknown, O>,
  db: Db,
  input: unknown,
  moment: Moment,
  actor: Actor,
  personId: string | null,
): Promise<Seer | undefined> {
  if (!actor.roles.some((role) => opens.allow[role])) return undefined;
  const read = await opens.read(db, input, { ...moment, actor });
  const open = read === undefined ? [] : opening(opens.allow, actor, read);
  if (read === undefined || open.length === 0) return undefined;
  const { accountId, deputy } = actor;
  const { name, position } = deputy ?? actor;
  const why = open.map((role) => ({ role, reason: reasonOf(role, read, accountId) }));
  const insteadOf = deputy ? { name: actor.name, until: deputy.until } : null;
  const grant = why.every(({ reason }) => reason === 'grant') && personId !== null;
  const until = grant ? await findOpenGrant(db, actor.centreId, accountId, personId, moment.now) : undefined;
  return {
    accountId: (deputy ?? actor).accountId,
    name,
    position,
    why,
    until: until ?? null,
    insteadOf,
  };
}

/** Every account of the centre that could open the record at this moment, each asked of the policy by itself. */
async function seersOf<O extends Tied>(
  opens: Query<unknown, O>,
  db: Db,
  input: unknown,
  moment: Moment,
  personId: string | null,
): Promise<Seer[]> {
  const { centreId } = moment.actor;
  const accounts = await listActing(db, centreId, moment.today, personId === null ? [] : [personId]);
  const asked = accounts.map((actor) => seerOf(opens, db, input, moment, actor, personId));
  return (await Promise.all(asked)).filter((seer) => seer !== undefined);
}

/** Inspectors who could open the record: it is in the sample of an inspection that runs, by the policy of their own query. */
async function inspectorsOf(
  db: Db,
  moment: Moment,
  of: { personId: string } | { caseId: string },
): Promise<Seer[]> {
  const cases = await sampledCases(db, moment.actor.centreId, of);
  const found = await Promise.all(
    cases.map((caseId) => seersOf(inspectedFile, db, { caseId }, moment, null)),
  );
  return found
    .flat()
    .filter((seer, at, all) => all.findIndex((one) => one.accountId === seer.accountId) === at);
}

/** Who reads who looked (art. 50(3)) reads who could; a coordinator where they could themselves. */
const allow: Allow<WhoSees> = {
  director: always,
  service_organiser: always,
  clerk: always,
  auditor: always,
  plan_coordinator: (actor, { seers }) => seers.some(({ accountId }) => accountId === actor.accountId),
};

const shape = {
  output,
  basis: 'art. 50 ust. 2 i 3 ustawy o CUS',
  allow,
  discloses: ({ personId, caseId }: WhoSees) => ({ personId, caseId, what: { fields: ['who-sees'] } }),
  hidden: true,
} as const;

export const whoSeesPerson = query({
  name: 'visibility.who-sees-person',
  summary: 'Accounts that could open a person now, each with the reason',
  input: z.object({ personId: id() }),
  ...shape,
  async read(db, input, moment): Promise<WhoSees | undefined> {
    const person = await viewPerson.read(db, input, moment);
    if (!person) return undefined;
    const seers = await Promise.all([
      seersOf(viewPerson, db, input, moment, person.id),
      inspectorsOf(db, moment, { personId: person.id }),
    ]);
    return {
      personId: person.id,
      caseId: null,
      title: `${person.givenName} ${person.familyName}`,
      seers: seers.flat(),
    };
  },
});

export const whoSeesCase = query({
  name: 'visibility.who-sees-case',
  summary: 'Accounts that could open a case now, each with the reason',
  input: z.object({ caseId: id() }),
  ...shape,
  async read(db, input, moment): Promise<WhoSees | undefined> {
    const file = await viewCase.read(db, input, moment);
    if (!file) return undefined;
    const seers = await Promise.all([
      seersOf(viewCase, db, input, moment, file.personId),
      inspectorsOf(db, moment, { caseId: file.id }),
    ]);
    return {
      personId: file.personId,
      caseId: file.id,
      title: file.sign ?? file.title,
      seers: seers.flat(),
    };
  },
});

export const whoSeesPlan = query({
  name: 'visibility.who-sees-plan',
  summary: 'Accounts that could open a plan now, each with the reason',
  input: z.object({ planId: id() }),
  ...shape,
  async read(db, { planId }, moment): Promise<WhoSees | undefined> {
    const input = viewPlan.input.parse({ planId });
    const plan = await viewPlan.read(db, input, moment);
    if (!plan) return undefined;
    const seers = await Promise.all([
      seersOf(viewPlan, db, input, moment, plan.personId),
      inspectorsOf(db, moment, { caseId: plan.caseId }),
    ]);
    return { personId: plan.personId, caseId: plan.caseId, title: plan.number, seers: seers.flat() };
  },
});

export type { Reason };
