import {
  recipientGroups,
  type RecipientGroup,
  serviceKinds,
  type ServiceKindKey,
} from '../../../law/index.ts';
import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  BarChart,
  ButtonLink,
  EmptyState,
  FigureMarks,
  FigureValue,
  fullDate,
  Notice,
  Panel,
  Row,
  Stack,
  Table,
  Tag,
} from '../../../ui/index.ts';
import { type FigureRow, figureRows, gapRows, type NamedFigure } from '../domain/figure-rows.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import { plParts } from '../pl-parts.ts';
import { type PlanView, viewPlan } from '../queries/view.ts';
import { planPart } from './frame.tsx';
import { mayWrite } from './parts.tsx';
import { listPath, planPath } from './paths.ts';
import { PlacesTable } from './places-table.tsx';

const words = plParts.diagnostic;

/** A figure in a cell; none at all is a dash, and a gap says that nobody knows. */
export const Cell = ({ of, home, label }: { of: NamedFigure | undefined; home: string; label?: string }) =>
  of ? <FigureValue figure={of.figure} home={home} bare dense {...(label ? { label } : {})} /> : <>–</>;

/** What the marks beside the numbers of a table mean. */
const Marks = ({ of }: { of: readonly (NamedFigure | undefined)[] }) => (
  <FigureMarks of={of.flatMap((one) => (one ? [one.figure] : []))} />
);

const partsOf = (rows: readonly FigureRow[]): NamedFigure[] =>
  rows.flatMap(({ parts }) => Object.values(parts));

/** What changed, figure by figure. */
export const ChangesTable = ({
  caption,
  changes,
  home,
}: {
  caption: string;
  changes: readonly (PlanView['plan']['changed'][number] & { key?: string })[];
  home: string;
}) => (
  <Table
    caption={caption}
    rows={[...changes]}
    rowKey={({ key, name }) => key ?? name}
    columns={[
      { key: 'name', label: plParts.monitoring.figure, rowHeader: true, cell: ({ name }) => name },
      {
        key: 'before',
        label: plParts.monitoring.inPlan,
        numeric: true,
        cell: ({ before, name }) =>
          before ? <FigureValue figure={before} home={home} label={name} bare /> : '–',
      },
      {
        key: 'after',
        label: plParts.monitoring.today,
        numeric: true,
        cell: ({ after, name }) =>
          after ? <FigureValue figure={after} home={home} label={name} bare /> : '–',
      },
      {
        key: 'kind',
        label: plParts.monitoring.what,
        cell: ({ kind }) => plPages.plan.changeKinds[kind],
      },
    ]}
  />
);

type Props = {
  view: Pick<PlanView, 'plan'>;
  home: string;
  /** Everybody reads it: no ways to pages of staff. */
  open?: boolean;
};

/** T1 */
const People = ({ view, home }: Props) => {
  const { figures, toYear } = view.plan;
  const ages = Object.keys(pl.figures.ages) as (keyof typeof pl.figures.ages)[];
  const others = figureRows(figures, 'T1').filter(({ id }) => id === 'disabled' || id === 'ratio');
  const cell = (suffix: string) => (age: string) => <Cell of={figures[`T1.${age}.${suffix}`]} home={home} />;
  return (
    <Panel id="ludnosc" title={words.t1}>
      <Table
        caption={words.t1Caption}
        captionHidden
        rows={ages}
        rowKey={(age) => age}
        columns={[
          { key: 'age', label: words.age, rowHeader: true, cell: (age) => pl.figures.ages[age] },
          { key: 'now', label: words.all, numeric: true, cell: cell('now') },
          { key: 'women', label: words.women, numeric: true, cell: cell('women') },
          { key: 'men', label: words.men, numeric: true, cell: cell('men') },
          { key: 'then', label: words.later(toYear), numeric: true, cell: cell(String(toYear)) },
        ]}
      />
      <Table
        caption={words.other}
        rows={others.flatMap(({ parts }) => Object.values(parts))}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', label: plParts.monitoring.figure, rowHeader: true, cell: ({ name }) => name },
          {
            key: 'value',
            label: plParts.monitoring.value,
            numeric: true,
            cell: (one) => <Cell of={one} home={home} />,
          },
        ]}
      />
      <Marks of={Object.entries(figures).flatMap(([key, one]) => (key.startsWith('T1.') ? [one] : []))} />
    </Panel>
  );
};

/** T2 */
const Needs = ({ view, home }: Props) => {
  const groups = Object.keys(recipientGroups) as RecipientGroup[];
  return (
    <Panel id="potrzeby" title={words.t2}>
      <p>{words.t2Lead}</p>
      <Table
        caption={words.t2Caption}
        captionHidden
        rows={groups}
        rowKey={(group) => group}
        columns={[
          { key: 'group', label: words.group, rowHeader: true, cell: (group) => recipientGroups[group] },
          {
            key: 'people',
            label: words.people,
            numeric: true,
            cell: (group) => <Cell of={view.plan.figures[`T2.${group}`]} home={home} />,
          },
        ]}
      />
      <Marks of={groups.map((group) => view.plan.figures[`T2.${group}`])} />
    </Panel>
  );
};

const nameOf = (id: string): string => serviceKinds[id as ServiceKindKey]?.name ?? id;

const Form = ({ id }: { id: string }) => {
  const institutional = serviceKinds[id as ServiceKindKey]?.institutional;
  return (
    <Tag tone={institutional ? 'warning' : 'neutral'}>
      {institutional ? words.institutional : words.community}
    </Tag>
  );
};

