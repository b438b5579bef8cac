import type { DeadlineKind } from '../../../law/index.ts';

/** Duties of the centre as a whole (art. 9(6), 18, 21(2), 24(2)(4)): nothing in a case starts their clocks. */
export const centreDutyKinds = [
  'diagnosis',
  'annualReport',
  'annualPlan',
  'collectiveAgreement',
] as const satisfies readonly DeadlineKind[];

/** Clocks that run on the centre and on no case: for those who answer for it (art. 6(3), 19, 24, 46), not for the window. */
export const ofCentreOnly: readonly DeadlineKind[] = [
  ...centreDutyKinds,
  'diagnosisConsultation',
  'planSummary',
  'coordinatorsMeeting',
  'programmeInformation',
];

export type CentreDutyKind = (typeof centreDutyKinds)[number];

/** Whether a day can be the event that a duty is counted from: the report is on a calendar year, so on its last day (art. 18). */
export const isEventOf = (kind: CentreDutyKind, on: string): boolean =>
  kind !== 'annualReport' || on.endsWith('-12-31');

/** Done for each gmina of an agreement by itself (art. 8-17: report and diagnosis per gmina). */
const ofEachGmina: readonly CentreDutyKind[] = ['diagnosis', 'annualReport'];

/**
 * Duties that a centre has, and to which gmina each is owed (null: one for the whole centre). A centre of several gminas
 * (B) has a diagnosis and a report for each, and no collective agreement: no OPS was transformed into it (art. 8-11).
 */
export function dutiesOf<G>(of: { legalForm: string; gminas: readonly G[] }): Owed<G>[] {
  const whole = (kind: CentreDutyKind): Owed<G>[] => [{ kind, gmina: null }];
  if (of.legalForm !== 'B') return centreDutyKinds.flatMap(whole);
  const each = (kind: CentreDutyKind): Owed<G>[] => of.gminas.map((gmina) => ({ kind, gmina }));
  return centreDutyKinds
    .filter((kind) => kind !== 'collectiveAgreement')
    .flatMap((kind) => (ofEachGmina.includes(kind) ? each(kind) : whole(kind)));
}

interface Owed<G> {
  kind: CentreDutyKind;
  gmina: G | null;
}

const sameDay = (_startedOn: string, doneOn: string): string => doneOn;

/** The event that starts the next clock when a duty is done; undefined: the duty does not come back. */
export const nextEvent: Readonly<
  Record<CentreDutyKind, ((startedOn: string, doneOn: string) => string) | undefined>
> = {
  diagnosis: sameDay,
  annualPlan: sameDay,
  // The report is on a calendar year, whenever it is given: the next is on the next one.
  annualReport: (startedOn) => `${Number(startedOn.slice(0, 4)) + 1}-12-31`,
  collectiveAgreement: undefined,
};
