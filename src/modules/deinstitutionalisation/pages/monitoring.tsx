import { formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ColumnChart,
  DateInput,
  FigureValue,
  figureText,
  Form,
  fullDate,
  number,
  Panel,
  Select,
  Stack,
  Table,
  Tag,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { recordYear } from '../commands/record-year.ts';
import { tell } from '../commands/tell.ts';
import { type IndicatorInput, inputs } from '../domain/indicators.ts';
import { byNumber } from '../domain/plan.ts';
import { isBehind, type Standing } from '../domain/schedule.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import { plParts } from '../pl-parts.ts';
import { type PlanView, viewPlan } from '../queries/view.ts';
import { ChangesTable } from './diagnostic.tsx';
import { planPart } from './frame.tsx';
import { IndicatorsPanel } from './indicators.tsx';
import { Amount, mayMeasure } from './parts.tsx';
import { listPath, monitoringPath, partPath } from './paths.ts';

const words = plParts.monitoring;

type Props = { view: PlanView; context: PageContext };

/** What the running system says otherwise than the plan. */
const Changes = ({ view, context }: Props) => {
  const { plan } = view;
  const changes = view.changes ?? [];
  return (
    <Panel id="zmiany" title={plan.adoptedOn === null ? words.changesDraft : words.changes}>
      {plan.figuresOn === null ? (
        <p>{words.notTaken}</p>
      ) : changes.length === 0 ? (
        <p>{words.noChanges}</p>
      ) : (
        <ChangesTable
          caption={words.changesOf(changes.length)}
          changes={changes}
          home={context.centre.home}
        />
      )}
    </Panel>
  );
};

const StandingsPanel = ({ view }: { view: PlanView }) => {
  const { plan, standings } = view;
  const actions = plan.content.actions.toSorted(byNumber);
  if (actions.length === 0) return null;
  const standingOf = (id: string): Standing =>
    standings.find(({ actionId }) => actionId === id)?.standing ?? 'to_come';
  const behind = standings.filter(({ standing }) => isBehind(standing)).length;
  return (
    <Panel
      id="dzialania"
      title={words.actions}
      actions={
        <Tag tone={behind > 0 ? 'danger' : 'success'}>{behind > 0 ? words.behind(behind) : words.onTime}</Tag>
      }
    >
      <Table
        caption={words.actions}
        captionHidden
        rows={actions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'action',
            label: words.action,
            rowHeader: true,
            cell: (action) => (
              <a href={partPath(plan.id, 'dzialanie', action.id)}>
                {action.number}. {action.title}
              </a>
            ),
          },
          {
            key: 'years',
            label: words.years,
            nowrap: true,
            cell: (action) => `${action.fromYear}–${action.toYear}`,
          },
          { key: 'state', label: words.state, cell: ({ state }) => pl.actionStates[state] },
          {
            key: 'standing',
            label: words.standing,
            cell: ({ id }) => (
              <Tag tone={isBehind(standingOf(id)) ? 'danger' : 'neutral'}>{pl.standings[standingOf(id)]}</Tag>
            ),
          },
        ]}
      />
    </Panel>
  );
};

const shareOf = ({ planned, spent }: PlanView['spending']['byYear'][number]): string =>
  planned?.value && spent.value !== null
    ? `${number(Math.round((spent.value / planned.value) * 100))}%`
    : '–';

/** Money that was spent against the budget, year by year. */
const MoneyPanel = ({ view }: { view: PlanView }) => {
  const { spending } = view;
  const title =
    spending.planned && spending.spent.value !== null
      ? `${words.money}: ${figureText(spending.spent)} / ${figureText(spending.planned)}`
      : words.money;
  return (
    <Panel id="pieniadze" title={title}>
      {spending.byYear.length === 0 ? (
        <p>{words.noMoney}</p>
      ) : (
        <Table
          caption={words.moneyCaption}
          captionHidden
          rows={spending.byYear}
          rowKey={({ year }) => String(year)}
          columns={[
            { key: 'year', label: words.year, rowHeader: true, cell: ({ year }) => year },
            {
              key: 'planned',
              label: words.planned,
              numeric: true,
              cell: ({ planned, year }) =>
                planned ? <Amount of={planned} label={`${words.planned}, ${year}`} /> : '–',
            },
            {
              key: 'spent',
              label: words.spent,
              numeric: true,
              cell: ({ spent, year }) => <Amount of={spent} label={`${words.spent}, ${year}`} />,
            },
            { key: 'share', label: words.share, numeric: true, cell: shareOf },
          ]}
        />
      )}
      <p class="description-note">{words.spentHint}</p>
    </Panel>
  );
};

