import { z } from 'zod';
import { addMonths, daysBetween } from '../../../law/index.ts';
import { always } from '../../../platform/actor.ts';
import { date, optionalText } from '../../../platform/fields.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { gminasOn } from '../../directory/index.ts';
import { listCentreDeadlines, meetCentreDeadline, startDeadline } from '../../agenda/index.ts';
import { listFindings, type StoredFinding } from '../../needs/index.ts';
import { diagnosisBasis } from '../basis.ts';
import type { Diagnosis } from '../db/diagnoses.ts';
import { endInForceUntil, endOthers } from '../db/diagnoses.ts';
import { dropContacts, listRemarks, type Remark } from '../db/remarks.ts';
import { coverLetter, type Receiver, receiverOf } from '../documents/covers.ts';
import { diagnosisContent } from '../documents/diagnosis.ts';
import { reportContent } from '../documents/report.ts';
import { announcedRules } from '../domain/consultation.ts';
import { mostConsultationDays, yearsOfDiagnosis } from '../domain/lifecycle.ts';
import { paperKinds } from '../domain/papers.ts';
import { pl } from '../pl.ts';
import { plDocument } from '../pl-document.ts';
import {
  alone,
  approvers,
  diagnosisInput,
  type Paper,
  step,
  type Stepped,
  type Target,
  writers,
} from './target.ts';

/** A day of a step: not to come, and not before the step ahead of it. */
const dayOf = (on: string, earlier: string | null, today: string) => {
  if (on > today) return refuse('diagnosis.day-to-come', pl.errors.dayToCome, { field: 'on' });
  return earlier !== null && on < earlier
    ? refuse('diagnosis.day-too-early', pl.errors.dayTooEarly, { field: 'on' })
    : undefined;
};

export const collect = step({
  key: 'collect',
  name: 'diagnosis.collect',
  summary: 'Begin to collect data for a planned diagnosis',
  allow: writers,
  input: diagnosisInput,
  load: alone,
  more: () => ({}),
});

export const finishDraft = step({
  key: 'finishDraft',
  name: 'diagnosis.finish-draft',
  summary:
    'Declare the draft of a diagnosis ready for consultation: its figures and the chapter on needs are there',
  allow: writers,
  input: diagnosisInput,
  load: alone,
  more({ diagnosis }) {
    if (diagnosis.figuresOn === null) return refuse('diagnosis.no-figures', pl.errors.noFigures);
    return diagnosis.content.texts.needs ? {} : refuse('diagnosis.no-needs', pl.errors.noNeeds);
  },
});

export const openConsultation = step({
  key: 'openConsultation',
  name: 'diagnosis.open-consultation',
  summary: 'Open the consultation of a draft with the community, from a day to a day (art. 21)',
  allow: writers,
  input: diagnosisInput.extend({ consultedFrom: date(), consultedTo: date() }),
  load: alone,
  more(_target, { consultedFrom, consultedTo }, { today }) {
    if (consultedFrom < today)
      return refuse('diagnosis.consultation-in-past', pl.errors.consultationInPast, {
        field: 'consultedFrom',
      });
    const days = daysBetween(consultedFrom, consultedTo);
    if (days < 1)
      return refuse('diagnosis.consultation-turned', pl.errors.consultationTurned, { field: 'consultedTo' });
    if (days > mostConsultationDays)
      return refuse('diagnosis.consultation-long', pl.errors.consultationLong(mostConsultationDays), {
        field: 'consultedTo',
      });
    return { consultedFrom, consultedTo };
  },
  async also(tx, { diagnosis, input }, { actor }) {
    await startDeadline(tx, actor.centreId, {
      kind: 'diagnosisConsultation',
      ...announcedRules(input.consultedFrom, input.consultedTo, pl.announced),
      gmina: diagnosis.gmina,
      title: pl.consultationClock(diagnosis.gminaName),
    });
  },
  papers: (of, { today }) => [
    {
      kind: paperKinds.document,
      title: plDocument.papers.consulted,
      letter: diagnosisContent(changed(of), today),
    },
  ],
});

/** The diagnosis as it is after the step. */
const changed = ({ diagnosis, change }: Stepped<unknown, Target>): Diagnosis => ({ ...diagnosis, ...change });

type Handed = Target & { remarks: Remark[]; gminas: { teryt: string; name: string }[] };

/** What a hand-over looks at: the remarks with their answers, and whose mayor and council receive it. */
const toReceiver = async (tx: Db, target: Target, { actor, today }: Moment): Promise<Handed> => ({
  ...target,
  remarks: await listRemarks(tx, actor.centreId, target.diagnosis.id),
  gminas: await gminasOn(tx, actor.centreId, today),
});

const coverOf = (
  of: Stepped<{ to?: string | undefined }, Handed>,
  receiver: Receiver,
  title: string,
): Paper => {
  const { diagnosis, gminas, remarks } = of.target;
  const own = gminas.find(({ teryt }) => teryt === diagnosis.gmina) ?? gminas[0];
  const to = of.input.to ?? receiverOf(receiver, own);
  return {
    kind: paperKinds.cover,
    title,
    letter: coverLetter(changed(of), { to, receiver, remarks: remarks.length }),
  };
};

