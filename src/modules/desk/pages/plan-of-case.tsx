import { form, type PageContext, type PageRoute } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  ButtonLink,
  DateText,
  DescriptionList,
  Panel,
  Stack,
} from '../../../ui/index.ts';
import { drawUp, type planOfCase, planStateWords } from '../../plans/index.ts';
import { pl } from '../pl.ts';

const words = pl.planOfCase;

export type PlanOfCase = NonNullable<Awaited<ReturnType<typeof planOfCase.read>>>;

/** The plan of a case, or the button that begins it. */
export const PlanOfCaseSection = ({ of, context }: { of: PlanOfCase; context: PageContext }) => (
  <Panel id="plan" title={words.title}>
    <Stack>
      {of.plan ? (
        <>
          <DescriptionList
            items={[
              { term: words.number, value: of.plan.number },
              { term: words.state, value: planStateWords[of.plan.state] },
              { term: words.coordinator, value: of.plan.coordinatorName },
              { term: words.until, value: of.plan.endsOn ? <DateText date={of.plan.endsOn} /> : undefined },
              { term: words.services, value: of.plan.services.join(', ') },
            ]}
          />
          <Actions>
            <ButtonLink
              href={`/praca/plany/${of.plan.id}`}
              variant={context.actor.roles.includes('clerk') ? 'secondary' : 'primary'}
            >
              {words.open}
            </ButtonLink>
          </Actions>
        </>
      ) : (
        <p>{of.mayDrawUp ? words.mayDrawUp : words.none}</p>
      )}
      {of.mayDrawUp && (
        <ActionForm
          action={`/praca/sprawy/${of.caseId}/plan`}
          label={words.drawUp}
          variant="primary"
          once={context.form.once}
        />
      )}
    </Stack>
  </Panel>
);

/** Begins the plan of a case and goes on to its first step. */
export const drawUpForm = (page: PageRoute) =>
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/plan',
    command: drawUp,
    page,
    next: (result) => `/praca/plany/${result.planId}`,
  });
