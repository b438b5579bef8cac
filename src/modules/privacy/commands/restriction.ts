import { z } from 'zod';
import { choice, date, id, optionalId, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { findSubject } from '../db/requests.ts';
import {
  endExceptions,
  findRestriction,
  insertException,
  insertRestriction,
  liftRestriction,
} from '../db/restrictions.ts';
import { always } from '../../../platform/actor.ts';
import { decides } from '../domain/policy.ts';
import { exceptionGrounds, restrictionGrounds } from '../domain/request.ts';
import { pl } from '../pl.ts';

const words = pl.refusals;
const result = z.object({ personId: z.string() });

/** Restricts the processing of a person's data: from now on they are kept, and nothing else is done with them. */
export const restrict = command({
  name: 'privacy.restrict',
  summary: 'Restrict the processing of a person’s data (art. 18(1) GDPR)',
  input: z.object({
    personId: id(),
    ground: choice(restrictionGrounds),
    reason: text(500),
    requestId: optionalId(),
  }),
  result,
  basis: 'art. 18 ust. 1 RODO',
  async load(tx, { personId }, { actor }) {
    const [subject, restriction] = await Promise.all([
      findSubject(tx, actor.centreId, personId),
      findRestriction(tx, actor.centreId, personId),
    ]);
    return subject && { ...subject, restriction };
  },
  allow: decides,
  decide(target, { ground, reason, requestId }, { today }) {
    if (target.restriction) return refuse('privacy.restricted-already', words.restrictedAlready);
    if (target.erased) return refuse('privacy.erased', words.erased);
    return {
      id: newId(),
      personId: target.personId,
      ground,
      reason,
      requestId: requestId ?? null,
      since: today,
    };
  },
  async save(tx, change, { actor }) {
    await insertRestriction(tx, actor.centreId, { ...change, madeBy: actor.accountId });
    return { personId: change.personId };
  },
  audit: ({ personId, ground, id: restrictionId }) => ({ personId, what: { restrictionId, ground } }),
  constraints: {
    restriction_one: refuse('privacy.restricted-already', words.restrictedAlready),
    restriction_centre_id_request_id_fkey: refuse('privacy.no-request', words.noRequest),
  },
});

/** What the law lets be done in spite of a restriction, until a day (art. 18(2)). */
export const allowInSpite = command({
  name: 'privacy.allow-in-spite',
  summary: 'Allow work on a restricted record for some days, on one of the grounds of art. 18(2) GDPR',
  input: z.object({ personId: id(), ground: choice(exceptionGrounds), reason: text(500), until: date() }),
  result,
  basis: 'art. 18 ust. 2 RODO',
  load: (tx, { personId }, { actor }) => findRestriction(tx, actor.centreId, personId),
  allow: decides,
  decide(restriction, { ground, reason, until }, { today }) {
    if (until < today) return refuse('privacy.past', words.past, { field: 'until' });
    return { restriction, exception: { id: newId(), ground, reason, until } };
  },
  async save(tx, { restriction, exception }, { actor, today }) {
    await insertException(tx, actor.centreId, {
      ...exception,
      restrictionId: restriction.id,
      madeBy: actor.accountId,
      madeOn: today,
    });
    return { personId: restriction.personId };
  },
  audit: ({ restriction, exception }) => ({
    personId: restriction.personId,
    what: { restrictionId: restriction.id, ground: exception.ground, until: exception.until },
  }),
});

/** Ends a restriction; the person was told before (art. 18(3)). */
export const lift = command({
  name: 'privacy.lift-restriction',
  summary: 'End a restriction, after the person was told (art. 18(3) GDPR)',
  input: z.object({ personId: id(), toldOn: date(), why: text(500) }),
  result,
  basis: 'art. 18 ust. 3 RODO',
  load: (tx, { personId }, { actor }) => findRestriction(tx, actor.centreId, personId),
  allow: decides,
  decide(restriction, { toldOn, why }, { today }) {
    if (toldOn > today) return refuse('privacy.later', words.later, { field: 'toldOn' });
    if (toldOn < restriction.since)
      return refuse('privacy.told-before', words.toldBefore, { field: 'toldOn' });
    return { restriction, toldOn, why };
  },
  async save(tx, { restriction, toldOn, why }, { actor, today }) {
    await liftRestriction(tx, actor.centreId, restriction.id, {
      toldOn,
      on: today,
      why,
      accountId: actor.accountId,
    });
    return { personId: restriction.personId };
  },
  audit: ({ restriction, toldOn }) => ({
    personId: restriction.personId,
    what: { restrictionId: restriction.id, toldOn },
  }),
});

/** Every day: what was allowed in spite of a restriction until yesterday is over. */
export const endAllowed = command({
  name: 'privacy.end-allowed',
  summary: 'End what was allowed in spite of restrictions until yesterday',
  input: z.object({}),
  result: z.object({ ended: z.number() }),
  basis: 'art. 18 ust. 2 RODO',
  load: () => Promise.resolve({}),
  allow: { system: always },
  decide: () => ({}),
  save: async (tx, _change, { actor, today }) => ({ ended: await endExceptions(tx, actor.centreId, today) }),
  audit: (_change, { ended }) => ({ what: { ended } }),
});
