/** States of a diagnosis: the act orders its content, consultation and hand-over (art. 21), the steps between are practice. */
export const diagnosisStates = [
  'planned',
  'collecting',
  'draft',
  'consultation',
  'report',
  'with_mayor',
  'with_council',
  'in_force',
  'updating',
  'expired',
] as const;
export type DiagnosisState = (typeof diagnosisStates)[number];

interface Step {
  from: readonly DiagnosisState[];
  to: DiagnosisState;
}

/** What moves a diagnosis from state to state; buttons and guards read this table. */
export const steps = {
  collect: { from: ['planned'], to: 'collecting' },
  finishDraft: { from: ['collecting'], to: 'draft' },
  openConsultation: { from: ['draft'], to: 'consultation' },
  closeConsultation: { from: ['consultation'], to: 'report' },
  handToMayor: { from: ['report'], to: 'with_mayor' },
  handToCouncil: { from: ['with_mayor'], to: 'with_council' },
  putInForce: { from: ['with_council'], to: 'in_force' },
  proposeUpdate: { from: ['in_force'], to: 'updating' },
  expire: { from: ['in_force', 'updating'], to: 'expired' },
} as const satisfies Record<string, Step>;

export type StepKey = keyof typeof steps;

/** Whether a step may be taken from a state. */
export const mayStep = (step: StepKey, from: DiagnosisState): boolean => {
  const { from: allowed }: Step = steps[step];
  return allowed.includes(from);
};

/** Words and figures change before the consultation, and after it by what residents said; never while it runs or later. */
export const isEditable = (state: DiagnosisState): boolean =>
  state === 'planned' || state === 'collecting' || state === 'draft' || state === 'report';

/** Years for which a diagnosis is made (art. 21(2)). */
export const yearsOfDiagnosis = 5;

/** What the law of the consultation leaves open is the centre's: so many days are the project's proposal. */
export const mostConsultationDays = 180;

/** From the hand-over on, remarks and their answers are everybody's: every one of them has its answer. */
export const isAnswered = (state: DiagnosisState): boolean =>
  ['with_mayor', 'with_council', 'in_force', 'updating', 'expired'].includes(state);
