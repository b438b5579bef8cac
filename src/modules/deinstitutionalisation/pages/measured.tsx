import { formOf, type PageContext } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  DateInput,
  Disclosure,
  FigureValue,
  Form,
  fullDate,
  number,
  Panel,
  Table,
  TextInput,
  Unknown,
} from '../../../ui/index.ts';
import { measure } from '../commands/measure.ts';
import { plPages } from '../pl-pages.ts';
import type { PlanView } from '../queries/view.ts';
import { ProgressWords } from './parts.tsx';
import { partPath, planPath } from './paths.ts';

const words = plPages.plan;

const Known = ({ of }: { of: number | null }) => (of === null ? <Unknown /> : <>{number(of)}</>);

type MeasuredProps = { view: PlanView; writes: boolean; context: PageContext };

/** Indicators (T10): base, today, target, how far. */
export const IndicatorsPanel = ({ view, context }: MeasuredProps) => {
  const { plan, measured } = view;
  const { indicators, actions } = plan.content;
  const byHand = indicators.filter(({ formula }) => formula === null);
  const measures = ['service_organiser', 'director', 'community_organiser'].some((role) =>
    context.actor.roles.some((own) => own === role),
  );
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
                  <a href={partPath(plan.id, 'wskaznik', indicator.id)}>{indicator.name}</a>
                  {action && <span class="description-note">{`${action.number}. ${action.title}`}</span>}
                </>
              );
            },
          },
          { key: 'base', label: words.base, numeric: true, cell: ({ base }) => <Known of={base} /> },
          {
            key: 'now',
            label: words.now,
            numeric: true,
            cell: ({ id }) => {
              const found = measured.find(({ indicatorId }) => indicatorId === id);
              return found ? <FigureValue figure={found.now} bare /> : <Unknown />;
            },
          },
          {
            key: 'target',
            label: words.goal,
            numeric: true,
            cell: ({ target, targetYear }) => (
              <>
                <Known of={target} /> <span class="description-note">{targetYear}</span>
              </>
            ),
          },
          {
            key: 'progress',
            label: words.progress,
            cell: ({ id }) => {
              const found = measured.find(({ indicatorId }) => indicatorId === id);
              return found ? <ProgressWords of={found} /> : <Unknown />;
            },
          },
        ]}
      />
      {measures &&
        byHand.map(({ id, name }) => (
          <Disclosure
            key={id}
            summary={`${words.measure}: ${name}`}
            open={context.form.command === measure.name && context.params['indicatorId'] === id}
          >
            <Form
              id={`pomiar-${id}`}
              action={`${planPath(plan.id)}/pomiar/${id}`}
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
          </Disclosure>
        ))}
    </Panel>
  );
};

/** Figures that the plan stands on, beside those of the running system today. */
export const FiguresPanel = ({ view, writes, context }: MeasuredProps) => {
  const { plan, changes } = view;
  const figures = Object.entries(plan.figures);
  const refresh = writes && (
    <ActionForm
      action={`${planPath(plan.id)}/odswiez`}
      label={words.refresh}
      once={context.form.once}
      small
    />
  );
  return (
    <Panel id="liczby" title={words.figures} {...(refresh ? { actions: refresh } : {})}>
      <p>{plan.figuresOn === null ? words.noFigures : words.figuresOn(fullDate(plan.figuresOn))}</p>
      {plan.figuresOn !== null && changes.length === 0 && <p>{words.same}</p>}
      {changes.length > 0 && (
        <Table
          caption={words.changed(changes.length)}
          rows={changes}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', label: words.figure, rowHeader: true, cell: ({ name }) => name },
            {
              key: 'before',
              label: words.inPlan,
              cell: ({ before }) => (before ? <FigureValue figure={before} /> : '–'),
            },
            {
              key: 'after',
              label: words.inSystem,
              cell: ({ after }) => (after ? <FigureValue figure={after} /> : '–'),
            },
            { key: 'kind', label: words.state, cell: ({ kind }) => words.changeKinds[kind] },
          ]}
        />
      )}
      {figures.length > 0 && (
        <Disclosure summary={`${words.figures} (${figures.length})`}>
          <Table
            caption={words.figures}
            captionHidden
            rows={figures}
            rowKey={([key]) => key}
            columns={[
              { key: 'name', label: words.figure, rowHeader: true, cell: ([, { name }]) => name },
              {
                key: 'value',
                label: words.inPlan,
                cell: ([, { figure }]) => <FigureValue figure={figure} />,
              },
            ]}
          />
        </Disclosure>
      )}
    </Panel>
  );
};
