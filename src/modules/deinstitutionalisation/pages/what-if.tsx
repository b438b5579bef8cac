import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  Columns,
  DescriptionList,
  Disclosure,
  FigureValue,
  Form,
  money,
  Notice,
  number,
  Panel,
  Select,
  SeriesChart,
  SpreadBars,
  Stack,
  Table,
  Tag,
  TextInput,
} from '../../../ui/index.ts';
import { keepWhatIf } from '../commands/keep-what-if.ts';
import { assumptionKeys, sensitivityOf, type WhatIf, whatIf } from '../domain/what-if.ts';
import { type Asked, assumptionsOf, bounds } from '../domain/what-if-input.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import { plParts } from '../pl-parts.ts';
import { whatIfStart } from '../queries/what-if.ts';
import { type Starts, valuesOf } from '../starts.ts';
import { listPath, whatIfPath } from './paths.ts';

const words = plPages.whatIf;
const more = plParts.whatIf;

type Start = { starts: Starts; drafts: { id: string; title: string }[] };
type Shown = Start & { asked: Asked };

/** An estimate to the last grosz would pass for a bill: whole hundreds of złote. */
const about = (grosze: number): string => money(Math.round(grosze / 10_000) * 10_000);

const thousands = (grosze: number): number => Math.round(grosze / 100_000);

/** What was saved or spent from the first year to this one, in grosze. */
const upTo = (result: WhatIf, until: number, of: 'saved' | 'spent'): number =>
  result.years.filter(({ year }) => year <= until).reduce((sum, row) => sum + row[of], 0);

/** Where every assumption comes from: a real cost opens its passport, an example asks to be replaced. */
const Origins = ({ asked, starts, home }: { asked: Asked; starts: Starts; home: string }) => (
  <Panel id="skad" title={more.where} tone="plain">
    <Table
      caption={more.where}
      captionHidden
      rows={[...assumptionKeys]}
      rowKey={(key) => key}
      columns={[
        {
          key: 'name',
          label: words.assumption,
          rowHeader: true,
          cell: (key) => pl.assumptions[key].label,
        },
        {
          key: 'value',
          label: plParts.money.value,
          numeric: true,
          cell: (key) => `${asked.shown[key]} ${words.units[pl.assumptions[key].unit]}`,
        },
        {
          key: 'from',
          label: plParts.money.from,
          cell: (key) => {
            const figure = starts[key];
            return (
              <>
                <Tag tone={asked.origins[key] === 'example' ? 'warning' : 'neutral'}>
                  {more.origins[asked.origins[key]]}
                </Tag>{' '}
                {figure && <FigureValue figure={figure} home={home} label={pl.assumptions[key].label} />}
              </>
            );
          },
        },
      ]}
    />
    <p class="description-note">
      {more.realCosts} {starts.homeMonthly ? '' : words.real}
    </p>
  </Panel>
);