export const closeConsultation = step({
  key: 'closeConsultation',
  name: 'diagnosis.close-consultation',
  summary:
    'Close the consultation after its last day; the report of it is made from the remarks and their answers',
  allow: writers,
  input: diagnosisInput,
  load: alone,
  more({ diagnosis }, _input, { today }) {
    return diagnosis.consultedTo !== null && today <= diagnosis.consultedTo
      ? refuse('diagnosis.consultation-runs', pl.errors.consultationRuns(diagnosis.consultedTo))
      : {};
  },
  // It ended on its announced day, whenever that is recorded.
  also: async (tx, { diagnosis }, { actor, today }) =>
    await meetCentreDeadline(
      tx,
      actor.centreId,
      'diagnosisConsultation',
      diagnosis.consultedTo ?? today,
      diagnosis.gmina,
    ),
});

export const handToMayor = step({
  key: 'handToMayor',
  name: 'diagnosis.hand-to-mayor',
  summary: 'Hand the consulted diagnosis over to the mayor; every remark has its answer',
  allow: approvers,
  input: diagnosisInput.extend({ on: date(), to: optionalText(300) }),
  load: toReceiver,
  more({ diagnosis, remarks }, { on }, { today }) {
    const open = remarks.filter(({ verdict }) => verdict === null).length;
    if (open > 0) return refuse('diagnosis.remarks-open', pl.errors.remarksOpen(open));
    return dayOf(on, diagnosis.consultedTo, today) ?? { toMayorOn: on };
  },
  papers: (of, { today }) => [
    {
      kind: paperKinds.document,
      title: plDocument.papers.mayor,
      letter: diagnosisContent(changed(of), today),
    },
    {
      kind: paperKinds.report,
      title: plDocument.papers.report,
      letter: reportContent(changed(of), of.target.remarks),
    },
    coverOf(of, 'mayor', plDocument.papers.coverMayor),
  ],
});

export const handToCouncil = step({
  key: 'handToCouncil',
  name: 'diagnosis.hand-to-council',
  summary: 'Hand the diagnosis over to the council; the contacts of who wanted the report are removed',
  allow: approvers,
  input: diagnosisInput.extend({ on: date(), to: optionalText(300) }),
  load: toReceiver,
  more: ({ diagnosis }, { on }, { today }) => dayOf(on, diagnosis.toMayorOn, today) ?? { toCouncilOn: on },
  also: async (tx, { diagnosis }, { actor }) => await dropContacts(tx, actor.centreId, diagnosis.id),
  papers: (of, { today }) => [
    {
      kind: paperKinds.document,
      title: plDocument.papers.council,
      letter: diagnosisContent(changed(of), today),
    },
    coverOf(of, 'council', plDocument.papers.coverCouncil),
  ],
});

export const putInForce = step({
  key: 'putInForce',
  name: 'diagnosis.put-in-force',
  summary:
    'Put a diagnosis in force for five years; the one before it ends and the clock of the next one starts',
  allow: approvers,
  input: diagnosisInput.extend({ on: date() }),
  load: alone,
  more: ({ diagnosis }, { on }, { today }) => dayOf(on, diagnosis.toCouncilOn, today) ?? { inForceOn: on },
  papers: (of, { today }) => [
    {
      kind: paperKinds.document,
      title: plDocument.papers.inForce,
      letter: diagnosisContent(changed(of), today),
    },
  ],
  async also(tx, { diagnosis, change: { inForceOn } }, { actor, today }) {
    const on = inForceOn ?? today;
    await endOthers(tx, actor.centreId, diagnosis, on);
    const clocks = await listCentreDeadlines(tx, actor.centreId, 'diagnosis', diagnosis.gmina);
    if (clocks.some((clock) => clock.state === 'running'))
      await meetCentreDeadline(tx, actor.centreId, 'diagnosis', on, diagnosis.gmina);
    await startDeadline(tx, actor.centreId, {
      kind: 'diagnosis',
      eventDate: on,
      gmina: diagnosis.gmina,
      title: pl.clock(diagnosis.gminaName),
    });
  },
});

/** Significant changes that were found after a diagnosis came into force (art. 21(2)). */
export const significantAfter = (
  { gmina, inForceOn }: Pick<Diagnosis, 'gmina' | 'inForceOn'>,
  findings: readonly StoredFinding[],
): StoredFinding[] =>
  findings.filter(
    (one) =>
      one.significance === 'change' &&
      inForceOn !== null &&
      one.foundOn >= inForceOn &&
      (gmina === null || one.gmina === null || one.gmina === gmina),
  );

export const proposeUpdate = step({
  key: 'proposeUpdate',
  name: 'diagnosis.propose-update',
  summary:
    'Propose an update of a diagnosis in force: a finding of a significant change was taken after it, or by reasons',
  allow: writers,
  input: diagnosisInput.extend({ because: optionalText(1000) }),
  load: async (tx, target, { actor }) => ({
    ...target,
    findings: await listFindings(tx, actor.centreId, { state: 'taken' }),
  }),
  more({ diagnosis, findings }, { because }) {
    const [significant] = significantAfter(diagnosis, findings);
    const reason = because ?? significant?.conclusion;
    return reason === undefined
      ? refuse('diagnosis.no-reason', pl.errors.noReason, { field: 'because' })
      : { content: { ...diagnosis.content, updateBecause: reason } };
  },
});

/** Ends daily what is five years old. */
export const expire = command({
  name: 'diagnosis.expire',
  summary: 'End diagnoses whose five years are over',
  input: z.object({}),
  result: z.object({ ended: z.number() }),
  basis: diagnosisBasis,
  load: () => Promise.resolve({}),
  allow: { system: always },
  decide: (_target, _input, { today }) => ({ today, until: addMonths(today, -12 * yearsOfDiagnosis) }),
  save: async (tx, { until, today }, { actor }) => ({
    ended: await endInForceUntil(tx, actor.centreId, until, today),
  }),
  audit: (_change, { ended }) => ({ what: { ended } }),
});
