import { z } from 'zod';
import { type Actor, type Allow, always } from '../../../platform/actor.ts';
import { choice, id, optionalText, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import {
  addGrant,
  findOpenGrant,
  findSupervisors,
  type GrantRecord,
  lockGrant,
  saveReview,
} from '../db/grants.ts';
import { shortestReason, untilOf, verdicts } from '../domain/necessity.ts';
import { openedNotice } from '../notices.ts';
import { pl } from '../pl.ts';

const words = pl.refusals;

/** Who works with persons' cases and may meet one that is not theirs. The community organiser sees no person (art. 46). */
export const mayOpenByNecessity: Allow<unknown> = {
  director: always,
  service_organiser: always,
  plan_coordinator: always,
  assistance_organiser: always,
  clerk: always,
};

/** Opens a person outside one's own cases for an hour, with a reason that somebody else will judge. */
export const openByNecessity = command({
  name: 'access.open-by-necessity',
  summary: 'Open a person outside the own cases for an hour, with a reason',
  basis: 'art. 50 ust. 2 i 3 ustawy o CUS',
  input: z.object({
    personId: id(),
    reason: text(1000, pl.fields.reason).pipe(z.string().min(shortestReason, pl.fields.reason)),
  }),
  result: z.object({ until: z.string() }),
  async load(tx, { personId }, { actor, now, today }) {
    const { centreId, accountId } = actor;
    const [openUntil, supervisors] = await Promise.all([
      findOpenGrant(tx, centreId, accountId, personId, now),
      findSupervisors(tx, centreId, accountId, today),
    ]);
    return { openUntil, supervisors };
  },
  allow: mayOpenByNecessity,
  decide: (target, input, { now }) =>
    target.openUntil === undefined
      ? {
          id: newId(),
          personId: input.personId,
          reason: input.reason,
          grantedAt: now,
          until: untilOf(now),
          supervisors: target.supervisors,
        }
      : refuse('access.already-open', words.alreadyOpen),
  async save(tx, { supervisors: _told, ...grant }, moment) {
    await addGrant(tx, moment.actor.centreId, { ...grant, accountId: moment.actor.accountId });
    return { until: grant.until };
  },
  emits: ({ supervisors }) => supervisors.map(openedNotice),
  audit: (change) => ({
    personId: change.personId,
    what: { grantId: change.id, fields: ['reason'], until: change.until },
  }),
  constraints: { access_grant_centre_id_person_id_fkey: refuse('access.no-such-person', words.noSuchPerson) },
});

/** Whoever looks over the shoulder: never over the own. */
const reviews = (actor: Actor, grant: GrantRecord): boolean => actor.accountId !== grant.accountId;

/** The verdict on an opening: justified or not. An unjustified one needs words. */
export const reviewGrant = command({
  name: 'access.review-grant',
  summary: 'Judge whether an opening by necessity was justified',
  basis: 'art. 50 ust. 2 i 3 ustawy o CUS',
  fresh: true,
  input: z.object({ grantId: id(), verdict: choice(verdicts), note: optionalText(1000) }),
  result: z.null(),
  load: (tx, input, moment) => lockGrant(tx, moment.actor.centreId, input.grantId),
  allow: { director: reviews, auditor: reviews },
  decide(grant, input, { now }) {
    if (grant.state !== 'to_review') return refuse('access.already-reviewed', words.alreadyReviewed);
    if (input.verdict === 'unjustified' && input.note === undefined)
      return refuse('access.review-needs-words', words.reviewNeedsWords, { field: 'note' });
    return {
      id: grant.id,
      personId: grant.personId,
      accountId: grant.accountId,
      verdict: input.verdict,
      note: input.note ?? null,
      at: now,
    };
  },
  async save(tx, change, { actor }) {
    await saveReview(tx, actor.centreId, change.id, {
      verdict: change.verdict,
      note: change.note,
      by: actor.accountId,
      at: change.at,
    });
    return null;
  },
  audit: (change) => ({
    personId: change.personId,
    what: { grantId: change.id, openedBy: change.accountId, verdict: change.verdict },
  }),
});
