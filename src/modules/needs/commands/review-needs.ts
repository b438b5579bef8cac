import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { choice, list, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { reviewAlike, stillAwaiting } from '../db/review.ts';
import { alikeField, type AlikeNeeds } from '../domain/review.ts';
import { areaField, groupKeys, ledgerBasis, reasons } from '../domain/unmet-need.ts';
import { pl } from '../pl.ts';

const words = pl.review.errors;

const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** The organiser answers for the recognition of needs (art. 27(1)(2)). */
const reviews = { service_organiser: always };

const whatOf = ({ area, reason, group, gmina }: AlikeNeeds) => ({ area, reason, group, gmina });

/** Takes entries into the count as they are coded. */
export const acceptNeeds = command({
  name: 'needs.accept-needs',
  summary: 'Accept entries of the ledger of unmet needs as they are coded: from now on they count',
  input: z.object({ keys: list(alikeField(words.chosen), 300) }),
  result: z.object({ accepted: z.number() }),
  basis: ledgerBasis,
  load: async (tx, { keys }, { actor }) => ({ found: await stillAwaiting(tx, actor.centreId, keys) }),
  allow: reviews,
  decide({ found }, { keys }) {
    if (keys.length === 0) return refuse('needs.nothing-chosen', words.nothingChosen, { field: 'keys' });
    if (found.length === 0) return refuse('needs.nothing-awaits', words.nothingAwaits);
    if (found.some(({ area }) => area === null))
      return refuse('needs.no-area', words.noArea, { field: 'keys' });
    return found;
  },
  async save(tx, found, moment) {
    let accepted = 0;
    for (const one of found) accepted += await reviewAlike(tx, moment, one, { state: 'accepted' });
    return { accepted };
  },
  audit: (found, { accepted }) => ({ what: { accepted, codes: found.map(whatOf) } }),
});

const one = z.object({ key: alikeField(words.chosen) });

const findAlike = async (tx: Db, centreId: string, key: AlikeNeeds): Promise<{ needs?: AlikeNeeds }> => {
  const [needs] = await stillAwaiting(tx, centreId, [key]);
  return needs ? { needs } : {};
};

/** Takes entries into the count under another code. */
export const correctNeeds = command({
  name: 'needs.correct-needs',
  summary: 'Give entries of the ledger of unmet needs another code and accept them',
  input: one.extend({
    area: z.preprocess((value) => (value === '' ? undefined : value), areaField()),
    reason: choice(reasons),
    group: orNothing(z.enum(groupKeys)),
  }),
  result: z.object({ accepted: z.number() }),
  basis: ledgerBasis,
  load: (tx, { key }, { actor }) => findAlike(tx, actor.centreId, key),
  allow: reviews,
  decide: ({ needs }, { area, reason, group }) =>
    needs
      ? { needs, code: { area, reason, group: group ?? null } }
      : refuse('needs.nothing-awaits', words.nothingAwaits),
  save: async (tx, { needs, code }, moment) => ({
    accepted: await reviewAlike(tx, moment, needs, { state: 'accepted', code }),
  }),
  audit: ({ needs, code }, { accepted }) => ({ what: { accepted, before: whatOf(needs), after: code } }),
});

/** Throws entries out of the ledger: noise, with the reason. */
export const rejectNeeds = command({
  name: 'needs.reject-needs',
  summary: 'Reject entries of the ledger of unmet needs as noise, with a reason',
  input: one.extend({ because: text(200, words.because) }),
  result: z.object({ rejected: z.number() }),
  basis: ledgerBasis,
  load: (tx, { key }, { actor }) => findAlike(tx, actor.centreId, key),
  allow: reviews,
  decide: ({ needs }, { because }) =>
    needs ? { needs, because } : refuse('needs.nothing-awaits', words.nothingAwaits),
  save: async (tx, { needs, because }, moment) => ({
    rejected: await reviewAlike(tx, moment, needs, { state: 'rejected', because }),
  }),
  audit: ({ needs, because }, { rejected }) => ({ what: { rejected, because, ...whatOf(needs) } }),
});
