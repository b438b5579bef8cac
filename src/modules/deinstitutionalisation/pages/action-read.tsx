import { serviceKinds } from '../../../law/index.ts';
import { DescriptionList, figureText, money, number, Panel, Table, Unknown } from '../../../ui/index.ts';
import { budgetOf } from '../domain/budget.ts';
import { type Action, type Cost, communityFeatures, type Goal } from '../domain/plan.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import { plParts } from '../pl-parts.ts';
import { Verdict } from './parts.tsx';

const words = plPages.action;

/** What the card of an action says in words. */
export const Facts = ({ goals, action }: { goals: readonly Goal[]; action: Action }) => (
  <DescriptionList
    items={[
      { term: words.description, value: action.description || undefined },
      { term: words.group, value: pl.groups[action.group] },
      { term: words.topic, value: pl.topics[action.topic] },
      ...(action.pillar ? [{ term: words.pillar, value: pl.pillars[action.pillar] }] : []),
      ...(action.serviceKind ? [{ term: words.kind, value: serviceKinds[action.serviceKind].name }] : []),
      { term: words.responsible, value: action.responsible },
      { term: words.partners, value: action.partners || undefined },
      { term: plPages.list.years, value: `${action.fromYear}–${action.toYear}` },
      { term: words.target, value: action.target === null ? undefined : number(action.target) },
      { term: words.state, value: pl.actionStates[action.state] },
      { term: words.goal, value: goals.find(({ id }) => id === action.goalId)?.title },
    ]}
  />
);

const amountOf = ({ amount, about }: Cost) =>
  amount === null ? (
    <Unknown />
  ) : (
    <>
      {about && `${words.approximately} `}
      {money(amount)}
    </>
  );

const noPassport = { source: '', asOf: '', filter: '', formula: '' };

/** The rows that every sum of money of the plan is made of: what the card says, by year and source. */
export const CostsRead = ({ action }: { action: Action }) => {
  const { costs } = action;
  if (costs.length === 0)
    return (
      <Panel id="koszty" title={words.costs} tone="plain">
        <p>{words.noCosts}</p>
      </Panel>
    );
  const { total } = budgetOf([{ ...action, state: 'planned' }], noPassport);
  return (
    <Panel id="koszty" title={words.costs}>
      <Table
        caption={words.costs}
        captionHidden
        rows={costs}
        rowKey={({ year, source }) => `${year} ${source}`}
        total={{ year: plPages.plan.sum, amount: figureText(total) }}
        columns={[
          { key: 'year', label: words.costYear, rowHeader: true, cell: ({ year }) => year },
          { key: 'source', label: words.costSource, cell: ({ source }) => pl.money[source] },
          { key: 'amount', label: words.amount, numeric: true, cell: amountOf },
        ]}
      />
    </Panel>
  );
};

/** What the action adds to the capacity of its kind of service, year by year. */
export const PlacesRead = ({ action: { serviceKind, places } }: { action: Action }) => {
  const more = plParts.places;
  if (serviceKind === null || places.length === 0) return null;
  const { name, unit } = serviceKinds[serviceKind];
  return (
    <Panel id="miejsca" title={`${more.title}: ${name}`}>
      <Table
        caption={more.title}
        captionHidden
        rows={places}
        rowKey={({ year }) => String(year)}
        columns={[
          { key: 'year', label: more.year, rowHeader: true, cell: ({ year }) => year },
          {
            key: 'amount',
            label: more.amount(more.units[unit]),
            numeric: true,
            cell: ({ amount }) => `+${number(amount)}`,
          },
        ]}
      />
    </Panel>
  );
};

/** What was really spent on the action; nothing while nobody has written it. */
export const SpentRead = ({ action: { spent } }: { action: Action }) => {
  const more = plParts.spending;
  if (spent.length === 0) return null;
  return (
    <Panel id="wydatki" title={more.title}>
      <Table
        caption={more.title}
        captionHidden
        rows={spent}
        rowKey={({ year, source }) => `${year} ${source}`}
        columns={[
          { key: 'year', label: words.costYear, rowHeader: true, cell: ({ year }) => year },
          { key: 'source', label: words.costSource, cell: ({ source }) => pl.money[source] },
          { key: 'amount', label: more.amount, numeric: true, cell: ({ amount }) => money(amount) },
        ]}
      />
    </Panel>
  );
};

/** The test of a community service, question by question, and why. */
export const TestRead = ({ action }: { action: Action }) => (
  <Panel id="test" title={words.test} actions={<Verdict of={action} />}>
    <DescriptionList
      items={[
        ...communityFeatures.map((feature) => ({
          term: pl.features[feature],
          value: words.answers[action.test[feature]],
        })),
        { term: words.why, value: action.testNote || undefined },
      ]}
    />
  </Panel>
);
