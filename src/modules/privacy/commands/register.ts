import { z } from 'zod';
import { choice, date, id, optionalId, optionalText, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import {
  endActivity,
  insertActivity,
  insertClause,
  lastNumber,
  listActivities,
  listClauses,
} from '../db/register.ts';
import { registers } from '../domain/activity.ts';
import { watches } from '../domain/policy.ts';
import { pl } from '../pl.ts';

const words = pl.refusals;

/** A new entry of the register of processing, or the next version of one; an entry is never edited. */
export const enterActivity = command({
  name: 'privacy.enter-activity',
  summary: 'Enter an activity into the register of processing, or its next version (art. 30 GDPR)',
  input: z.object({
    activityId: optionalId(),
    /** Of a new entry; the next version stays where it is. */
    kind: choice(registers).default('activity'),
    name: text(200),
    purpose: text(1000),
    basis: text(1000),
    subjects: text(1000),
    dataKinds: text(1000),
    recipients: text(1000),
    transfers: optionalText(1000),
    retention: text(500),
    safeguards: text(1000),
    validFrom: date(),
  }),
  result: z.object({ activityId: z.string(), number: z.number() }),
  basis: 'art. 30 ust. 1 RODO',
  async load(tx, { activityId }, { actor }) {
    if (activityId === undefined) return { last: undefined };
    const last = await lastNumber(tx, actor.centreId, activityId);
    return last && { last };
  },
  allow: watches,
  decide({ last }, { activityId, kind, transfers, ...facts }) {
    if (last && last.validTo !== null) return refuse('privacy.activity-ended', words.activityEnded);
    if (last && facts.validFrom < last.validFrom)
      return refuse('privacy.version-before', words.versionBefore, { field: 'validFrom' });
    return {
      ...facts,
      kind: last?.kind ?? kind,
      transfers: transfers ?? null,
      id: activityId ?? newId(),
      number: (last?.number ?? 0) + 1,
    };
  },
  async save(tx, activity, { actor }) {
    await insertActivity(tx, actor.centreId, { ...activity, madeBy: actor.accountId });
    return { activityId: activity.id, number: activity.number };
  },
  audit: ({ id: activityId, kind, number }) => ({ what: { activityId, register: kind, number } }),
});

/** Ends an entry: the centre no longer does it. */
export const endActivityCommand = command({
  name: 'privacy.end-activity',
  summary: 'End an entry of the register of processing',
  input: z.object({ activityId: id() }),
  result: z.object({ activityId: z.string() }),
  basis: 'art. 30 ust. 1 RODO',
  load: (tx, { activityId }, { actor }) => lastNumber(tx, actor.centreId, activityId),
  allow: watches,
  decide: (last, { activityId }) =>
    last.validTo === null ? { activityId } : refuse('privacy.activity-ended', words.activityEnded),
  async save(tx, { activityId }, { actor, today }) {
    await endActivity(tx, actor.centreId, activityId, today);
    return { activityId };
  },
  audit: ({ activityId }) => ({ what: { activityId } }),
});

/** Enters what Okienko itself does, as proposals that the centre then makes its own. */
export const adoptActivities = command({
  name: 'privacy.adopt-activities',
  summary: 'Enter the activities of this program into an empty register of processing',
  input: z.object({}),
  result: z.object({ entered: z.number() }),
  basis: 'art. 30 ust. 1 RODO',
  load: async (tx, _input, { actor }) => ({ there: await listActivities(tx, actor.centreId) }),
  allow: watches,
  decide: ({ there }) =>
    there.some(({ kind }) => kind === 'activity')
      ? refuse('privacy.register-kept', words.registerKept)
      : { activities: pl.suggested },
  async save(tx, { activities }, { actor, today }) {
    for (const activity of activities)
      await insertActivity(tx, actor.centreId, {
        ...activity,
        id: newId(),
        kind: 'activity',
        number: 1,
        validFrom: today,
        madeBy: actor.accountId,
      });
    return { entered: activities.length };
  },
  audit: (_change, { entered }) => ({ what: { entered } }),
});

export const clauseKinds = ['application', 'family'] as const;

/** The next version of an information clause, in the three languages of residents' pages. */
export const publishClause = command({
  name: 'privacy.publish-clause',
  summary: 'Publish the next version of an information clause (art. 13 or 14 GDPR)',
  input: z.object({
    kind: choice(clauseKinds),
    pl: text(6000),
    uk: text(6000),
    en: text(6000),
    validFrom: date(),
  }),
  result: z.object({ clauseId: z.string(), number: z.number() }),
  basis: 'art. 13 i 14 RODO',
  load: async (tx, _input, { actor }) => ({ clauses: await listClauses(tx, actor.centreId) }),
  allow: watches,
  decide({ clauses }, { kind, validFrom, ...text }, { today }) {
    const last = clauses.find((one) => one.kind === kind);
    if (validFrom < today) return refuse('privacy.past', words.past, { field: 'validFrom' });
    if (last && validFrom < last.validFrom)
      return refuse('privacy.version-before', words.versionBefore, { field: 'validFrom' });
    return { id: newId(), kind, number: (last?.number ?? 0) + 1, words: text, validFrom };
  },
  async save(tx, clause, { actor, now }) {
    await insertClause(tx, actor.centreId, { ...clause, madeBy: actor.accountId, madeAt: now });
    return { clauseId: clause.id, number: clause.number };
  },
  audit: ({ id: clauseId, kind, number }) => ({ what: { clauseId, kind, number } }),
  constraints: {
    information_clause_centre_id_kind_number_key: refuse('privacy.clause-meanwhile', words.meanwhile),
  },
});
