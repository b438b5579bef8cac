import type { PageContext } from '../../../platform/http/route.ts';
import {
  ActionForm,
  ButtonLink,
  Columns,
  figureText,
  Panel,
  Row,
  StackedBars,
  Table,
  Tag,
} from '../../../ui/index.ts';
import { byNumber } from '../domain/plan.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import type { PlanView } from '../queries/view.ts';
import { Amount } from './parts.tsx';
import { partPath, planPath } from './paths.ts';

const words = plPages.plan;

/** Money by year and source (T9), drawn and in a table. */
export const BudgetPanel = ({ view }: { view: PlanView }) => {
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
    <Panel id="budzet" title={`${words.budget}: ${figureText(budget.total)}`}>
      <StackedBars
        caption={words.budgetCaption}
        legend={budget.sources.map((source) => ({ key: source, label: pl.money[source] }))}
        bars={budget.years.map((year) => ({
          label: String(year),
          parts: budget.sources.map((source) => {
            const value = cellOf(source, year)?.value;
            return { key: source, value: value === null || value === undefined ? undefined : value / 100 };
          }),
        }))}
      />
      <Table
        caption={words.budgetCaption}
        captionHidden
        rows={[...budget.sources]}
        rowKey={(source) => source}
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
              return amount ? <Amount of={amount} /> : '–';
            },
          })),
          {
            key: 'sum',
            label: words.sum,
            numeric: true,
            cell: (source) => {
              const sum = budget.bySource.find((one) => one.source === source);
              return sum ? <Amount of={sum.amount} /> : '–';
            },
          },
        ]}
      />
      <p class="description-note">{words.budgetNote}</p>
    </Panel>
  );
};

/** Actions year by year. */
export const SchedulePanel = ({ view }: { view: PlanView }) => {
  const { plan } = view;
  const years = Array.from({ length: plan.toYear - plan.fromYear + 1 }, (_, index) => plan.fromYear + index);
  if (plan.content.actions.length === 0) return null;
  return (
    <Panel id="harmonogram" title={words.schedule}>
      <Table
        caption={words.scheduleCaption}
        captionHidden
        rows={plan.content.actions.toSorted(byNumber)}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'action',
            label: plPages.action.name,
            rowHeader: true,
            cell: (action) => `${action.number}. ${action.title}`,
          },
          ...years.map((year) => ({
            key: String(year),
            label: String(year),
            cell: (action: (typeof plan.content.actions)[number]) =>
              year >= action.fromYear && year <= action.toYear ? (
                <Tag tone="accent">{pl.actionStates[action.state]}</Tag>
              ) : (
                ''
              ),
          })),
          { key: 'who', label: plPages.action.responsible, cell: (action) => action.responsible },
        ]}
      />
    </Panel>
  );
};

type ListsProps = { view: PlanView; writes: boolean; context: PageContext };

const ItemLinks = ({
  view,
  context,
  part,
  path,
  item,
  about,
}: Omit<ListsProps, 'writes'> & { part: string; path: string; item: { id: string }; about: string }) => (
  <Row>
    <ButtonLink href={partPath(view.plan.id, path, item.id)} variant="quiet" small about={about}>
      {words.edit}
    </ButtonLink>
    <ActionForm
      action={`${planPath(view.plan.id)}/usun`}
      hidden={{ part, itemId: item.id }}
      label={words.remove}
      about={about}
      variant="quiet"
      once={context.form.once}
      small
    />
  </Row>
);

/** Risks (T11), who answers for what (T12), documents (T6). */
export const Lists = ({ view, writes, context }: ListsProps) => {
  const { risks, roles, references } = view.plan.content;
  const add = (path: string, label: string) =>
    writes
      ? {
          actions: (
            <ButtonLink href={partPath(view.plan.id, path)} small>
              {label}
            </ButtonLink>
          ),
        }
      : {};
  const edit = (part: string, path: string) =>
    writes
      ? [
          {
            key: 'edit',
            label: words.edit,
            cell: (item: { id: string; name?: string; who?: string }) => (
              <ItemLinks
                view={view}
                context={context}
                part={part}
                path={path}
                item={item}
                about={item.name ?? item.who ?? ''}
              />
            ),
          },
        ]
      : [];
  return (
    <>
      <Panel id="ryzyka" title={words.risks} {...add('ryzyko', words.addRisk)}>
        {risks.length > 0 && (
          <Table
            caption={words.risks}
            captionHidden
            rows={risks.toSorted(
              (one, other) => other.likelihood * other.gravity - one.likelihood * one.gravity,
            )}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', label: words.risk, rowHeader: true, cell: ({ name }) => name },
              { key: 'likelihood', label: words.likelihood, numeric: true, cell: (risk) => risk.likelihood },
              { key: 'gravity', label: words.gravity, numeric: true, cell: (risk) => risk.gravity },
              {
                key: 'weight',
                label: words.weight,
                numeric: true,
                cell: (risk) => risk.likelihood * risk.gravity,
              },
              { key: 'response', label: words.response, cell: ({ response }) => response },
              { key: 'owner', label: words.owner, cell: ({ owner }) => owner },
              ...edit('risks', 'ryzyko'),
            ]}
          />
        )}
      </Panel>
      <Columns
        main={
          <Panel id="dokumenty" title={words.references} {...add('dokument', words.addReference)}>
            {references.length > 0 && (
              <Table
                caption={words.references}
                captionHidden
                rows={references}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'name', label: words.reference, rowHeader: true, cell: ({ name }) => name },
                  { key: 'level', label: words.level, cell: ({ level }) => level },
                  { key: 'says', label: words.says, cell: ({ says }) => says },
                  ...edit('references', 'dokument'),
                ]}
              />
            )}
          </Panel>
        }
        side={
          <Panel id="role" title={words.roles} {...add('rola', words.addRole)}>
            {roles.length > 0 && (
              <Table
                caption={words.roles}
                captionHidden
                rows={roles}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'who', label: words.who, rowHeader: true, cell: ({ who }) => who },
                  { key: 'task', label: words.task, cell: ({ task }) => task },
                  ...edit('roles', 'rola'),
                ]}
              />
            )}
          </Panel>
        }
      />
    </>
  );
};
