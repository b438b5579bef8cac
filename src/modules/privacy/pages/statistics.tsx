import { contentDisposition } from '../../../platform/files/name.ts';
import { file, nothing, page, type View } from '../../../platform/http/route.ts';
import { permits } from '../../../platform/actor.ts';
import { forbidden } from '../../../platform/runner/outcome.ts';
import { csvText } from '../../../platform/tables/csv.ts';
import { Actions, Button, DateInput, Form, Stack, TextInput } from '../../../ui/index.ts';
import { makesStatistics, watches } from '../domain/policy.ts';
import { pl } from '../pl.ts';
import { exportStatistics } from '../queries/statistics.ts';
import { homePath, statisticsPath } from './paths.ts';

const words = pl.statistics;

/** What is asked unless the form says otherwise: the calendar year before, in groups of five. */
const lastYear = (today: string): { from: string; to: string; k: string } => {
  const year = Number(today.slice(0, 4)) - 1;
  return { from: `01.01.${year}`, to: `31.12.${year}`, k: '5' };
};

const statisticsPage = page({
  door: 'staff',
  path: statisticsPath,
  load: (_ask, request) =>
    permits(makesStatistics, request.actor, undefined)
      ? nothing()
      : Promise.resolve({ ok: false, problem: forbidden } as const),
  view: (_nothing, context): View => ({
    title: words.title,
    lead: words.lead,
    width: 'narrow',
    current: pl.current,
    trail: permits(watches, context.actor, undefined) ? [{ href: homePath, label: pl.home.title }] : [],
    body: (
      <Form action={`${statisticsPath}/plik.csv`} method="get" values={lastYear(context.today)}>
        <Stack>
          <DateInput name="from" label={words.from} />
          <DateInput name="to" label={words.to} />
          <TextInput name="k" label={words.k} hint={words.kHint} width="xs" inputMode="numeric" />
          <Actions>
            <Button variant="primary">{words.submit}</Button>
          </Actions>
        </Stack>
      </Form>
    ),
  }),
});

const csv = file({
  door: 'staff',
  path: `${statisticsPath}/plik.csv`,
  async send(ask, { query, today }) {
    const { from, to, k: wanted } = { ...lastYear(today), ...query };
    const asked = await ask(exportStatistics, { from, to, k: wanted });
    if (!asked.ok) return asked;
    const { rows, k, coarser, suppressed } = asked.value;
    const body = csvText([
      words.head,
      ...rows.map((row) => [
        row.pseudonym,
        row.gmina,
        words.sexes[row.sex] ?? row.sex,
        row.ageBand,
        row.area,
        row.year,
        words.states[row.outcome] ?? row.outcome,
        row.days,
      ]),
      [words.note(k, coarser, suppressed)],
    ]);
    return {
      ok: true,
      value: {
        type: 'text/csv; charset=utf-8',
        body,
        name: contentDisposition(words.file(from, to)),
      },
    };
  },
});

/** Cases without persons, for statistics. */
export const statisticsRoutes = [statisticsPage, csv];