/** Keeps the what-if with a draft. */
const Keep = ({ data, context }: { data: Shown; context: PageContext }) => {
  const { asked, drafts } = data;
  const [first] = drafts;
  if (!first) return <p>{more.noDrafts}</p>;
  const query = new URLSearchParams(assumptionKeys.map((key) => [key, asked.shown[key]])).toString();
  return (
    <Panel id="zachowaj" title={more.keep}>
      <Form
        id="zachowaj-formularz"
        action={`${whatIfPath}/zachowaj?${query}`}
        {...formOf(context, keepWhatIf, { planId: first.id })}
        label={more.keep}
        layout="inline"
      >
        <TextInput name="name" label={more.keepName} width="l" maxLength={200} />
        <Select
          name="planId"
          label={more.keepPlan}
          placeholder={false}
          options={drafts.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <Actions>
          <Button>{more.keep}</Button>
        </Actions>
      </Form>
    </Panel>
  );
};

const AssumptionsForm = ({ asked }: { asked: Asked }) => (
  <Panel id="zalozenia" title={words.assumptions}>
    <Form
      action={whatIfPath}
      method="get"
      values={asked.shown}
      errors={Object.fromEntries(
        asked.wrong.map((key) => [key, words.range(bounds[key].least, bounds[key].most)]),
      )}
      label={words.assumptions}
    >
      {assumptionKeys.map((key) => {
        const { label, hint, unit } = pl.assumptions[key];
        return (
          <TextInput
            key={key}
            name={key}
            label={`${label} (${words.units[unit]})`}
            hint={hint}
            inputMode="decimal"
            width="s"
          />
        );
      })}
      <Actions>
        <Button variant="primary">{words.count}</Button>
      </Actions>
    </Form>
  </Panel>
);

const Result = ({ result }: { result: WhatIf }) => (
  <Panel id="wynik" title={words.result}>
    <p class="lead">
      {result.total <= 0
        ? words.cheaper(result.years.length, about(-result.total))
        : words.dearer(result.years.length, about(result.total))}{' '}
      {result.paysBackIn === null ? words.neverPaysBack : words.paysBack(result.paysBackIn)}
    </p>
    <DescriptionList
      items={[
        { term: `${words.monthly}: ${words.home}`, value: about(result.monthly.home) },
        { term: `${words.monthly}: ${words.community}`, value: about(result.monthly.community) },
      ]}
    />
    <figure>
      <figcaption>{words.chart}</figcaption>
      <SeriesChart
        label={words.chart}
        lines={[
          {
            key: 'saved',
            label: words.home,
            points: result.years.map(({ year }) => ({
              at: year,
              value: thousands(upTo(result, year, 'saved')),
            })),
          },
          {
            key: 'spent',
            label: words.community,
            look: 'dashed',
            points: result.years.map(({ year }) => ({
              at: year,
              value: thousands(upTo(result, year, 'spent')),
            })),
          },
        ]}
      />
    </figure>
    <Table
      caption={words.years}
      rows={[...result.years]}
      rowKey={({ year }) => String(year)}
      columns={[
        { key: 'year', label: words.year, rowHeader: true, cell: ({ year }) => year },
        {
          key: 'people',
          label: words.people,
          numeric: true,
          cell: (row) => number(Math.round(row.inCommunity * 10) / 10),
        },
        { key: 'saved', label: words.saved, numeric: true, cell: (row) => about(row.saved) },
        { key: 'spent', label: words.spent, numeric: true, cell: (row) => about(row.spent) },
        { key: 'balance', label: words.balance, numeric: true, cell: (row) => about(row.balance) },
        { key: 'sum', label: words.sum, numeric: true, cell: (row) => about(row.sum) },
      ]}
    />
    <Disclosure summary={words.formula}>
      <p>{words.formulaText}</p>
    </Disclosure>
  </Panel>
);

const SensitivityPanel = ({ asked }: { asked: Asked }) => (
  <Panel id="wrazliwosc" title={words.sensitivity}>
    <SpreadBars
      caption={more.spread}
      base={whatIf(asked.assumptions).total}
      baseLabel={more.base}
      format={about}
      rows={sensitivityOf(asked.assumptions)
        .slice(0, 8)
        .map(({ assumption, lower, higher }) => ({
          key: assumption,
          label: pl.assumptions[assumption].label,
          lower: lower.total,
          higher: higher.total,
        }))}
    />
    <Table
      caption={words.sensitivity}
      captionHidden
      rows={sensitivityOf(asked.assumptions)}
      rowKey={({ assumption }) => assumption}
      columns={[
        {
          key: 'name',
          label: words.assumption,
          rowHeader: true,
          cell: ({ assumption }) => pl.assumptions[assumption].label,
        },
        { key: 'lower', label: words.lower, numeric: true, cell: ({ lower }) => about(lower.total) },
        {
          key: 'higher',
          label: words.higher,
          numeric: true,
          cell: ({ higher }) => about(higher.total),
        },
        { key: 'swing', label: words.swing, numeric: true, cell: ({ swing }) => about(swing) },
      ]}
    />
  </Panel>
);

/** What it would cost to move people from homes to support in the community, with every assumption on the table. */
const whatIfPage = page({
  door: 'staff',
  path: whatIfPath,
  load: async (ask, { query }) => {
    const start = await ask(whatIfStart, {});
    return start.ok
      ? {
          ok: true as const,
          value: { ...start.value, asked: assumptionsOf(query, valuesOf(start.value.starts)) },
        }
      : start;
  },
  view: (data: Shown, context: PageContext): View => ({
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'lpdi',
    trail: [{ href: listPath, label: plPages.list.title }],
    body: (
      <Stack>
        {data.asked.wrong.length > 0 && <Notice kind="warning">{words.wrong}</Notice>}
        <Columns
          main={
            <Stack>
              <Result result={whatIf(data.asked.assumptions)} />
              <SensitivityPanel asked={data.asked} />
              <Origins asked={data.asked} starts={data.starts} home={context.centre.home} />
              <Keep data={data} context={context} />
            </Stack>
          }
          side={<AssumptionsForm asked={data.asked} />}
        />
      </Stack>
    ),
  }),
});

/** The what-if, and keeping it with a plan. */
export const whatIfRoutes = [
  whatIfPage,
  form({
    door: 'staff',
    path: `${whatIfPath}/zachowaj`,
    command: keepWhatIf,
    page: whatIfPage,
    // The assumptions stand in the address, so that a refused name loses none of them.
    input: (values, { query }) => ({
      ...values,
      assumptions: Object.fromEntries(
        assumptionKeys.flatMap((key) => (query[key] === undefined ? [] : [[key, query[key]]])),
      ),
    }),
    next: (_result, { query }) => `${whatIfPath}?${new URLSearchParams(query).toString()}`,
  }),
];
