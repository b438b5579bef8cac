import { page, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  Columns,
  DescriptionList,
  Disclosure,
  Form,
  money,
  Notice,
  number,
  Panel,
  SeriesChart,
  Stack,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { create } from '../commands/create.ts';
import { assumptionKeys, sensitivityOf, type WhatIf, whatIf } from '../domain/what-if.ts';
import { assumptionsOf, bounds } from '../domain/what-if-input.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import { listPath, whatIfPath } from './paths.ts';

const words = plPages.whatIf;

type Asked = ReturnType<typeof assumptionsOf>;

/** An estimate to the last grosz would pass for a bill: whole hundreds of złote. */
const about = (grosze: number): string => money(Math.round(grosze / 10_000) * 10_000);

const thousands = (grosze: number): number => Math.round(grosze / 100_000);

/** What was saved or spent from the first year to this one, in grosze. */
const upTo = (result: WhatIf, until: number, of: 'saved' | 'spent'): number =>
  result.years.filter(({ year }) => year <= until).reduce((sum, row) => sum + row[of], 0);

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
    <p class="description-note">{words.real}</p>
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
    <p>{words.sensitivityLead}</p>
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
export const whatIfPage = page({
  door: 'staff',
  path: whatIfPath,
  // For those who write plans: nothing in it is read, so only this keeps others out.
  command: create,
  load: (_ask, { query }) => Promise.resolve({ ok: true as const, value: assumptionsOf(query) }),
  view: (asked: Asked): View => ({
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'lpdi',
    trail: [{ href: listPath, label: plPages.list.title }],
    body: (
      <Stack>
        {asked.wrong.length > 0 && <Notice kind="warning">{words.wrong}</Notice>}
        <Columns
          main={
            <Stack>
              <Result result={whatIf(asked.assumptions)} />
              <SensitivityPanel asked={asked} />
            </Stack>
          }
          side={<AssumptionsForm asked={asked} />}
        />
      </Stack>
    ),
  }),
});
