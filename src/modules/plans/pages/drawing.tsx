import type { ComponentChildren, VNode } from 'preact';
import type { View } from '../../../platform/http/route.ts';
import { ButtonLink, Notice, Stack, Steps, type StepState } from '../../../ui/index.ts';
import { DeadlineBars } from '../../agenda/index.ts';
import { type DrawingStep, drawingSteps } from '../domain/content.ts';
import { planPages } from '../pl-pages.ts';
import type { drawing } from '../queries/drawing.ts';
import { inPlan, PlanStateTag } from './parts.tsx';
import { stepPath } from './paths.ts';

const words = planPages.drawing;

/** A draft with everything that drawing it up needs on screen. */
export type Drawing = NonNullable<Awaited<ReturnType<typeof drawing.read>>>;

const lacksOn = (of: Drawing, step: DrawingStep): number =>
  of.lacks.filter((lack) => lack.step === step).length;

function stateOf(of: Drawing, step: DrawingStep, current: DrawingStep): StepState {
  if (step === current) return 'current';
  if (step === 'agreement') return 'next';
  if (step === 'actions') return of.content.actions.length > 0 ? 'done' : 'next';
  return lacksOn(of, step) === 0 ? 'done' : 'next';
}

const noteOf = (of: Drawing, step: DrawingStep): string | undefined => {
  if (step === 'actions') return of.content.actions.length === 0 ? words.optional : undefined;
  const lacks = lacksOn(of, step);
  return lacks > 0 ? words.lack(lacks) : undefined;
};

const DrawingSteps = ({ of, current }: { of: Drawing; current: DrawingStep }): VNode => (
  <Steps
    label={words.stepsLabel}
    steps={drawingSteps.map((step) => {
      const note = noteOf(of, step);
      return {
        label: words.steps[step],
        state: stateOf(of, step, current),
        href: stepPath(of.id, step),
        ...(note ? { note } : {}),
      };
    })}
  />
);

/** The step after this one. */
export const stepAfter = (step: DrawingStep): DrawingStep =>
  drawingSteps[drawingSteps.indexOf(step) + 1] ?? 'agreement';

/** The way on to the next step; primary when this step has nothing left to fill in. */
export const Onwards = ({
  of,
  from,
  primary,
}: {
  of: Drawing;
  from: DrawingStep;
  primary: boolean;
}): VNode => {
  const next = stepAfter(from);
  return (
    <ButtonLink href={stepPath(of.id, next)} variant={primary ? 'primary' : 'quiet'}>
      {words.next[next]}
    </ButtonLink>
  );
};

/** One step of drawing up: where we are, the clock of art. 40, the remarks of who returned the plan, one question. */
export const drawingView = (
  of: Drawing,
  step: DrawingStep,
  heading: { heading: string; lead: string },
  body: ComponentChildren,
  today: string,
): View => ({
  title: of.at.updateKind === null ? words.title : words.updateTitle,
  heading: heading.heading,
  lead: heading.lead,
  ...inPlan(of),
  aside: <PlanStateTag state={of.at.state} />,
  body: (
    <Stack>
      <DrawingSteps of={of} current={step} />
      {of.at.returnRemarks && (
        <Notice kind="warning" title={words.remarks}>
          {of.at.returnRemarks}
        </Notice>
      )}
      {body}
      {step === 'period' && of.clocks.length > 0 && <DeadlineBars deadlines={of.clocks} today={today} />}
    </Stack>
  ),
});
