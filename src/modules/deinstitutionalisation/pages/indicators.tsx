import { formOf, type PageContext } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  DateInput,
  Disclosure,
  FigureValue,
  Form,
  fullDate,
  number,
  Panel,
  SeriesChart,
  Sparkline,
  Table,
  TextInput,
  Unknown,
} from '../../../ui/index.ts';
import { measure } from '../commands/measure.ts';
import { byYear } from '../domain/history.ts';
import type { Indicator } from '../domain/indicators.ts';
import { baseOf, targetOf } from '../domain/stated.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import { plParts } from '../pl-parts.ts';
import type { PlanView } from '../queries/view.ts';
import { ProgressWords } from './parts.tsx';
import { partPath, planPath } from './paths.ts';

const words = plPages.plan;
const more = plParts.monitoring;

type Measured = PlanView['measured'][number];

const Known = ({ of, unit }: { of: number | null; unit: Indicator['unit'] }) =>
  of === null ? <Unknown /> : <>{unit === 'percent' ? `${number(of)}\u00a0%` : number(of)}</>;

/** The way of an indicator over the years towards its target, and every value of it. */
const Way = ({ indicator, measured }: { indicator: Indicator; measured: Measured }) => {
  const { history } = measured;
  const points = byYear(history);
  const [first] = points;
  const goal =
    indicator.target !== null && first
      ? [
          { at: first.at, value: first.value },
          { at: indicator.targetYear, value: indicator.target },
        ]
      : [];
  return (
    <>
      {points.length > 0 && goal.length > 0 ? (
        <SeriesChart
          label={more.line(indicator.name)}
          lines={[
            { key: 'value', label: more.valueLine, points },
            { key: 'target', label: more.targetLine, look: 'dashed', points: goal },
          ]}
        />
      ) : (
        <p>{more.fewPoints}</p>
      )}
      {history.length > 0 && (
        <Table
          caption={more.points}
          captionHidden
          rows={history}
          rowKey={({ on, kind }) => `${on} ${kind}`}
          columns={[
            { key: 'on', label: more.day, rowHeader: true, nowrap: true, cell: ({ on }) => fullDate(on) },
            {
              key: 'value',
              label: more.value,
              numeric: true,
              cell: ({ value }) => <Known of={value} unit={indicator.unit} />,
            },
            { key: 'kind', label: more.kind, cell: ({ kind }) => more.kinds[kind] },
            { key: 'source', label: words.source, cell: ({ source }) => source },
          ]}
        />
      )}
    </>
  );
};

const MeasureForm = ({
  planId,
  context,
  indicator,
}: {
  planId: string;
  context: PageContext;
  indicator: Indicator;
}) => {
  const { id, name } = indicator;
  return (
    <Form
      id={`pomiar-${id}`}
      action={`${planPath(planId)}/pomiar/${id}`}
      {...formOf(context, measure, { measuredOn: context.today }, { indicatorId: id })}
      label={`${words.measure}: ${name}`}
      layout="inline"
    >
      <TextInput name="value" label={words.value} inputMode="decimal" width="s" />
      <DateInput name="measuredOn" label={words.measuredOn} />
      <TextInput name="source" label={words.source} width="m" />
      <Actions>
        <Button about={name}>{words.measure}</Button>
      </Actions>
    </Form>
  );
};

/** What the numbers of a formula are, each with its own passport. */
const MadeOf = ({ measured, home }: { measured: Measured; home: string }) => (
  <Table
    caption={more.madeOf}
    rows={measured.parts}
    rowKey={({ input }) => input}
    columns={[
      { key: 'name', label: more.figure, rowHeader: true, cell: ({ input }) => pl.figures.inputs[input] },
      {
        key: 'value',
        label: more.value,
        numeric: true,
        cell: ({ figure, input }) => (
          <FigureValue figure={figure} home={home} label={pl.figures.inputs[input]} bare />
        ),
      },
    ]}
  />
);

