import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { id, optionalId, optionalInteger } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { findCaseHead, findTies, listTrail } from '../db/trail.ts';
import { readsTrail } from '../domain/reads-trail.ts';

const entrySchema = z.object({
  seq: z.number(),
  at: z.string(),
  actor: z.string(),
  position: z.string(),
  action: z.string(),
  kind: z.enum(['change', 'read', 'access']),
  basis: z.string().nullable(),
  personId: z.string().nullable(),
  caseId: z.string().nullable(),
  what: z.record(z.string(), z.unknown()),
});

export type Entry = z.infer<typeof entrySchema>;

/** What the person's page shows of the chain: who did what, and who looked. The full log is the auditor's. */
export const personTrail = query({
  name: 'records.person-trail',
  summary: 'Who looked at a person’s data and who changed them',
  input: z.object({ personId: id() }),
  output: z.object({
    personId: z.string(),
    ties: z.object({ case: z.boolean(), worked: z.boolean(), grant: z.boolean() }),
    entries: z.array(entrySchema),
  }),
  basis: 'art. 50 ust. 3 ustawy o CUS',
  async read(db, input, moment) {
    const { personId } = input;
    const [entries, ties] = await Promise.all([
      listTrail(db, moment.actor.centreId, { personId, limit: 100 }),
      findTies(db, personId, moment),
    ]);
    return { personId, ties, entries };
  },
  allow: readsTrail,
  discloses: (trail) => ({ personId: trail.personId, what: { fields: ['trail'] } }),
  hidden: true,
});

/** The metric of a case, from the same chain (Dz.U. 2012 poz. 250, § 2(2)). */
export const caseMetric = query({
  name: 'records.case-metric',
  summary: 'Metric of a case: every action with its date and person',
  input: z.object({ caseId: id() }),
  output: z.object({
    sign: z.string().nullable(),
    title: z.string(),
    coordinatorId: z.string().nullable(),
    personId: z.string().nullable(),
    entries: z.array(entrySchema),
  }),
  basis: '§ 2 ust. 2 rozporządzenia w sprawie metryki sprawy (Dz.U. 2012 poz. 250)',
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const [head, entries] = await Promise.all([
      findCaseHead(db, centreId, input.caseId),
      listTrail(db, centreId, { caseId: input.caseId, kinds: ['change'], limit: 500 }),
    ]);
    return head ? { ...head, entries } : undefined;
  },
  allow: {
    director: always,
    service_organiser: always,
    clerk: always,
    auditor: always,
    plan_coordinator: (actor, metric) =>
      metric.coordinatorId === null || metric.coordinatorId === actor.accountId,
  },
  discloses: (metric, input) => ({
    personId: metric.personId,
    caseId: input.caseId,
    what: { fields: ['metric'] },
  }),
  hidden: true,
});

const pageSize = 100;

/** The audit log itself: the data protection officer's and the auditor's only. */
export const auditLog = query({
  name: 'records.audit-log',
  summary: 'The audit chain, newest first',
  input: z.object({
    personId: optionalId(),
    caseId: optionalId(),
    accountId: optionalId(),
    before: optionalInteger(1, Number.MAX_SAFE_INTEGER),
  }),
  output: z.object({ entries: z.array(entrySchema), next: z.number().nullable() }),
  basis: 'art. 50 ust. 3 ustawy o CUS; § 20 KRI',
  async read(db, input, moment) {
    const entries = await listTrail(db, moment.actor.centreId, { ...input, limit: pageSize + 1 });
    return {
      entries: entries.slice(0, pageSize),
      next: entries.length > pageSize ? (entries[pageSize - 1]?.seq ?? null) : null,
    };
  },
  allow: { auditor: always },
  discloses: (_log, input) => ({
    personId: input.personId,
    caseId: input.caseId,
    what: { fields: ['audit-log'] },
  }),
});
