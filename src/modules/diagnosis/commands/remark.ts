import { z } from 'zod';
import { anyoneWhoWrites } from '../../../platform/actor.ts';
import { choice, id, optionalText, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { diagnosisBasis } from '../basis.ts';
import { findDiagnosis } from '../db/diagnoses.ts';
import { insertRemark, remarksOn } from '../db/remarks.ts';
import { chapterKeys } from '../domain/content.ts';
import { contactPlace, mostRemarksADay } from '../domain/remark.ts';
import { pl } from '../pl.ts';

const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());

/** A remark of anybody in the consultation; a contact is kept apart, with nothing that leads to the remark. */
export const remark = command({
  name: 'diagnosis.remark',
  summary: 'Remark on a diagnosis in its consultation, without an account; nothing personal is asked',
  input: z.object({
    diagnosisId: id(),
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
  allow: anyoneWhoWrites(),
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