/** The line of an indicator and, where people measure it, the form of the next point. */
const Details = ({ view, home, indicator, staff }: PanelProps & { indicator: Indicator }) => {
  const found = view.measured.find(({ indicatorId }) => indicatorId === indicator.id);
  if (!found) return null;
  const measuring = staff?.measures && indicator.formula === null ? staff : undefined;
  return (
    <Disclosure
      summary={measuring ? more.lineAndForm(indicator.name) : more.line(indicator.name)}
      open={
        measuring?.context.form.command === measure.name &&
        measuring.context.params['indicatorId'] === indicator.id
      }
    >
      <Way indicator={indicator} measured={found} />
      {found.parts.length > 0 && <MadeOf measured={found} home={home} />}
      {measuring && <MeasureForm planId={view.plan.id} context={measuring.context} indicator={indicator} />}
    </Disclosure>
  );
};

type PanelProps = {
  view: Pick<PlanView, 'plan' | 'measured'>;
  home: string;
  /** Absent where everybody reads: no ways to pages of staff, no forms. */
  staff?: { context: PageContext; measures: boolean };
};

/** Indicators (T10): base, today, target and how far; below each, its line over the years and what it is made of. */
export const IndicatorsPanel = ({ view, home, staff }: PanelProps) => {
  const { plan, measured } = view;
  const { indicators, actions } = plan.content;
  const measuredOf = (id: string): Measured | undefined =>
    measured.find(({ indicatorId }) => indicatorId === id);
  if (indicators.length === 0)
    return (
      <Panel id="wskazniki" title={words.indicators}>
        <p>{words.noIndicators}</p>
      </Panel>
    );
  return (
    <Panel id="wskazniki" title={words.indicators}>
      <Table
        caption={words.indicators}
        captionHidden
        rows={indicators}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            label: words.indicator,
            rowHeader: true,
            cell: (indicator) => {
              const { of } = indicator;
              const action = 'actionId' in of ? actions.find(({ id }) => id === of.actionId) : undefined;
              return (
                <>
                  {staff ? (
                    <a href={partPath(plan.id, 'wskaznik', indicator.id)}>{indicator.name}</a>
                  ) : (
                    indicator.name
                  )}
                  {action && <span class="description-note">{`${action.number}. ${action.title}`}</span>}
                </>
              );
            },
          },
          {
            key: 'base',
            label: words.base,
            numeric: true,
            cell: (indicator) => (
              <FigureValue
                figure={baseOf(indicator)}
                home={home}
                label={`${words.base}: ${indicator.name}`}
                bare
              />
            ),
          },
          {
            key: 'now',
            label: words.now,
            numeric: true,
            cell: ({ id, name }) => {
              const found = measuredOf(id);
              return found ? <FigureValue figure={found.now} home={home} label={name} bare /> : <Unknown />;
            },
          },
          {
            key: 'way',
            label: more.way,
            cell: ({ id, name }) => {
              const values = (measuredOf(id)?.history ?? []).map(({ value }) => value);
              return values.length < 2 ? (
                '–'
              ) : (
                <Sparkline
                  label={more.wayOf(name, values.map((one) => number(one)).join(', '))}
                  values={values}
                />
              );
            },
          },
          {
            key: 'target',
            label: words.goal,
            numeric: true,
            cell: (indicator) => (
              <>
                <FigureValue
                  figure={targetOf(indicator, plan)}
                  home={home}
                  label={`${words.goal}: ${indicator.name}`}
                  bare
                />
                <span class="description-note">{indicator.targetYear}</span>
              </>
            ),
          },
          {
            key: 'progress',
            label: words.progress,
            cell: ({ id }) => {
              const found = measuredOf(id);
              return found ? <ProgressWords of={found} /> : <Unknown />;
            },
          },
        ]}
      />
      {indicators.map((indicator) => (
        <Details
          key={indicator.id}
          view={view}
          home={home}
          indicator={indicator}
          {...(staff ? { staff } : {})}
        />
      ))}
    </Panel>
  );
};
