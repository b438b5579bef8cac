import { z } from 'zod';
import { choice, date, id, optionalInteger, optionalText, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import {
  eraseFile,
  findReview,
  insertClass,
  insertReview,
  listClasses,
  listClosedFiles,
  listItems,
  listReviews,
  updateItem,
  updateReview,
} from '../db/retention.ts';
import { approvesReview, preparesReview, decides } from '../domain/policy.ts';
import { categories, filesForReview } from '../domain/retention.ts';
import { pl } from '../pl.ts';

const words = pl.refusals;
const filing = 'wykaz akt centrum (instrukcja kancelaryjna)';

/** Files that one list takes: what a person can look through, and one transaction carries out. */
const listAtMost = 200;

/** A class of the filing plan with its years, from a day on. */
export const setClass = command({
  name: 'privacy.set-class',
  summary: 'Set how long files of a class of the filing plan are kept, from a day on',
  input: z.object({
    sign: text(6).pipe(z.string().regex(/^\d{2,6}$/, words.classSign)),
    title: text(200),
    category: choice(categories),
    years: optionalInteger(1, 100),
    validFrom: date(),
    source: text(200),
  }),
  result: z.object({ sign: z.string() }),
  basis: filing,
  load: async (tx, _input, { actor }) => ({ classes: await listClasses(tx, actor.centreId) }),
  allow: decides,
  decide({ classes }, { years, ...one }) {
    if (one.category === 'A' && years !== undefined)
      return refuse('privacy.years-of-a', words.yearsOfA, { field: 'years' });
    if (one.category !== 'A' && years === undefined)
      return refuse('privacy.years-missing', words.yearsMissing, { field: 'years' });
    if (classes.some((kept) => kept.sign === one.sign && kept.validFrom >= one.validFrom))
      return refuse('privacy.version-before', words.versionBefore, { field: 'validFrom' });
    return { ...one, id: newId(), years: years ?? null };
  },
  async save(tx, one, { actor }) {
    await insertClass(tx, actor.centreId, { ...one, madeBy: actor.accountId });
    return { sign: one.sign };
  },
  audit: ({ sign, category, years, validFrom }) => ({ what: { sign, category, years, validFrom } }),
  constraints: {
    retention_class_centre_id_sign_valid_from_key: refuse('privacy.version-before', words.versionBefore),
  },
});

/** The list of files whose time is over, for a person to look through. Nothing is erased by it. */
export const makeReview = command({
  name: 'privacy.make-review',
  summary: 'Make the list of files whose time of keeping is over',
  input: z.object({}),
  result: z.object({ reviewId: z.string(), files: z.number() }),
  basis: filing,
  async load(tx, _input, { actor }) {
    const [classes, files, reviews] = await Promise.all([
      listClasses(tx, actor.centreId),
      listClosedFiles(tx, actor.centreId, 20_000),
      listReviews(tx, actor.centreId),
    ]);
    return { classes, files, reviews };
  },
  allow: preparesReview,
  decide({ classes, files, reviews }, _input, { today }) {
    if (reviews.some(({ state }) => state === 'draft' || state === 'approved'))
      return refuse('privacy.review-open', words.reviewOpen);
    const due = filesForReview(classes, files, today).slice(0, listAtMost);
    if (due.length === 0) return refuse('privacy.nothing-due', words.nothingDue);
    return { id: newId(), madeOn: today, files: due.map((file) => ({ ...file, id: newId() })) };
  },
  async save(tx, review, { actor }) {
    await insertReview(tx, actor.centreId, { ...review, madeBy: actor.accountId });
    return { reviewId: review.id, files: review.files.length };
  },
  audit: ({ id: reviewId, files }) => ({ what: { reviewId, files: files.length } }),
  constraints: { retention_review_one: refuse('privacy.review-open', words.reviewOpen) },
});

const reviewInput = z.object({ reviewId: id() });
const result = z.object({ reviewId: z.string() });

/** Decides one line: erase, or keep with the reason; a file of BE needs the archive's expertise. */
export const decideItem = command({
  name: 'privacy.decide-item',
  summary: 'Decide a line of the list: erase it or keep it, with the reason',
  input: z.object({
    reviewId: id(),
    itemId: id(),
    decision: choice(['erase', 'keep']),
    reason: optionalText(300),
    expertise: optionalText(100),
  }),
  result,
  basis: filing,
  async load(tx, { reviewId, itemId }, { actor, today }) {
    const review = await findReview(tx, actor.centreId, reviewId, true);
    const item =
      review && (await listItems(tx, actor.centreId, reviewId, today)).find((one) => one.id === itemId);
    return review && item && { review, item };
  },
  allow: preparesReview,
  decide({ review, item }, { decision, reason, expertise }) {
    if (review.state !== 'draft') return refuse('privacy.review-closed', words.reviewClosed);
    if (decision === 'keep' && reason === undefined)
      return refuse('privacy.keep-why', words.keepWhy, { field: 'reason' });
    if (decision === 'erase' && item.category === 'BE' && expertise === undefined)
      return refuse('privacy.expertise', words.expertise, { field: 'expertise' });
    return { review, item, decision, reason: reason ?? null, expertise: expertise ?? null };
  },
  async save(tx, { review, item, ...change }, { actor }) {
    await updateItem(tx, actor.centreId, item.id, change);
    return { reviewId: review.id };
  },
  audit: ({ review, item, decision }) => ({
    caseId: item.caseId,
    what: { reviewId: review.id, itemId: item.id, decision },
  }),
});

/** A second person approves the list, on the document by which files may be destroyed. */
export const approveReview = command({
  name: 'privacy.approve-review',
  fresh: true,
  summary: 'Approve the list made by another person, on the document by which files may be destroyed',
  input: z.object({ reviewId: id(), consent: text(200) }),
  result,
  basis: filing,
  async load(tx, { reviewId }, { actor, today }) {
    const [review, items] = await Promise.all([
      findReview(tx, actor.centreId, reviewId, true),
      listItems(tx, actor.centreId, reviewId, today),
    ]);
    return review && { ...review, items };
  },
  allow: approvesReview,
  decide(review, { consent }) {
    if (review.state !== 'draft') return refuse('privacy.review-closed', words.reviewClosed);
    const lacking = review.items.filter(
      (one) => one.decision === 'erase' && one.category === 'BE' && one.expertise === null,
    );
    if (lacking.length > 0) return refuse('privacy.expertise', words.expertiseOf(lacking.length));
    return { review, consent };
  },
  async save(tx, { review, consent }, { actor, today }) {
    await updateReview(tx, actor.centreId, review.id, {
      state: 'approved',
      consent,
      approved_by: actor.accountId,
      approved_on: today,
    });
    return { reviewId: review.id };
  },
  audit: ({ review }) => ({
    what: {
      reviewId: review.id,
      erase: review.items.filter((one) => one.decision === 'erase').length,
      keep: review.items.filter((one) => one.decision === 'keep').length,
    },
  }),
});

/** Erases the files of an approved list; what something still runs in stays, with the reason. It cannot be undone. */
export const carryOutReview = command({
  name: 'privacy.carry-out-review',
  fresh: true,
  summary: 'Erase the files of an approved list; those in which something still runs stay',
  input: reviewInput,
  result: z.object({ reviewId: z.string(), erased: z.number(), kept: z.number() }),
  basis: `${filing}; art. 5 ust. 1 lit. e RODO`,
  async load(tx, { reviewId }, { actor, today }) {
    const [review, items] = await Promise.all([
      findReview(tx, actor.centreId, reviewId, true),
      listItems(tx, actor.centreId, reviewId, today),
    ]);
    return review && { ...review, items };
  },
  allow: decides,
  decide: (review) =>
    review.state === 'approved'
      ? { review, items: review.items.filter((one) => one.decision === 'erase' && one.erasedOn === null) }
      : refuse('privacy.not-approved', words.notApproved),
  async save(tx, { review, items }, { actor, today }) {
    let kept = 0;
    for (const { id: itemId } of items) if ((await eraseFile(tx, itemId, today)).length > 0) kept += 1;
    await updateReview(tx, actor.centreId, review.id, { state: 'carried_out', carried_out_on: today });
    return { reviewId: review.id, erased: items.length - kept, kept };
  },
  audit: ({ review }, { erased, kept }) => ({ what: { reviewId: review.id, erased, kept } }),
});

/** Puts a list away: nothing of it is erased, and its files come to the next one. */
export const dropReview = command({
  name: 'privacy.drop-review',
  summary: 'Drop a list that was not carried out',
  input: reviewInput,
  result,
  basis: filing,
  load: (tx, { reviewId }, { actor }) => findReview(tx, actor.centreId, reviewId, true),
  allow: preparesReview,
  decide: (review) =>
    review.state === 'draft' || review.state === 'approved'
      ? { reviewId: review.id, before: review.state }
      : refuse('privacy.review-closed', words.reviewClosed),
  async save(tx, { reviewId }, { actor }) {
    await updateReview(tx, actor.centreId, reviewId, { state: 'dropped' });
    return { reviewId };
  },
  audit: ({ reviewId, before }) => ({ what: { reviewId, before, after: 'dropped' } }),
});
