import { Panel, StackedBars, Table } from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import type { PlanView } from '../queries/view.ts';
import { Amount, budgetWords } from './parts.tsx';

const words = plPages.plan;

/** Money by year and source (T9), drawn and in a table. */
export const BudgetPanel = ({ view, home = '' }: { view: Pick<PlanView, 'budget'>; home?: string }) => {
  const { budget } = view;
  if (budget.years.length === 0)
    return (
      <Panel id="budzet" title={words.budget}>
        <p>{words.noBudget}</p>
      </Panel>
    );
  const cellOf = (source: string, year: number) =>
    budget.cells.find((cell) => cell.source === source && cell.year === year)?.amount;
  return (
    <Panel id="budzet" title={`${words.budget}: ${budgetWords(budget)}`}>
      <StackedBars
        caption={words.budgetCaption}
        legend={budget.sources.map((source) => ({ key: source, label: pl.money[source] }))}
        bars={budget.years.map((year) => ({
          label: String(year),
          parts: budget.sources.map((source) => {
            const value = cellOf(source, year)?.value;
            return {
              key: source,
              value: value === null || value === undefined ? undefined : Math.round(value / 100_000),
            };
          }),
        }))}
      />
      <Table
        caption={words.budgetTable}
        captionHidden
        rows={[...budget.sources]}
        rowKey={(source) => source}
        total={{
          source: words.sum,
          ...Object.fromEntries(
            budget.byYear.map(({ year, amount }) => [
              String(year),
              <Amount home={home} key={year} of={amount} label={`${words.budget}, ${year}`} />,
            ]),
          ),
          sum: <Amount home={home} of={budget.total} label={words.budget} />,
        }}
        columns={[
          {
            key: 'source',
            label: plPages.action.costSource,
            rowHeader: true,
            cell: (source) => pl.money[source],
          },
          ...budget.years.map((year) => ({
            key: String(year),
            label: String(year),
            numeric: true,
            cell: (source: PlanView['budget']['sources'][number]) => {
              const amount = cellOf(source, year);
              return amount ? <Amount home={home} of={amount} label={`${pl.money[source]}, ${year}`} /> : '–';
            },
          })),
          {
            key: 'sum',
            label: words.sum,
            numeric: true,
            cell: (source) => {
              const sum = budget.bySource.find((one) => one.source === source);
              return sum ? <Amount home={home} of={sum.amount} label={pl.money[source]} /> : '–';
            },
          },
        ]}
      />
      <p class="description-note">{words.budgetNote}</p>
    </Panel>
  );
};
