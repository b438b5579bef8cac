import { areas, recipientGroups, serviceKinds } from '../../../law/index.ts';
import { page, type PageContext, type PageRequest, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Disclosure,
  EmptyState,
  FigureValue,
  Form,
  Panel,
  Row,
  Select,
  Stack,
  Table,
  Tag,
  TextInput,
  Unknown,
} from '../../../ui/index.ts';
import { pl } from '../pl-gap.ts';
import { type GapView, groupKeys, type ShownGap, viewGap } from '../queries/view-gap.ts';
import { GapMap } from './gap-map.tsx';
import { gapPath, listPath, placesPath } from './paths.ts';

const words = pl.page;

export const askedOf = ({ query }: PageRequest): Record<string, string | undefined> => ({
  area: query['area'],
  group: query['group'],
  gmina: query['gmina'],
  toYear: query['toYear'],
});

const keyOf = (row: ShownGap): string => `${row.kind} ${row.gmina} ${row.group ?? ''}`;

const Kind = ({ row }: { row: ShownGap }) => (
  <>
    {serviceKinds[row.kind].name}
    {serviceKinds[row.kind].institutional && (
      <>
        {' '}
        <Tag>{words.institutional}</Tag>
      </>
    )}
    {row.group !== null && <span class="description-note">{recipientGroups[row.group]}</span>}
  </>
);

export const Demand = ({ row, home }: { row: ShownGap; home: string }) => (
  <>
    {row.basis === 'least' && <span class="description-note">{words.least}</span>}
    <FigureValue figure={row.demand} home={home} name={words.demand} bare />
  </>
);

const partKeys = ['served', 'waiting', 'ledger', 'finding'] as const;

/** Every part of the demand by itself: they overlap, so there is no sum below them. */
export const Parts = ({ row, home }: { row: ShownGap; home: string }) => (
  <Disclosure summary={words.parts}>
    <dl class="descriptions">
      <div class="description">
        <dt>{words.partNames.survey}</dt>
        <dd>
          {row.parts.survey === null ? (
            <Unknown>{words.noSurvey}</Unknown>
          ) : (
            <FigureValue figure={row.parts.survey} home={home} name={words.partNames.survey} bare />
          )}
        </dd>
      </div>
      {partKeys.map((part) => (
        <div class="description" key={part}>
          <dt>{words.partNames[part]}</dt>
          <dd>
            <FigureValue figure={row.parts[part]} home={home} name={words.partNames[part]} bare />
          </dd>
        </div>
      ))}
      <div class="description">
        <dt>{words.factor}</dt>
        <dd>
          <FigureValue figure={row.factor} home={home} name={words.factor} bare />
        </dd>
      </div>
    </dl>
  </Disclosure>
);

export const Gap = ({ row, home }: { row: ShownGap; home: string }) => (
  <>
    {row.basis === 'least' && row.gap.value !== null && <span class="description-note">{words.least}</span>}
    <FigureValue figure={row.gap} home={home} name={words.gap} bare />
    {row.gap.value !== null && row.gap.value < 0 && <Tag tone="success">{words.surplus}</Tag>}
  </>
);

