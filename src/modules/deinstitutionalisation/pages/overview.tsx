import type { PageContext, View } from '../../../platform/http/route.ts';
import { formOf } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  DateInput,
  DescriptionList,
  Form,
  Notice,
  number,
  Panel,
  Row,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { PaperList } from '../../records/index.ts';
import { adopt, end } from '../commands/steps.ts';
import { mayStep, type PlanStep } from '../domain/lifecycle.ts';
import { isBehind } from '../domain/schedule.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import { plParts } from '../pl-parts.ts';
import type { PlanView, PlanWithPapers } from '../queries/view.ts';
import { planPart } from './frame.tsx';
import { budgetWords, mayWrite } from './parts.tsx';
import { listsPath, moneyPath, monitoringPath, partPath, planPath } from './paths.ts';
import { TreePanel } from './tree.tsx';

const words = plPages.plan;

/** The form that mends a part. */
const formAt = { goals: 'cel', actions: 'dzialanie', indicators: 'wskaznik' } as const;

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
        {view.problems.map(({ code, about, stops, at }) => {
          const said = pl.problems[code as keyof typeof pl.problems](about);
          const href = at === null ? listsPath(view.plan.id) : partPath(view.plan.id, formAt[at.part], at.id);
          return (
            <li key={`${code}${about}`}>
              <a href={code === 'no_goals' ? partPath(view.plan.id, 'cel') : href}>
                {stops ? <strong>{said}</strong> : said}
              </a>{' '}
              <span class="description-note">{stops ? words.stops : words.advice}</span>
            </li>
          );
        })}
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

/** A plan in five seconds: how much of what, and what is late. */
const Summary = ({ view }: { view: PlanView }) => {
  const { plan, budget, standings } = view;
  const { goals, actions, indicators } = plan.content;
  const live = actions.filter(({ state }) => state !== 'dropped');
  const count = (state: string): number => live.filter((action) => action.state === state).length;
  const places = live.flatMap((action) => action.places);
  const behind = actions.filter(({ id }) =>
    standings.some(({ actionId, standing }) => actionId === id && isBehind(standing)),
  );
  const more = plParts.summary;
  return (
    <Panel id="skrot" title={more.title} tone="plain">
      <DescriptionList
        items={[
          { term: more.goals, value: String(goals.length) },
          { term: more.actions, value: more.actionsOf(count('done'), count('running'), live.length) },
          {
            term: more.money,
            value: (
              <a href={moneyPath(plan.id)}>
                {budget.years.length === 0 ? words.noBudgetYet : budgetWords(budget)}
              </a>
            ),
          },
          {
            term: more.places,
            value:
              places.length === 0
                ? more.noPlaces
                : number(places.reduce((sum, { amount }) => sum + amount, 0)),
          },
          {
            term: more.indicators,
            value: (
              <a href={monitoringPath(plan.id)}>
                {more.indicatorsOf(indicators.filter(({ base }) => base !== null).length, indicators.length)}
              </a>
            ),
          },
          {
            term: more.behind,
            value: behind.length === 0 ? more.none : behind.map(({ title }) => title).join(', '),
          },
        ]}
      />
    </Panel>
  );
};

/** The plan: what to mend, goals and actions, what may be done next. Its other parts are tabs. */
export function overviewView(view: PlanWithPapers, context: PageContext): View {
  const { plan, papers } = view;
  const writes = mayWrite(view, context);
  const empty = plan.content.goals.length === 0;
  return planPart(view, 'plan', {
    action: writes && empty && (
      <ButtonLink href={partPath(plan.id, 'cel')} variant="primary">
        {words.addGoal}
      </ButtonLink>
    ),
    body: (
      <Stack>
        {!empty && <Summary view={view} />}
        <TreePanel view={view} writes={writes} />
        {writes && <Problems view={view} />}
        <Steps view={view} context={context} />
        {papers.length > 0 && (
          <Panel id="dokumenty" title={plParts.papers.title} tone="plain">
            <p>{plParts.papers.text}</p>
            <PaperList papers={papers} />
          </Panel>
        )}
      </Stack>
    ),
  });
}
