import type { ComponentChildren, VNode } from 'preact';
import { form, type PageRoute } from '../../../platform/http/route.ts';
import { ActionForm, Actions, ButtonLink, Panel, Row, Stack } from '../../../ui/index.ts';
import { drawUp } from '../commands/draw-up.ts';
import { planPages } from '../pl-pages.ts';
import type { planOfCase, plansOfPerson } from '../queries/plans-of.ts';
import { PlanTable } from './list.tsx';
import { PlanStateTag, Span } from './parts.tsx';
import { planPath } from './paths.ts';

const words = planPages.section;

export type PlanOfCase = NonNullable<Awaited<ReturnType<typeof planOfCase.read>>>;
export type PlansOfPersonData = NonNullable<Awaited<ReturnType<typeof plansOfPerson.read>>>;

/** The step forward that the plan of a case offers: the button that begins it, or the way to it. */
export const PlanStep = ({
  of,
  once,
  primary = false,
}: {
  of: PlanOfCase;
  once: string;
  primary?: boolean;
}): VNode | null => {
  const variant = primary ? 'primary' : 'secondary';
  if (of.mayDrawUp)
    return (
      <ActionForm
        action={`/praca/sprawy/${of.caseId}/plan`}
        label={words.drawUp}
        variant={variant}
        once={once}
      />
    );
  return of.plan ? (
    <ButtonLink href={planPath(of.plan.id)} variant={variant}>
      {words.open}
    </ButtonLink>
  ) : null;
};

/** The plan of a case on the page of the case: how it stands. Its step stands here only when no other place holds it. */
export const PlanSection = ({ of, children }: { of: PlanOfCase; children?: ComponentChildren }): VNode => (
  <Panel id="plan" title={words.title}>
    <Stack>
      {of.plan ? (
        <>
          <Row>
            <PlanStateTag state={of.plan.state} />
            {of.plan.startsOn && of.plan.endsOn && <Span from={of.plan.startsOn} to={of.plan.endsOn} />}
          </Row>
          <p>
            {[of.plan.number, of.plan.coordinatorName, of.plan.services.join(', ')]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      ) : (
        <p>{of.caseState === 'plan_in_preparation' ? words.needed : words.none}</p>
      )}
      {children && <Actions>{children}</Actions>}
    </Stack>
  </Panel>
);

/** Plans of a person on their page. */
export const PlansOfPerson = ({ of, today }: { of: PlansOfPersonData; today: string }): VNode => (
  <Panel id="plany" title={words.personTitle}>
    {of.plans.length === 0 ? (
      <p>{words.personNone}</p>
    ) : (
      <PlanTable plans={of.plans} today={today} coordinators />
    )}
  </Panel>
);

/** Begins the plan of a case and goes on to the first step; `page` is the page that shows the button. */
export const drawUpForm = (page: PageRoute) =>
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/plan',
    command: drawUp,
    page,
    next: (result) => planPath(result.planId, 'opracowanie/okres'),
  });
