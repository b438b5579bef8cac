import { page, type PageContext, type PageRequest, type View } from '../../../platform/http/route.ts';
import { powiatName } from '../../population/index.ts';
import {
  ActionForm,
  Actions,
  BarChart,
  Button,
  ButtonLink,
  Halves,
  NumberTable,
  EmptyState,
  FigureValue,
  Form,
  Measure,
  Notice,
  number,
  Panel,
  Row,
  Select,
  Stack,
  Table,
  Tag,
  Unknown,
  shortDate,
  money,
} from '../../../ui/index.ts';
import { resourcesPath } from '../domain/figures.ts';
import { freeOf, occupiedOf, placesOf, type Resource } from '../domain/resource.ts';
import { pl } from '../pl.ts';
import { listResources, type ResourceList } from '../queries/list-resources.ts';
import { PlannedPanel } from './planned.tsx';

const words = pl.list;

export const addPath = `${resourcesPath}/nowy`;
export const importPath = `${resourcesPath}/rejestr`;
export const shippedPath = `${importPath}/dolaczone`;
export const resourcePath = (id: string): string => `${resourcesPath}/placowka/${id}`;

/** Polish names of the address to the names of the query. */
const names = { rodzaj: 'kind', gmina: 'gmina', forma: 'side', uwagi: 'flagged' } as const;

/** The query's input from the address of the page or of an export. */
export const askedOf = ({ query }: PageRequest): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([polish, name]) => {
      const value = query[polish];
      return value ? [[name, value]] : [];
    }),
  );

const exportHref = (kind: 'csv' | 'xlsx', { query }: PageContext): string => {
  const kept = Object.keys(names).flatMap((name) => (query[name] ? [[name, query[name] ?? '']] : []));
  return `${resourcesPath}/${kind}${kept.length > 0 ? `?${new URLSearchParams(kept).toString()}` : ''}`;
};

/** "Jarocin", "powiat myślenicki". */
export const placeText = (
  { gmina, powiat, locality }: Pick<Resource, 'gmina' | 'powiat' | 'locality'>,
  gminas: readonly { teryt: string; name: string }[],
): string => {
  if (gmina === null) return words.wholePowiat(powiatName(powiat) ?? powiat);
  const name =
    gminas.find(({ teryt }) => teryt.slice(0, 6) === gmina.slice(0, 6))?.name ?? powiatName(powiat) ?? gmina;
  return locality === null || locality === name ? name : `${name}, ${locality}`;
};

const Filters = ({ data, context }: { data: ResourceList; context: PageContext }) => (
  <Form action={resourcesPath} method="get" values={context.query} label={words.filters} layout="inline">
    <Select
      name="rodzaj"
      label={words.kind}
      placeholder={words.anyKind}
      options={data.kinds.map((kind) => ({ value: kind, label: pl.kindName(kind) }))}
      optional
    />
    {data.gminas.length > 1 && (
      <Select
        name="gmina"
        label={words.gmina}
        placeholder={words.anyGmina}
        options={data.gminas.map(({ teryt, name }) => ({ value: teryt, label: name }))}
        optional
      />
    )}
    <Select
      name="forma"
      label={words.side}
      placeholder={words.anySide}
      options={(['institutional', 'community'] as const).map((side) => ({
        value: side,
        label: words.sides[side],
      }))}
      optional
    />
    <Select
      name="uwagi"
      label={words.flags}
      placeholder={words.show}
      options={[{ value: 'tak', label: words.flaggedOnly }]}
      optional
    />
    <Actions>
      <Button>{words.show}</Button>
      {Object.keys(names).some((name) => context.query[name]) && (
        <ButtonLink href={resourcesPath} variant="quiet">
          {words.clear}
        </ButtonLink>
      )}
    </Actions>
  </Form>
);

