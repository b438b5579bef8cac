import { z } from 'zod';
import type { Lang } from '../../../lang.ts';
import { type CaseState, caseStates } from './lifecycle.ts';
import { nameIn, translatedNames } from './programme.ts';

/** A case as the resident follows it: no name, no address, no worker's note. */
export const caseStatusSchema = z.object({
  caseId: z.string(),
  personId: z.string().nullable(),
  state: z.enum(caseStates),
  sign: z.string().nullable(),
  receivedAt: z.string(),
  submittedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  coordinator: z.string().nullable(),
  services: z.array(z.object({ name: z.string(), names: translatedNames.optional() })),
  callReason: z.string().nullable(),
  callDeliveredOn: z.string().nullable(),
  completeUntil: z.string().nullable(),
  /** Last day for the individual plan, while it still runs. */
  planDueOn: z.string().nullable(),
  /** By when we promised to call, while that call is owed. */
  callBackBy: z.string().nullable(),
  /** States the case went through, with the moment of each; the first is how it began. */
  steps: z.array(z.object({ state: z.enum(caseStates), at: z.string() })),
  /** Names of the files that the resident has sent. */
  files: z.array(z.string()),
});

export type CaseStatus = z.infer<typeof caseStatusSchema>;

/** What a case is called in a language: a case called after its services is called by what their cards say. */
export function titleIn(
  lang: Lang,
  { title, services }: { title: string } & Pick<CaseStatus, 'services'>,
): string {
  const called = (by: (one: CaseStatus['services'][number]) => string): string =>
    services.map(by).toSorted().join(', ');
  const own = title.split(', ').toSorted().join(', ');
  return lang !== 'pl' && own === called(({ name }) => name) ? called((one) => nameIn(lang, one)) : title;
}

/** A change of a case as the audit keeps it: the command, and the state after it when the command says. */
export interface CaseChange {
  action: string;
  at: string;
  after: string | null;
}

/** What moves a case from the plans' side, where `after` is the state of the plan. */
const byPlan: Readonly<Record<string, CaseState>> = {
  'plans.approve': 'plan_running',
  'plans.summarise': 'closed',
};

const isCaseState = (state: string | null): state is CaseState => caseStates.some((one) => one === state);

/**
 * The states a case went through, each once in a row. The audit tells them; a case that came from before the audit (an
 * import) begins with its receipt, and whatever the audit missed, the last step is the state that holds now.
 */
export function storyOf(
  changes: readonly CaseChange[],
  now: Pick<CaseStatus, 'state' | 'receivedAt' | 'closedOn'>,
): CaseStatus['steps'] {
  const told = changes.flatMap(({ action, at, after }): CaseStatus['steps'] => {
    const state = action.startsWith('casework.') ? after : (byPlan[action] ?? null);
    return isCaseState(state) ? [{ state, at }] : [];
  });
  const steps = told.filter(({ state }, index) => state !== told[index - 1]?.state);
  if (steps.at(-1)?.state === now.state) return steps;
  const at = now.closedOn ?? steps.at(-1)?.at ?? now.receivedAt;
  return [...steps, { state: now.state, at }];
}