/** Numbers that formulas need and the system does not keep. */
const ToldPanel = ({ view, context }: Props) => {
  const told = inputs.flatMap((input) => {
    const figure = view.told[input];
    return figure ? [{ input, figure }] : [];
  });
  const names: Record<IndicatorInput, string> = pl.figures.inputs;
  return (
    <Panel id="liczby" title={words.told}>
      <p>{words.toldLead}</p>
      {told.length > 0 && (
        <Table
          caption={words.toldCaption}
          captionHidden
          rows={told}
          rowKey={({ input }) => input}
          columns={[
            { key: 'input', label: words.figure, rowHeader: true, cell: ({ input }) => names[input] },
            {
              key: 'value',
              label: words.value,
              numeric: true,
              cell: ({ figure, input }) => <FigureValue figure={figure} label={names[input]} bare />,
            },
            {
              key: 'asOf',
              label: words.asOf,
              nowrap: true,
              cell: ({ figure }) => fullDate(figure.passport.asOf),
            },
            { key: 'source', label: words.source, cell: ({ figure }) => figure.passport.source },
          ]}
        />
      )}
      {mayMeasure(context) && (
        <Form
          id="wpisz"
          action={`${monitoringPath(view.plan.id)}/liczba`}
          {...formOf(context, tell, { asOf: context.today })}
          label={words.told}
          layout="inline"
        >
          <Select
            name="input"
            label={words.input}
            options={inputs.map((input) => ({ value: input, label: names[input] }))}
          />
          <TextInput name="value" label={words.value} hint={words.moneyHint} inputMode="decimal" width="s" />
          <DateInput name="asOf" label={words.asOf} />
          <TextInput name="source" label={words.source} width="l" />
          <Actions>
            <Button>{words.tell}</Button>
          </Actions>
        </Form>
      )}
    </Panel>
  );
};

type Recorded = PlanView['years'][number];

const RecordedYear = ({ recorded }: { recorded: Recorded }) => {
  const { state, year, conclusions, recordedOn } = recorded;
  const good = state.actions.filter(({ standing }) => !isBehind(standing)).length;
  return (
    <section aria-label={String(year)}>
      <h3>
        {year} <span class="description-note">{words.recordedOn(fullDate(recordedOn))}</span>
      </h3>
      <p>{conclusions}</p>
      <p>
        {words.onTimeOf(good, state.actions.length)}. {words.changedOf(state.changed)}. {words.spent}:{' '}
        {figureText(state.spent)}
        {state.planned && ` / ${figureText(state.planned)}`}.
      </p>
      {state.indicators.length > 0 && (
        <Table
          caption={`${words.indicators}, ${year}`}
          captionHidden
          rows={state.indicators}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', label: plPages.plan.indicator, rowHeader: true, cell: ({ name }) => name },
            {
              key: 'base',
              label: plPages.plan.base,
              numeric: true,
              cell: ({ base }) => (base === null ? '–' : number(base)),
            },
            {
              key: 'value',
              label: words.value,
              numeric: true,
              cell: ({ value, name }) => <FigureValue figure={value} label={`${name}, ${year}`} bare />,
            },
            {
              key: 'target',
              label: plPages.plan.goal,
              numeric: true,
              cell: ({ target, targetYear }) => `${target === null ? '–' : number(target)} (${targetYear})`,
            },
          ]}
        />
      )}
    </section>
  );
};

const YearsPanel = ({ view, context }: Props) => {
  const { plan, years } = view;
  const records = context.actor.roles.some((role) => role === 'service_organiser' || role === 'director');
  return (
    <Panel id="lata" title={words.recorded}>
      {years.length === 0 && <p>{plan.state === 'adopted' ? words.noYears : words.notAdopted}</p>}
      {years.length > 1 && (
        <ColumnChart
          caption={words.moneyCaption}
          labelHead={words.year}
          valueHead={words.spent}
          points={years.toReversed().map(({ year, state }) => ({
            label: String(year),
            value: state.spent.value === null ? undefined : state.spent.value / 100,
          }))}
        />
      )}
      {years.map((recorded) => (
        <RecordedYear key={recorded.year} recorded={recorded} />
      ))}
      {records && plan.state === 'adopted' && (
        <Form
          id="rok"
          action={`${monitoringPath(plan.id)}/rok`}
          {...formOf(context, recordYear, { year: context.today.slice(0, 4) })}
          label={words.recordTitle}
        >
          <p>{words.recordLead}</p>
          <TextInput name="year" label={words.recordYear} inputMode="numeric" width="xs" />
          <TextArea
            name="conclusions"
            label={words.conclusions}
            hint={words.conclusionsHint}
            rows={4}
            maxLength={8000}
          />
          <Actions>
            <Button variant="primary">{words.record}</Button>
          </Actions>
        </Form>
      )}
    </Panel>
  );
};

/** Whether the plan works: what changed, indicators over time, actions against their years, money, recorded years. */
export const monitoringPage = page({
  door: 'staff',
  path: `${listPath}/:planId/monitorowanie`,
  load: async (ask, { params }) => await ask(viewPlan, { planId: params['planId'] }),
  view: (view: PlanView, context: PageContext): View =>
    planPart(view, 'monitoring', {
      body: (
        <Stack>
          <IndicatorsPanel
            view={view}
            home={context.centre.home}
            staff={{ context, measures: mayMeasure(context) }}
          />
          <StandingsPanel view={view} />
          <MoneyPanel view={view} />
          <Changes view={view} context={context} />
          <ToldPanel view={view} context={context} />
          <YearsPanel view={view} context={context} />
        </Stack>
      ),
    }),
});