/** T3 */
const Resources = ({ view, home, open = false }: Props) => {
  const rows = figureRows(view.plan.figures, 'T3');
  const column = (key: 'places' | 'occupied' | 'waiting' | 'staff' | 'costYear') => ({
    key,
    label: words[key],
    numeric: true,
    cell: ({ parts }: (typeof rows)[number]) => <Cell of={parts[key]} home={home} />,
  });
  return (
    <Panel id="zasoby" title={words.t3}>
      {rows.length === 0 ? (
        <Row>
          <p>{words.noPlaces}</p>
          {!open && <ButtonLink href="/praca/zasoby">{words.addPlaces}</ButtonLink>}
        </Row>
      ) : (
        <>
          <Table
            caption={words.t3Caption}
            captionHidden
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: 'kind', label: words.kind, rowHeader: true, cell: ({ id }) => nameOf(id) },
              { key: 'form', label: words.form, cell: ({ id }) => <Form id={id} /> },
              column('places'),
              column('occupied'),
              column('waiting'),
              column('staff'),
              column('costYear'),
            ]}
          />
          <Marks of={partsOf(rows)} />
          <PlacesTable places={view.plan.places} open={open} />
        </>
      )}
    </Panel>
  );
};

/** T4 */
const Gap = ({ view, home, open = false }: Props) => {
  const { figures, toYear, gmina } = view.plan;
  const rows = gapRows(figures);
  const known = rows.filter(({ parts }) => (parts['gap']?.figure.value ?? 0) > 0);
  const column = (key: 'demand' | 'capacity' | 'planned' | 'gap') => ({
    key,
    label: words[key],
    numeric: true,
    cell: ({ parts }: (typeof rows)[number]) => <Cell of={parts[key]} home={home} />,
  });
  const unknown = Object.keys(serviceKinds).length - rows.length;
  return (
    <Panel
      id="luka"
      title={words.t4}
      {...(open
        ? {}
        : {
            actions: (
              <ButtonLink href={`/praca/diagnoza/luka?gmina=${gmina}&toYear=${Math.min(toYear, 2040)}`} small>
                {words.openGap}
              </ButtonLink>
            ),
          })}
    >
      {rows.length === 0 ? (
        <p>{words.noGap}</p>
      ) : (
        <>
          {known.length > 0 && (
            <BarChart
              caption={words.t4Chart}
              labelHead={words.kind}
              valueHead={words.people}
              points={known.slice(0, 8).map(({ id, parts }) => ({
                label: nameOf(id),
                value: parts['gap']?.figure.value ?? undefined,
              }))}
            />
          )}
          <Table
            caption={words.t4Caption}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: 'kind', label: words.kind, rowHeader: true, cell: ({ id }) => nameOf(id) },
              column('demand'),
              column('capacity'),
              column('planned'),
              column('gap'),
              {
                key: 'then',
                label: words.gapThen(toYear),
                numeric: true,
                cell: ({ parts }) => <Cell of={parts['gapThen']} home={home} />,
              },
            ]}
          />
          <Marks of={partsOf(rows)} />
        </>
      )}
      <p class="description-note">{words.unknownKinds(unknown)}</p>
    </Panel>
  );
};

/** T5 */
const Survey = ({ view, home }: Props) => {
  const rows = figureRows(view.plan.figures, 'T5');
  return (
    <Panel id="badanie" title={words.t5}>
      {rows.length === 0 ? (
        <p>{words.noSurvey}</p>
      ) : (
        <>
          <Table
            caption={words.t5Caption}
            captionHidden
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: 'kind', label: words.kind, rowHeader: true, cell: ({ id }) => nameOf(id) },
              {
                key: 'people',
                label: words.people,
                numeric: true,
                cell: ({ parts }) => <Cell of={parts['']} home={home} />,
              },
            ]}
          />
          <Marks of={partsOf(rows)} />
        </>
      )}
    </Panel>
  );
};

/** T1 to T5, the gap first: every number opens. */
export const Numbers = (props: Props) => (
  <>
    <Gap {...props} />
    <Needs {...props} />
    <Resources {...props} />
    <Survey {...props} />
    <People {...props} />
  </>
);

function diagnosticView(view: PlanView, context: PageContext): View {
  const { plan } = view;
  const { home } = context.centre;
  const writes = mayWrite(view, context);
  const changes = view.changes ?? [];
  const take = writes && (
    <ActionForm
      action={`${planPath(plan.id)}/odswiez`}
      label={plan.figuresOn === null ? words.take : words.refresh}
      variant={plan.figuresOn === null || changes.length > 0 ? 'primary' : 'secondary'}
      once={context.form.once}
    />
  );
  if (plan.figuresOn === null)
    return planPart(view, 'diagnostic', {
      body: (
        <EmptyState title={words.emptyTitle} {...(take ? { action: take } : {})}>
          <p>{words.empty}</p>
        </EmptyState>
      ),
    });
  return planPart(view, 'diagnostic', {
    action: take,
    body: (
      <Stack>
        <p>
          {words.lead} {words.takenOn(fullDate(plan.figuresOn))} {changes.length === 0 && words.same}
        </p>
        {changes.length > 0 && (
          <Notice kind="warning" title={words.differs(changes.length)}>
            {writes ? words.differsText : words.differsAdopted}
          </Notice>
        )}
        {plan.changed.length > 0 && (
          <Panel id="zmiany" title={words.refreshed(plan.changed.length)} tone="plain">
            <ChangesTable caption={words.refreshed(plan.changed.length)} changes={plan.changed} home={home} />
          </Panel>
        )}
        <Numbers view={view} home={home} />
      </Stack>
    ),
  });
}

/** The diagnostic part of a plan: T1 to T5, and what a refresh would change. */
export const diagnosticPage = page({
  door: 'staff',
  path: `${listPath}/:planId/diagnoza`,
  load: async (ask, { params }) => await ask(viewPlan, { planId: params['planId'] }),
  view: diagnosticView,
});
