import { z } from 'zod';
import { id, optionalId } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import {
  findReview,
  listClasses,
  listClosedFiles,
  listItems,
  listReviews,
  listUnknownClasses,
} from '../db/retention.ts';
import { preparesReview } from '../domain/policy.ts';
import { categories, filesForReview } from '../domain/retention.ts';

const text = z.string().nullable();

const review = z.object({
  id: z.string(),
  state: z.enum(['draft', 'approved', 'carried_out', 'dropped']),
  madeOn: z.string(),
  madeBy: z.string(),
  maker: z.string(),
  consent: text,
  approver: text,
  approvedOn: text,
  carriedOutOn: text,
  version: z.number(),
});

const basis = 'wykaz akt centrum (instrukcja kancelaryjna); art. 5 ust. 1 lit. e RODO';

/** The filing plan with its years, files whose time is over, and lists. */
export const retentionQuery = query({
  name: 'privacy.retention',
  summary: 'Classes of the filing plan with their years, files whose time is over, lists of files',
  input: z.object({}),
  output: z.object({
    classes: z.array(
      z.object({
        id: z.string(),
        sign: z.string(),
        title: z.string(),
        category: z.enum(categories),
        years: z.number().nullable(),
        validFrom: z.string(),
        validTo: text,
        source: z.string(),
        version: z.number(),
      }),
    ),
    unknown: z.array(z.string()),
    due: z.number(),
    reviews: z.array(review),
  }),
  basis,
  async read(db, _input, { actor: { centreId }, today }) {
    const [classes, unknown, files, reviews] = await Promise.all([
      listClasses(db, centreId),
      listUnknownClasses(db, centreId),
      listClosedFiles(db, centreId, 20_000),
      listReviews(db, centreId),
    ]);
    return { classes, unknown, reviews, due: filesForReview(classes, files, today).length };
  },
  allow: preparesReview,
  discloses: () => undefined,
});

/** One list with its lines: signs and days, no names. */
export const reviewQuery = query({
  name: 'privacy.view-review',
  summary: 'A list of files whose time is over, line by line, with what keeps them',
  input: z.object({ reviewId: id(), itemId: optionalId() }),
  output: review.extend({
    items: z.array(
      z.object({
        id: z.string(),
        caseId: z.string(),
        sign: z.string(),
        category: z.enum(categories),
        years: z.number().nullable(),
        closedOn: z.string(),
        dueOn: text,
        decision: z.enum(['erase', 'keep']),
        reason: text,
        expertise: text,
        blockers: z.array(z.string()),
        erasedOn: text,
      }),
    ),
  }),
  basis,
  async read(db, { reviewId, itemId }, { actor: { centreId }, today }) {
    const [found, items] = await Promise.all([
      findReview(db, centreId, reviewId),
      listItems(db, centreId, reviewId, today),
    ]);
    if (itemId !== undefined && !items.some((one) => one.id === itemId)) return undefined;
    return found && { ...found, items };
  },
  allow: preparesReview,
  discloses: () => undefined,
});