const Picture = ({ data, home }: { data: ResourceList; home: string }) => {
  const sides = (['institutional', 'community'] as const).map((side) => ({
    side,
    capacity: data.sides[side],
  }));
  return (
    <Panel id="formy" title={words.picture}>
      <Stack>
        <p>{words.pictureText}</p>
        <Halves>
          <BarChart
            caption={words.peopleChart}
            labelHead={words.side}
            valueHead={words.people}
            points={sides.map(({ side, capacity }) => ({
              label: words.sides[side],
              value: capacity.known.occupied.value ?? undefined,
            }))}
          />
          <NumberTable
            caption={words.picture}
            captionHidden
            head={[words.side, words.resources, words.people, words.places]}
            rows={sides.map(({ side, capacity }) => ({
              key: side,
              head: words.sides[side],
              cells: [
                number(capacity.resources),
                <FigureValue
                  key="people"
                  figure={capacity.known.occupied}
                  home={home}
                  label={words.sides[side]}
                  bare
                />,
                <FigureValue
                  key="places"
                  figure={capacity.known.places}
                  home={home}
                  label={words.sides[side]}
                  bare
                />,
              ],
            }))}
          />
        </Halves>
      </Stack>
    </Panel>
  );
};

const ByKind = ({ data, home }: { data: ResourceList; home: string }) => (
  <Panel id="rodzaje" title={words.byKind}>
    <Table
      caption={words.byKind}
      captionHidden
      rows={data.byKind}
      rowKey={({ kind }) => kind}
      columns={[
        {
          key: 'kind',
          label: words.kind,
          rowHeader: true,
          cell: ({ kind }) => <a href={`${resourcesPath}?rodzaj=${kind}#placowki`}>{pl.kindName(kind)}</a>,
        },
        {
          key: 'count',
          label: words.resources,
          numeric: true,
          cell: ({ capacity }) => number(capacity.resources),
        },
        ...(['places', 'occupied', 'waiting', 'free'] as const).map((part) => ({
          key: part,
          label: words[part],
          numeric: true,
          cell: ({ capacity }: ResourceList['byKind'][number]) => (
            <FigureValue figure={capacity.known[part]} home={home} bare />
          ),
        })),
        {
          key: 'cost',
          label: words.cost,
          numeric: true,
          cell: ({ capacity }) => <FigureValue figure={capacity.costMonth} home={home} bare />,
        },
      ]}
    />
  </Panel>
);

const Measures = ({ data }: { data: ResourceList }) => {
  const full = data.byKind.filter(
    ({ capacity }) => capacity.places.value !== null && capacity.occupied.value !== null,
  );
  if (full.length === 0) return null;
  return (
    <Panel id="wypelnienie" title={words.measures} tone="plain">
      <Stack>
        <p class="hint">{words.measuresText}</p>
        {full.map(({ kind, capacity }) => (
          <Measure
            key={kind}
            label={pl.kindName(kind)}
            unit="people"
            used={capacity.occupied.value ?? 0}
            limit={capacity.places.value ?? undefined}
            {...(capacity.waiting.value
              ? { note: `${words.waiting}: ${number(capacity.waiting.value)}` }
              : {})}
          />
        ))}
      </Stack>
    </Panel>
  );
};

const Count = ({ of }: { of: number | null }) => (of === null ? <Unknown /> : <>{number(of)}</>);

const Flags = ({ resource }: { resource: Resource }) =>
  resource.doubts.length === 0 ? (
    <>{words.noFlags}</>
  ) : (
    <Stack>
      {resource.doubts.map((doubt) => (
        <span key={doubt}>
          <Tag tone="warning" shape="warning">
            {pl.doubts[doubt].name}
          </Tag>
          <span class="description-note">{pl.doubts[doubt].why}</span>
        </span>
      ))}
    </Stack>
  );

