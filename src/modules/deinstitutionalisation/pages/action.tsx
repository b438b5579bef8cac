import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Panel,
  Radios,
  Select,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { areas, kindsOfArea, serviceKinds } from '../../../law/index.ts';
import { splitCosts, writePlaces, writeSpending } from '../commands/write-money.ts';
import { answerTest, setActionState, writeAction, writeCosts } from '../commands/write.ts';
import { type Action, communityFeatures } from '../domain/plan.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import { type PlanView, viewPlan } from '../queries/view.ts';
import { Costs, Places, SpentPanel, Split } from './action-money.tsx';
import { CostsRead, Facts, PlacesRead, SpentRead, TestRead } from './action-read.tsx';
import { mayWrite, optionsOf, Verdict } from './parts.tsx';
import { listPath, partPath, planPath } from './paths.ts';

const words = plPages.action;
const cardPath = `${listPath}/:planId/dzialanie/:itemId`;

const kindOptions = areas.map(({ code, name }) => ({
  label: name,
  options: kindsOfArea(code).map((key) => ({ value: key, label: serviceKinds[key].name })),
}));

const initialOf = (
  { plan }: PlanView,
  action: Action | undefined,
  { query }: PageContext,
): Record<string, string> =>
  action === undefined
    ? {
        goalId: query['cel'] ?? '',
        fromYear: String(plan.fromYear),
        toYear: String(plan.toYear),
      }
    : {
        goalId: action.goalId,
        title: action.title,
        description: action.description,
        group: action.group,
        topic: action.topic,
        pillar: action.pillar ?? '',
        serviceKind: action.serviceKind ?? '',
        responsible: action.responsible,
        partners: action.partners,
        fromYear: String(action.fromYear),
        toYear: String(action.toYear),
        target: action.target === null ? '' : String(action.target),
      };

type CardProps = { view: PlanView; action: Action | undefined; context: PageContext; itemId: string };

const CardForm = ({ view, action, context, itemId }: CardProps) => (
  <Form
    id="karta"
    action={partPath(view.plan.id, 'dzialanie', itemId)}
    {...formOf(context, writeAction, initialOf(view, action, context))}
    label={words.card}
  >
    <TextArea name="title" label={words.name} rows={2} maxLength={300} />
    <Select
      name="goalId"
      label={words.goal}
      options={view.plan.content.goals.map(({ id, number, title }) => ({
        value: id,
        label: `${number}. ${title}`,
      }))}
    />
    <TextArea name="description" label={words.description} rows={4} maxLength={4000} optional />
    <Select name="group" label={words.group} options={optionsOf(pl.groups)} />
    <Select name="topic" label={words.topic} options={optionsOf(pl.topics)} />
    <Select
      name="pillar"
      label={words.pillar}
      placeholder={words.noPillar}
      options={optionsOf(pl.pillars)}
      optional
    />
    <Select name="serviceKind" label={words.kind} placeholder={words.noKind} options={kindOptions} optional />
    <TextInput name="responsible" label={words.responsible} width="l" maxLength={200} />
    <TextInput name="partners" label={words.partners} width="full" maxLength={500} optional />
    <TextInput name="fromYear" label={words.fromYear} inputMode="numeric" width="xs" />
    <TextInput name="toYear" label={words.toYear} inputMode="numeric" width="xs" />
    <TextInput name="target" label={words.target} inputMode="numeric" width="s" optional />
    <Actions>
      <Button variant="primary">{words.save}</Button>
    </Actions>
  </Form>
);

const Test = ({ view, action, context }: CardProps & { action: Action }) => (
  <Panel id="test" title={words.test} actions={<Verdict of={action} />}>
    <Form
      id="test-formularz"
      action={`${partPath(view.plan.id, 'dzialanie', action.id)}/test`}
      {...formOf(context, answerTest, { ...action.test, note: action.testNote })}
      label={words.test}
    >
      <p>{words.testLead}</p>
      {communityFeatures.map((feature) => (
        <Radios
          key={feature}
          name={feature}
          label={pl.features[feature]}
          choices={optionsOf(words.answers)}
        />
      ))}
      <TextArea name="note" label={words.note} rows={2} maxLength={1000} optional />
      <Actions>
        <Button>{words.saveTest}</Button>
      </Actions>
    </Form>
  </Panel>
);

