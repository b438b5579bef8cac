import type { PageContext, View } from '../../../platform/http/route.ts';
import { formOf } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  DateInput,
  Form,
  fullDate,
  Notice,
  Panel,
  Row,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { adopt, end } from '../commands/steps.ts';
import { mayStep, type PlanStep } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import type { PlanView } from '../queries/view.ts';
import { FiguresPanel, IndicatorsPanel } from './measured.tsx';
import { BudgetPanel, Lists, SchedulePanel } from './money-and-people.tsx';
import { mayWrite } from './parts.tsx';
import { listPath, partPath, planPath, whatIfPath } from './paths.ts';
import { TreePanel } from './tree.tsx';

const words = plPages.plan;

const Problems = ({ view }: { view: PlanView }) => {
  if (view.problems.length === 0)
    return (
      <Notice kind="success" title={words.whole}>
        {words.wholeText}
      </Notice>
    );
  return (
    <Panel id="poprawki" title={words.mend(view.problems.length)}>
      <ul>
        {view.problems.map(({ code, about, stops }) => (
          <li key={`${code}${about}`}>
            {stops ? (
              <strong>{pl.problems[code as keyof typeof pl.problems](about)}</strong>
            ) : (
              pl.problems[code as keyof typeof pl.problems](about)
            )}{' '}
            <span class="description-note">{stops ? words.stops : words.advice}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const plain: readonly PlanStep[] = ['consult', 'finish', 'reopen'];

/** What may be done next with the plan as a whole, by this reader. */
const Steps = ({ view, context }: { view: PlanView; context: PageContext }) => {
  const { plan } = view;
  const { roles } = context.actor;
  if (!roles.includes('service_organiser') && !roles.includes('director')) return null;
  const may = (step: PlanStep): boolean => mayStep(step, plan.state);
  const primary: PlanStep = 'finish';
  const hidden = {};
  const director = roles.includes('director');
  if (!plain.some(may) && !(director && (may('adopt') || may('end')))) return null;
  return (
    <Panel id="dalej" title={words.next}>
      <Row>
        {plain.filter(may).map((step) => (
          <ActionForm
            key={step}
            action={`${planPath(plan.id)}/krok/${step}`}
            hidden={hidden}
            label={words.steps[step]}
            variant={step === primary && view.problems.every(({ stops }) => !stops) ? 'primary' : 'secondary'}
            once={context.form.once}
          />
        ))}
      </Row>
      {director && may('adopt') && (
        <Form
          id="przyjecie"
          action={`${planPath(plan.id)}/przyjecie`}
          {...formOf(context, adopt, { adoptedOn: context.today })}
          label={words.steps.adopt}
        >
          <TextInput name="resolution" label={words.resolution} hint={words.resolutionHint} width="full" />
          <DateInput name="adoptedOn" label={words.adoptedOn} />
          <Actions>
            <Button variant="primary">{words.steps.adopt}</Button>
          </Actions>
        </Form>
      )}
      {director && may('end') && (
        <Form
          id="zakonczenie"
          action={`${planPath(plan.id)}/zakonczenie`}
          {...formOf(context, end, { endedOn: context.today })}
          label={words.steps.end}
          layout="inline"
        >
          <DateInput name="endedOn" label={words.endedOn} />
          <Actions>
            <Button>{words.steps.end}</Button>
          </Actions>
        </Form>
      )}
    </Panel>
  );
};

/** Everything of one plan on one page: what to mend, goals and actions, money, indicators, figures, people. */
export function overviewView(view: PlanView, context: PageContext): View {
  const { plan } = view;
  const writes = mayWrite(view, context);
  return {
    title: plan.title,
    lead: [
      words.lead(plan.gminaName, plan.fromYear, plan.toYear),
      pl.states[plan.state],
      ...(plan.resolution && plan.adoptedOn
        ? [words.adopted(`${plan.resolution}, ${fullDate(plan.adoptedOn)}`)]
        : []),
    ].join(' · '),
    width: 'wide',
    current: 'lpdi',
    trail: [{ href: listPath, label: plPages.list.title }],
    aside: (
      <Row>
        <ButtonLink href={`${planPath(plan.id)}/dokument.pdf`}>{words.pdf}</ButtonLink>
        <ButtonLink href={`${planPath(plan.id)}/dokument.docx`} download>
          {words.docx}
        </ButtonLink>
        <ButtonLink href={whatIfPath} variant="quiet">
          {words.whatIf}
        </ButtonLink>
        {writes && plan.content.goals.length === 0 && (
          <ButtonLink href={partPath(plan.id, 'cel')} variant="primary">
            {words.addGoal}
          </ButtonLink>
        )}
      </Row>
    ),
    body: (
      <Stack>
        {writes && <Problems view={view} />}
        <TreePanel view={view} writes={writes} />
        <BudgetPanel view={view} />
        <SchedulePanel view={view} />
        <IndicatorsPanel view={view} writes={writes} context={context} />
        <FiguresPanel view={view} writes={writes} context={context} />
        <Lists view={view} writes={writes} context={context} />
        <Steps view={view} context={context} />
      </Stack>
    ),
  };
}