const Ranking = ({
  rows,
  caption,
  data,
  home,
  known,
}: {
  rows: ShownGap[];
  caption: string;
  data: GapView;
  home: string;
  known: boolean;
}) => (
  <Table
    caption={caption}
    rows={rows}
    rowKey={keyOf}
    columns={[
      { key: 'kind', label: words.kind, rowHeader: true, cell: (row) => <Kind row={row} /> },
      ...(data.gminas.length > 1
        ? [{ key: 'place', label: words.place, cell: (row: ShownGap) => row.gminaName }]
        : []),
      { key: 'demand', label: words.demand, numeric: true, cell: (row) => <Demand row={row} home={home} /> },
      {
        key: 'capacity',
        label: words.capacity,
        numeric: true,
        cell: (row) => <FigureValue figure={row.capacity} home={home} name={words.capacity} bare />,
      },
      // Beside the places of today, so that a plan is seen where it changes something.
      ...(data.rows.some(({ planned }) => planned !== null)
        ? [
            {
              key: 'planned',
              label: words.plannedBy(data.toYear),
              numeric: true,
              cell: (row: ShownGap) =>
                row.planned === null ? (
                  <span class="description-note">{words.notPlanned}</span>
                ) : (
                  <FigureValue figure={row.planned} home={home} name={words.plannedBy(data.toYear)} bare />
                ),
            },
          ]
        : []),
      ...(known
        ? [
            {
              key: 'gap',
              label: words.gap,
              numeric: true,
              cell: (row: ShownGap) => <Gap row={row} home={home} />,
            },
            {
              key: 'relative',
              label: words.relative,
              numeric: true,
              cell: (row: ShownGap) => (
                <FigureValue figure={row.relative} home={home} name={words.relative} bare />
              ),
            },
            {
              key: 'then',
              label: words.later(data.toYear),
              numeric: true,
              cell: (row: ShownGap) => (
                <FigureValue figure={row.gapThen} home={home} name={words.later(data.toYear)} bare />
              ),
            },
          ]
        : []),
      { key: 'parts', label: words.parts, cell: (row) => <Parts row={row} home={home} /> },
    ]}
  />
);

const Filters = ({ data, query }: { data: GapView; query: Record<string, string> }) => (
  <Form
    action={gapPath}
    method="get"
    label={words.show}
    layout="inline"
    values={{
      gmina: query['gmina'] ?? '',
      area: query['area'] ?? '',
      group: query['group'] ?? '',
      toYear: String(data.toYear),
    }}
  >
    {data.gminas.length > 1 && (
      <Select
        name="gmina"
        label={words.gmina}
        placeholder={words.allGminas}
        options={data.gminas.map(({ teryt, name }) => ({ value: teryt, label: name }))}
      />
    )}
    <Select
      name="area"
      label={words.area}
      placeholder={words.allAreas}
      options={areas.map(({ code, name }) => ({ value: String(code), label: `${code}. ${name}` }))}
    />
    <Select
      name="group"
      label={words.group}
      placeholder={words.allGroups}
      options={groupKeys.map((group) => ({ value: group, label: recipientGroups[group] }))}
    />
    <TextInput name="toYear" label={words.toYear} inputMode="numeric" width="xs" />
    <Actions>
      <Button>{words.show}</Button>
    </Actions>
  </Form>
);

const csvHref = (query: Record<string, string>): string => {
  const kept = Object.entries(query).filter(([, value]) => value !== '');
  return `${gapPath}/csv${kept.length > 0 ? `?${new URLSearchParams(kept).toString()}` : ''}`;
};

function gapView(data: GapView, context: PageContext): View {
  const { home } = context.centre;
  const known = data.rows.filter(({ gap }) => gap.value !== null);
  const unknown = data.rows.filter(({ gap }) => gap.value === null);
  return {
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'diagnosis',
    trail: [{ href: listPath, label: words.diagnoses }],
    aside: (
      <Row>
        <ButtonLink href={placesPath}>{pl.places.link}</ButtonLink>
        <ButtonLink href={csvHref(context.query)} variant="secondary">
          {words.csv}
        </ButtonLink>
      </Row>
    ),
    body: (
      <Stack>
        <Filters data={data} query={context.query} />
        <Panel id="znana" title={words.known}>
          {known.length === 0 ? (
            <EmptyState
              title={words.noneKnownTitle}
              level={3}
              action={<ButtonLink href="/praca/zasoby">{words.addResources}</ButtonLink>}
            >
              <p>{words.noneKnown}</p>
            </EmptyState>
          ) : (
            <Ranking rows={known} caption={words.knownCaption} data={data} home={home} known />
          )}
        </Panel>
        <GapMap data={data} />
        {unknown.length > 0 && (
          <Panel id="nieznana" title={words.unknown(unknown.length)} tone="plain">
            <Ranking rows={unknown} caption={words.unknownCaption} data={data} home={home} known={false} />
          </Panel>
        )}
        <Disclosure summary={words.explain}>
          {words.explainText.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </Disclosure>
      </Stack>
    ),
  };
}

export const gapPage = page({
  door: 'staff',
  path: gapPath,
  load: async (ask, request) => await ask(viewGap, askedOf(request)),
  view: gapView,
});