/** How far the action is: also when the plan is adopted and its words do not change. */
const State = ({ view, action, context }: CardProps & { action: Action }) => (
  <Panel id="stan" title={words.state}>
    <Form
      id="stan-formularz"
      action={`${partPath(view.plan.id, 'dzialanie', action.id)}/stan`}
      {...formOf(context, setActionState, { state: action.state })}
      label={words.state}
      layout="inline"
    >
      <Select name="state" label={words.state} placeholder={false} options={optionsOf(pl.actionStates)} />
      <Actions>
        <Button>{words.saveState}</Button>
      </Actions>
    </Form>
  </Panel>
);

function cardView(view: PlanView, context: PageContext): View {
  const { itemId = '' } = context.params;
  const { plan } = view;
  const action = plan.content.actions.find(({ id }) => id === itemId);
  const writes = mayWrite(view, context);
  const props = { view, action, context, itemId };
  const isWriter = context.actor.roles.some((role) => role === 'service_organiser' || role === 'director');
  return {
    title: action ? `${words.title(action.number)}: ${action.title}` : words.newTitle,
    width: action ? 'wide' : 'narrow',
    current: 'lpdi',
    trail: [
      { href: listPath, label: plPages.list.title },
      { href: planPath(plan.id), label: plan.title },
    ],
    body:
      action === undefined && itemId !== 'nowe' ? (
        <EmptyState
          title={pl.errors.noSuchAction}
          action={<ButtonLink href={planPath(plan.id)}>{plPages.plan.current}</ButtonLink>}
        />
      ) : (
        <Stack>
          {writes ? <CardForm {...props} /> : action && <Facts goals={plan.content.goals} action={action} />}
          {action && (writes ? <Costs {...props} action={action} /> : <CostsRead action={action} />)}
          {action && writes && <Split {...props} action={action} />}
          {action && (writes ? <Places {...props} action={action} /> : <PlacesRead action={action} />)}
          {action && (writes ? <Test {...props} action={action} /> : <TestRead action={action} />)}
          {action && writes && (
            <Panel
              id="wskazniki"
              title={words.indicators}
              actions={
                <ButtonLink href={`${partPath(plan.id, 'wskaznik')}?dzialanie=${action.id}`} small>
                  {words.addIndicator}
                </ButtonLink>
              }
            >
              <ul>
                {plan.content.indicators
                  .filter(({ of }) => 'actionId' in of && of.actionId === action.id)
                  .map(({ id, name }) => (
                    <li key={id}>
                      <a href={partPath(plan.id, 'wskaznik', id)}>{name}</a>
                    </li>
                  ))}
              </ul>
            </Panel>
          )}
          {action && isWriter && plan.state !== 'ended' && <State {...props} action={action} />}
          {action &&
            (isWriter && plan.state !== 'ended' ? (
              <SpentPanel {...props} action={action} />
            ) : (
              <SpentRead action={action} />
            ))}
        </Stack>
      ),
  };
}

const cardPage = page({
  door: 'staff',
  path: cardPath,
  load: async (ask, { params }) => await ask(viewPlan, { planId: params['planId'], quick: true }),
  view: cardView,
});

const here = (_result: unknown, { params }: { params: Record<string, string> }): string =>
  partPath(params['planId'] ?? '', 'dzialanie', params['itemId'] ?? '');

/** The card of an action: its words, money, test, indicators and how far it is. */
export const actionRoutes = [
  cardPage,
  form({
    door: 'staff',
    path: cardPath,
    command: writeAction,
    page: cardPage,
    input: (values, { params }) => ({
      ...values,
      planId: params['planId'],
      ...(params['itemId'] === 'nowe' ? {} : { itemId: params['itemId'] }),
    }),
    next: (_result, { params }) => planPath(params['planId'] ?? ''),
  }),
  form({ door: 'staff', path: `${cardPath}/koszty`, command: writeCosts, page: cardPage, next: here }),
  form({ door: 'staff', path: `${cardPath}/podzial`, command: splitCosts, page: cardPage, next: here }),
  form({ door: 'staff', path: `${cardPath}/miejsca`, command: writePlaces, page: cardPage, next: here }),
  form({ door: 'staff', path: `${cardPath}/wydatki`, command: writeSpending, page: cardPage, next: here }),
  form({ door: 'staff', path: `${cardPath}/test`, command: answerTest, page: cardPage, next: here }),
  form({ door: 'staff', path: `${cardPath}/stan`, command: setActionState, page: cardPage, next: here }),
];
