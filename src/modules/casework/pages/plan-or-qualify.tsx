import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { Actions, Button, ButtonLink, DateInput, Form, Notice, Panel, Stack } from '../../../ui/index.ts';
import { qualifyCase } from '../commands/qualify.ts';
import { requirePlan } from '../commands/require-plan.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { viewOutcome } from '../queries/view-outcome.ts';
import { ChosenServices, CoordinationField, initialRows, offeredOf } from './chosen-fields.tsx';
import { inCase, outcomePaths } from './outcome-paths.ts';
import { NotNow } from './outcome-parts.tsx';
import type { OutcomeView } from './outcome-section.tsx';

/** The two outcomes of a programme's service share one form: what is typed for one is never typed again for the other. */
type Which = 'require-plan' | 'qualify';

const commandOf = { 'require-plan': requirePlan, qualify: qualifyCase } as const;
const otherOf: Record<Which, Which> = { 'require-plan': 'qualify', qualify: 'require-plan' };
const wordsOf = { 'require-plan': outcomeWords.plan, qualify: outcomeWords.qualify } as const;
const rightOther: Record<string, Which> = {
  'casework.plan-not-needed': 'qualify',
  'casework.plan-needed': 'require-plan',
};

const closedWords = (view: OutcomeView, which: Which): string | undefined => {
  const choice = view.choices.find((each) => each.outcome === which);
  if (!choice?.open) return choice?.why;
  return view.may.decide ? undefined : outcomeWords.outcomes.notYours;
};

const Body = ({ view, which, context }: { view: OutcomeView; which: Which; context: PageContext }) => {
  const { caseId } = view;
  const closed = closedWords(view, which);
  if (closed)
    return (
      <NotNow caseId={caseId} title={outcomeWords.outcomes.closedTitle}>
        {closed}
      </NotNow>
    );
  if (offeredOf(view.services).length === 0) return <ChosenServices services={view.services} />;
  const command = commandOf[which];
  // The law has answered: the other outcome is the right one, and the same form can be sent to it.
  const answer = context.form.command === command.name ? context.form.problem?.code : undefined;
  const right = answer === undefined ? undefined : rightOther[answer];
  const buttons: Record<Which, string> = {
    'require-plan': outcomeWords.plan.submit,
    qualify: outcomeWords.qualify.submit,
  };
  return (
    <Form
      action={outcomePaths[which](caseId)}
      version={view.version}
      {...formOf(context, command, initialRows(view.services))}
      // An answer of the law is no mistake in a field.
      {...(right ? { errors: {} } : {})}
    >
      {right && (
        <Notice kind="info" title={outcomeWords.plan.answered[right]} live>
          <p>{context.form.problem?.words}</p>
          <p>{outcomeWords.plan.sendOther}</p>
        </Notice>
      )}
      <ChosenServices services={view.services} />
      <Panel id="koordynacja" title={outcomeWords.plan.test}>
        <Stack>
          <CoordinationField />
          {which === 'qualify' || right === 'qualify' ? (
            <DateInput name="feeDueOn" label={outcomeWords.qualify.feeDueOn} optional />
          ) : null}
          <p>{which === 'qualify' ? outcomeWords.qualify.clock : outcomeWords.plan.clock}</p>
          <Actions>
            {right ? (
              <Button variant="primary" formAction={outcomePaths[right](caseId)}>
                {buttons[right]}
              </Button>
            ) : (
              <Button variant="primary">{buttons[which]}</Button>
            )}
            {right ? (
              <Button>{buttons[which]}</Button>
            ) : (
              <ButtonLink href={outcomePaths[otherOf[which]](caseId)} variant="quiet">
                {outcomeWords.outcomes.names[otherOf[which]]}
              </ButtonLink>
            )}
          </Actions>
        </Stack>
      </Panel>
    </Form>
  );
};

const pageOf = (which: Which) =>
  page({
    door: 'staff',
    path: `/praca/sprawy/:caseId/${which === 'qualify' ? 'zakwalifikuj' : 'plan-potrzebny'}`,
    draft: (request) => `rozstrzygniecie:${request.params['caseId'] ?? ''}`,
    load: (ask, request) => ask(viewOutcome, { caseId: request.params['caseId'] }),
    view: (view, context): View => ({
      title: wordsOf[which].title,
      lead: wordsOf[which].lead,
      width: 'wide',
      ...inCase(view),
      body: <Body view={view} which={which} context={context} />,
    }),
  });

const planPage = pageOf('require-plan');
const qualifyPage = pageOf('qualify');
const toCase = (_result: unknown, request: { params: Record<string, string> }): string =>
  outcomePaths.case(request.params['caseId'] ?? '');

/** The test of a plan and qualifying without one. */
export const planOrQualifyRoutes = [
  planPage,
  form({ door: 'staff', path: planPage.path, command: requirePlan, page: planPage, next: toCase }),
  qualifyPage,
  form({ door: 'staff', path: qualifyPage.path, command: qualifyCase, page: qualifyPage, next: toCase }),
];
