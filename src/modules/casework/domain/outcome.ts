import { citeAll, type PlanNeed, planNeeded } from '../../../law/index.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { caseStep, mayStep } from './lifecycle.ts';
import { type Completion, refuseOtherTrack, refuseWhileCompleting } from './refusal-ground.ts';
import type { WantedService } from './wanted.ts';

/** The four ways a recognised application can end (art. 38, 42). */
export const outcomes = ['require-plan', 'qualify', 'transfer', 'refuse'] as const;

export type Outcome = (typeof outcomes)[number];

export interface OutcomeChoice {
  outcome: Outcome;
  open: boolean;
  /** Why it is closed, or when it is the right one. */
  why: string;
  basis: string;
}

const words = outcomeWords.outcomes;

/** Why an outcome is closed in a case; nothing when it is open. */
function closedBy(
  outcome: Outcome,
  standing: Completion,
  wanted: readonly WantedService[],
  today: string,
): string | undefined {
  const { state } = standing;
  if (!mayStep(outcome, state)) {
    if (state === 'submitted' || state === 'awaiting_completion') return words.notRecognised;
    return words.decided;
  }
  const needsProgramme = outcome === 'require-plan' || outcome === 'qualify';
  if (needsProgramme && !wanted.some((service) => service.track === 'programme'))
    return words.noProgrammeService;
  if (outcome === 'refuse')
    return (refuseOtherTrack(wanted) ?? refuseWhileCompleting(standing, today))?.words;
  return undefined;
}

/** Which outcomes are open in a case now, and why the others are not. */
export const outcomeChoices = (
  standing: Completion,
  wanted: readonly WantedService[],
  today: string,
): OutcomeChoice[] =>
  outcomes.map((outcome) => {
    const closed = closedBy(outcome, standing, wanted, today);
    return {
      outcome,
      open: closed === undefined,
      why: closed ?? words.when[outcome],
      basis: caseStep(outcome).basis,
    };
  });

/** The outcome to begin with: a service of another statute is transferred, a service of a programme is tested for a plan. */
export function firstOutcome(
  choices: readonly OutcomeChoice[],
  wanted: readonly WantedService[],
): Outcome | undefined {
  const open = choices.filter((choice) => choice.open).map((choice) => choice.outcome);
  const elsewhere = wanted.length > 0 && wanted.every((service) => service.track !== 'programme');
  return open.find((outcome) => outcome === (elsewhere ? 'transfer' : 'require-plan'));
}

/** A period in which a service is wanted; both days included. */
export interface Span {
  startsOn: string;
  endsOn: string;
}

/** The test of art. 38(2) over all chosen services together: from the first day of any to the last day of any. */
export function testPlan(
  spans: readonly [Span, ...Span[]],
  coordinationNeeded: boolean,
): PlanNeed & { steps: readonly string[]; basis: string } {
  const startsOn = spans.map((span) => span.startsOn).reduce((one, other) => (one < other ? one : other));
  const endsOn = spans.map((span) => span.endsOn).reduce((one, other) => (one > other ? one : other));
  const result = planNeeded({ startsOn, endsOn, coordinationNeeded });
  return { ...result.value, steps: result.steps, basis: citeAll(result.basis) };
}
