import { z } from 'zod';
import { always, anyone } from '../../../platform/actor.ts';
import { choice, id, optionalText, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { diagnosisBasis } from '../basis.ts';
import { findDiagnosis } from '../db/diagnoses.ts';
import { answerOf, insertRemark, listRemarks, remarksOn } from '../db/remarks.ts';
import { chapterKeys } from '../domain/content.ts';
import { contactPlace, mostRemarksADay, verdicts } from '../domain/remark.ts';
import { pl } from '../pl.ts';
import { diagnosisInput, loadDiagnosis } from './target.ts';

const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());

/** A remark of anybody in the consultation; a contact is kept apart, with nothing that leads to the remark. */
export const remark = command({
  name: 'diagnosis.remark',
  summary: 'Remark on a diagnosis in its consultation, without an account; nothing personal is asked',
  input: diagnosisInput.extend({
    chapter: orNothing(choice(chapterKeys)),
    words: text(4000, pl.web.words),
    contact: optionalText(200),
  }),
  result: z.object({ noted: z.literal(true) }),
  basis: diagnosisBasis,
  async load(tx, { diagnosisId }, { actor, today }) {
    const diagnosis = await findDiagnosis(tx, actor.centreId, diagnosisId);
    return diagnosis && { diagnosis, already: await remarksOn(tx, actor.centreId, diagnosis.id, today) };
  },
  allow: anyone(),
  decide({ diagnosis, already }, { chapter, words, contact }, { today, vault }) {
    const { state, consultedFrom, consultedTo } = diagnosis;
    const open =
      state === 'consultation' &&
      consultedFrom !== null &&
      consultedTo !== null &&
      today >= consultedFrom &&
      today <= consultedTo;
    if (!open) return refuse('diagnosis.no-consultation', pl.web.over);
    if (already >= mostRemarksADay) return refuse('diagnosis.too-many-remarks', pl.web.tooMany);
    return {
      diagnosisId: diagnosis.id,
      on: today,
      chapter: chapter ?? null,
      words,
      contact: contact === undefined ? null : vault.seal(contact, contactPlace),
    };
  },
  async save(tx, change, { actor }) {
    await insertRemark(tx, actor.centreId, change);
    return { noted: true as const };
  },
  // The journal says that there was a remark, never which one.
  audit: ({ diagnosisId }) => ({ what: { diagnosis: diagnosisId } }),
});

/** The centre's answer to a remark: what it did with it, and why. */
export const answerRemark = command({
  name: 'diagnosis.answer-remark',
  summary: 'Answer a remark of the consultation: whether it was taken into the diagnosis, and why',
  input: diagnosisInput.extend({ remarkId: id(), verdict: choice(verdicts), answer: text(4000) }),
  result: z.object({}),
  basis: diagnosisBasis,
  async load(tx, input, moment) {
    const target = await loadDiagnosis(tx, input, moment);
    if (!target) return undefined;
    const remarks = await listRemarks(tx, moment.actor.centreId, target.diagnosis.id);
    const found = remarks.find(({ id: known }) => known === input.remarkId);
    return found && { diagnosis: target.diagnosis, remarkId: found.id };
  },
  allow: { service_organiser: always, director: always },
  decide: ({ diagnosis, remarkId }, { verdict, answer }) =>
    diagnosis.state === 'consultation' || diagnosis.state === 'report'
      ? { diagnosisId: diagnosis.id, remarkId, verdict, answer }
      : refuse('diagnosis.answers-closed', pl.errors.answersClosed),
  async save(tx, { remarkId, verdict, answer }, { actor, today }) {
    await answerOf(tx, actor.centreId, { id: remarkId, verdict, answer, by: actor.accountId, on: today });
    return {};
  },
  audit: ({ diagnosisId, remarkId, verdict }) => ({
    what: { diagnosis: diagnosisId, remark: remarkId, verdict },
  }),
});
