import { basis, checkPlanContent, cite, citeAll } from '../../../law/index.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { planWords } from '../pl.ts';
import type { Content, Version } from './plan.ts';
import { scheduleText } from './schedule.ts';

/** Steps of drawing up, in the order in which a plan is made. */
export const drawingSteps = ['period', 'needs', 'lines', 'actions', 'agreement'] as const;

export type DrawingStep = (typeof drawingSteps)[number];

/** Something that a plan lacks before it can be agreed, and the step where it is filled in. */
export interface Lack {
  step: DrawingStep;
  words: string;
  basis: string;
}

const words = planWords.content;
const contentBasis = cite(basis('cus', '39 ust. 1', 'statute'));
const feeBasis = cite(basis('cus', '43 ust. 1', 'statute'));
const stepOf: Partial<Record<string, DrawingStep>> = { endBeforeStart: 'period', longerThanYear: 'period' };

/**
 * What a version lacks before it can be agreed: a period of at most a year, at least one need and one service of a
 * programme, and of each service its performer, place, schedule and expected result (art. 39(1), 40).
 */
export function lacksOf(version: Pick<Version, 'startsOn' | 'endsOn'>, content: Content): Lack[] {
  const { startsOn, endsOn } = version;
  const lacks: Lack[] = [];
  if (content.needs.length === 0) lacks.push({ step: 'needs', words: words.noNeed, basis: contentBasis });
  if (startsOn === null || endsOn === null)
    return [{ step: 'period', words: words.noPeriod, basis: cite(basis('cus', '40', 'statute')) }, ...lacks];
  const problems = checkPlanContent({
    startsOn,
    endsOn,
    lines: content.lines.map((line) => ({
      name: line.serviceName,
      programmeId: line.programmeServiceId,
      providerId: line.organizationId,
      place: line.place,
      schedule: scheduleText(line.week, line.scheduleWords),
      startsOn: line.startsOn,
      endsOn: line.endsOn,
    })),
  });
  const ofLaw = problems.map((problem) => ({
    step: stepOf[problem.code] ?? ('lines' as const),
    words: problem.words,
    basis: citeAll(problem.basis),
  }));
  const results = content.lines.flatMap((line) => [
    ...(line.expectedResult === null
      ? [{ step: 'lines' as const, words: words.noResult(line.serviceName), basis: contentBasis }]
      : []),
    ...(line.feeSteps.length === 0
      ? [{ step: 'lines' as const, words: words.noFee(line.serviceName), basis: feeBasis }]
      : []),
  ]);
  return [
    ...ofLaw.filter(({ step }) => step === 'period'),
    ...lacks,
    ...ofLaw.filter(({ step }) => step !== 'period'),
    ...results,
  ];
}

/** A refusal that names everything a version lacks; nothing when it is whole. */
export function refuseIncomplete(
  version: Pick<Version, 'startsOn' | 'endsOn'>,
  content: Content,
): Refusal | undefined {
  const lacks = lacksOf(version, content);
  const [first] = lacks;
  return (
    first &&
    refuse('plans.incomplete', words.incomplete(lacks.map((lack) => lack.words)), { basis: first.basis })
  );
}