const Rows = ({ data, linked }: { data: ResourceList; linked: (resource: Resource) => boolean }) => (
  <Panel id="placowki" title={`${words.table}: ${data.resources.length}`}>
    <Table
      caption={words.table}
      captionHidden
      rows={data.resources}
      rowKey={({ id }) => id}
      tone={({ doubts }) => (doubts.length > 0 ? 'warning' : undefined)}
      empty={<EmptyState title={words.nothingFound} level={3} />}
      columns={[
        {
          key: 'name',
          label: words.name,
          rowHeader: true,
          cell: (one) => (
            <>
              {linked(one) ? <a href={resourcePath(one.id)}>{one.name}</a> : one.name}{' '}
              {one.synthetic && <Tag shape="info">{words.synthetic}</Tag>}
              <span class="description-note">
                {[pl.kindName(one.kind), one.profile].filter(Boolean).join(', ')}
              </span>
            </>
          ),
        },
        { key: 'place', label: words.place, cell: (one) => placeText(one, data.gminas) },
        { key: 'places', label: words.places, numeric: true, cell: (one) => <Count of={placesOf(one)} /> },
        {
          key: 'occupied',
          label: words.occupied,
          numeric: true,
          cell: (one) => <Count of={occupiedOf(one)} />,
        },
        { key: 'waiting', label: words.waiting, numeric: true, cell: (one) => <Count of={one.waiting} /> },
        {
          key: 'free',
          label: words.free,
          numeric: true,
          cell: (one) => (
            <>
              <Count of={freeOf(one)} />
              {one.link && <span class="description-note">{words.card}</span>}
            </>
          ),
        },
        {
          key: 'cost',
          label: words.cost,
          numeric: true,
          cell: (one) =>
            one.costMonthGrosze === null ? (
              <Unknown />
            ) : (
              <>
                {money(one.costMonthGrosze)}
                <span class="description-note">{shortDate(one.costAsOf ?? '')}</span>
              </>
            ),
        },
        { key: 'flags', label: words.flags, cell: (one) => <Flags resource={one} /> },
        { key: 'asOf', label: words.asOf, cell: (one) => shortDate(one.asOf), nowrap: true },
      ]}
    />
  </Panel>
);

const Empty = ({ context, writes }: { context: PageContext; writes: boolean }) => (
  <EmptyState
    title={words.emptyTitle}
    action={
      writes && (
        <Row>
          <ActionForm
            action={shippedPath}
            label={words.takeShipped}
            once={context.form.once}
            variant="primary"
          />
          <ButtonLink href={importPath}>{words.import}</ButtonLink>
          <ButtonLink href={addPath}>{words.add}</ButtonLink>
        </Row>
      )
    }
  >
    <p>{writes ? words.emptyText : words.readOnlyEmpty}</p>
  </EmptyState>
);

function view(data: ResourceList, context: PageContext): View {
  const writes = context.actor.roles.includes('service_organiser');
  const feeds = context.actor.roles.includes('feeder');
  const home = context.centre.home;
  return {
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'resources',
    ...(data.none
      ? {}
      : {
          aside: (
            <Row>
              {writes && (
                <ButtonLink href={addPath} variant="primary">
                  {words.add}
                </ButtonLink>
              )}
              {writes && <ButtonLink href={importPath}>{words.import}</ButtonLink>}
              <ButtonLink href={exportHref('csv', context)} download>
                {words.csv}
              </ButtonLink>
              <ButtonLink href={exportHref('xlsx', context)} download>
                {words.xlsx}
              </ButtonLink>
            </Row>
          ),
        }),
    body: data.none ? (
      <Stack>
        <Empty context={context} writes={writes} />
        <PlannedPanel planned={data.planned} />
      </Stack>
    ) : (
      <Stack>
        <Filters data={data} context={context} />
        {data.flagged > 0 && (
          <Notice kind="warning" title={words.flagNotice(data.flagged)}>
            {words.flagText}
          </Notice>
        )}
        <Picture data={data} home={home} />
        <ByKind data={data} home={home} />
        <PlannedPanel planned={data.planned} />
        <Measures data={data} />
        <Rows data={data} linked={(one) => writes || (feeds && one.ownerId !== null)} />
        {data.closed > 0 && <p class="hint">{words.closed(data.closed)}</p>}
      </Stack>
    ),
  };
}

/** Resources: the picture of both sides, sums by kind, every place with its flags. */
export const resourcesPage = page({
  door: 'staff',
  path: resourcesPath,
  load: async (ask, request) => await ask(listResources, askedOf(request)),
  view,
});
