import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { choice, id, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { diagnosisBasis } from '../basis.ts';
import { answerOf, listRemarks } from '../db/remarks.ts';
import { verdicts } from '../domain/remark.ts';
import { pl } from '../pl.ts';
import { diagnosisInput, loadDiagnosis } from './target.ts';

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
