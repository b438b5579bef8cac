/**
 * States of a local plan. No act orders one, so nothing here is statute: the steps are what guidelines and practice know,
 * and the consultation is optional.
 */
export const planStates = ['draft', 'consulted', 'ready', 'adopted', 'ended'] as const;
export type PlanState = (typeof planStates)[number];

interface Step {
  from: readonly PlanState[];
  to: PlanState;
}

/** What moves a plan from state to state; buttons, guard and the check of the database read this table. */
export const planSteps = {
  consult: { from: ['draft'], to: 'consulted' },
  finish: { from: ['draft', 'consulted'], to: 'ready' },
  reopen: { from: ['consulted', 'ready'], to: 'draft' },
  adopt: { from: ['ready'], to: 'adopted' },
  end: { from: ['adopted'], to: 'ended' },
} as const satisfies Record<string, Step>;

export type PlanStep = keyof typeof planSteps;

/** Whether a step may be taken from a state. */
export const mayStep = (step: PlanStep, from: PlanState): boolean => {
  const { from: allowed }: Step = planSteps[step];
  return allowed.includes(from);
};

/** Only a plan that nobody has declared finished may be edited; an adopted one changes by a new version. */
export const isEditable = (state: PlanState): boolean => state === 'draft' || state === 'consulted';

/** What was adopted is everybody's to read, also after its end. */
export const isAdopted = (state: PlanState): boolean => state === 'adopted' || state === 'ended';
