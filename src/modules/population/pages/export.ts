import { csvText, type Cell } from '../../../platform/tables/csv.ts';
import { file } from '../../../platform/http/route.ts';
import { populationPath } from '../domain/figures.ts';
import { pl } from '../pl.ts';
import { type PopulationView, viewPopulation } from '../queries/view-population.ts';
import { originWords } from './projection.tsx';

const words = pl.page;

/** Everything the page shows, one table below another, sources first. */
export function rowsOf(data: PopulationView): Cell[][] {
  const { structure, projection } = data;
  return [
    [words.gmina, data.gmina?.name ?? '', data.gmina?.teryt ?? ''],
    [words.source, structure?.source ?? pl.passport.noSource],
    ...(structure ? [[words.year, structure.year, pl.bases[structure.base]]] : []),
    ...(structure?.split ? [[words.split(structure.voivodeship)]] : []),
    ...(structure && structure.estimated.length > 0
      ? [[words.estimated(structure.estimated.join(', '))]]
      : []),
    [],
    [
      words.group,
      words.men,
      words.women,
      words.all,
      ...(projection.years.length > 0 ? [words.inYear(2040)] : []),
    ],
    ...(structure?.rows ?? []).map(({ group, men, women, people, later }) => [
      group,
      men,
      women,
      people,
      ...(projection.years.length > 0 ? [later] : []),
    ]),
    [],
    [words.year, words.people, words.base, words.source],
    ...data.points.map(({ year, value, base, source }) => [year, value, pl.bases[base], source]),
    [],
    [
      words.projectionTable,
      ...projection.years.flatMap((year) => [
        `${year}`,
        `${year} ${pl.scenarios.low}`,
        `${year} ${pl.scenarios.high}`,
      ]),
    ],
    ...projection.rows.map(({ range, later }) => [
      words.ranges[range] ?? range,
      ...later.flatMap(({ value, between }) => [value, between?.low ?? null, between?.high ?? null]),
    ]),
    [],
    [words.scenarioHead, words.fertility, words.mortality, words.migration],
    ...projection.assumptions.flatMap(({ scenario, fertility, mortalityChange, migration }) => [
      [pl.scenarios[scenario], fertility.value, mortalityChange.value, migration.value],
      [
        words.origin,
        originWords(fertility.origin),
        originWords(mortalityChange.origin),
        originWords(migration.origin),
      ],
    ]),
    [],
    [words.ratio, words.value, words.meaning],
    ...data.ratios.map(({ key, figure }) => [pl.ratios[key].name, figure.value, figure.passport.formula]),
    [],
    ['TERYT', words.gmina, words.share],
    ...data.around.map(({ teryt, name, share65 }) => [teryt, name, share65]),
  ];
}

/** The page as a table for a spreadsheet. */
export const populationCsv = file({
  door: 'staff',
  path: `${populationPath}/csv`,
  async send(ask, { query }) {
    const data = await ask(viewPopulation, { gmina: query['gmina'] });
    if (!data.ok) return data;
    return {
      ok: true,
      value: {
        type: 'text/csv; charset=utf-8',
        body: csvText(rowsOf(data.value)),
        name: `attachment; filename="ludnosc-${data.value.gmina?.teryt ?? 'gmina'}.csv"`,
      },
    };
  },
});
