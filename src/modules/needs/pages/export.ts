import { file } from '../../../platform/http/route.ts';
import { pl } from '../pl.ts';
import { type UnmetNeeds, unmetNeeds } from '../queries/unmet-needs.ts';
import { askedOf } from './ledger.tsx';
import { areaWords, ledgerPath, periodWords } from './parts.tsx';

const quoted = (cell: string | number): string => {
  const text = String(cell);
  // A cell that begins like a formula is one to a spreadsheet.
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",;\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const say = (count: number | null): string | number => count ?? pl.hidden;

/** The tables one below another, the passport first: each row says which table it is of. */
export function csvOf(needs: UnmetNeeds): string {
  const { passport, byArea } = needs;
  const head = pl.passport;
  const rows: (string | number)[][] = [
    [head.sourceLabel, passport.source],
    [head.periodLabel, periodWords(passport)],
    [head.filterLabel, passport.filter.join('; ') || head.noFilter],
    [head.formulaLabel, passport.formula],
    [head.suppressionLabel, passport.suppression],
    [head.madeLabel, passport.madeOn],
    ...(needs.demonstration ? [[pl.ledger.invented, pl.ledger.inventedText]] : []),
    [],
    [pl.ledger.areaHead, ...byArea.reasons.map((reason) => pl.reasons[reason]), pl.ledger.sum],
    ...byArea.areas.map((area, index) => [
      areaWords(area),
      ...(byArea.rows[index] ?? []).map(say),
      say(byArea.rowTotals[index] ?? null),
    ]),
    [pl.ledger.sum, ...byArea.columnTotals.map(say), say(byArea.total)],
    [],
    [pl.ledger.monthHead, pl.ledger.count],
    ...needs.byMonth.map(({ month, count }) => [month, say(count)]),
    [],
    [pl.ledger.groupHead, pl.ledger.count],
    ...needs.byGroup.map(({ group, count }) => [group === null ? pl.noGroup : pl.groups[group], say(count)]),
    [],
    ['TERYT', pl.ledger.gmina, pl.ledger.placeHead, pl.ledger.count],
    ...needs.byPlace.flatMap((place) => [
      [place.gmina ?? '', place.name ?? pl.noGmina, pl.ledger.all, say(place.count)],
      ...place.localities.map(({ locality, count }) => [
        place.gmina ?? '',
        place.name ?? pl.noGmina,
        locality ?? pl.noLocality,
        say(count),
      ]),
    ]),
  ];
  // The mark at the beginning tells a spreadsheet that the letters are UTF-8.
  return `\uFEFF${rows.map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`;
}

const nameOf = ({ passport: { from, to } }: UnmetNeeds, kind: string): string =>
  `attachment; filename="niezaspokojone-potrzeby-${from}-${to}.${kind}"`;

/** The figures of the page as a table for a spreadsheet. */
const csvFile = file({
  door: 'staff',
  path: `${ledgerPath}/csv`,
  async send(ask, request) {
    const needs = await ask(unmetNeeds, askedOf(request));
    if (!needs.ok) return needs;
    return {
      ok: true,
      value: { type: 'text/csv; charset=utf-8', body: csvOf(needs.value), name: nameOf(needs.value, 'csv') },
    };
  },
});

/** The figures of the page for a machine, with the same passport. */
const jsonFile = file({
  door: 'staff',
  path: `${ledgerPath}/json`,
  async send(ask, request) {
    const needs = await ask(unmetNeeds, askedOf(request));
    if (!needs.ok) return needs;
    const { awaiting: _awaiting, points: _points, ...figures } = needs.value;
    return {
      ok: true,
      value: {
        type: 'application/json; charset=utf-8',
        body: JSON.stringify(figures, null, 2),
        name: nameOf(needs.value, 'json'),
      },
    };
  },
});

export const exportRoutes = [csvFile, jsonFile];
