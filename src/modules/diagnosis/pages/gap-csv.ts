import { recipientGroups, serviceKinds } from '../../../law/index.ts';
import { contentDisposition } from '../../../platform/files/name.ts';
import { file } from '../../../platform/http/route.ts';
import type { Figure } from '../../../statistics/figure.ts';
import { pl } from '../pl-gap.ts';
import { type GapView, viewGap } from '../queries/view-gap.ts';
import { askedOf } from './gap.tsx';
import { gapPath } from './paths.ts';

const words = pl.page;

const quoted = (cell: string): string => {
  // A cell that begins like a formula is one to a spreadsheet; a negative number is a number.
  const safe = /^[=+@\t]|^-(?![\d])/.test(cell) ? `'${cell}` : cell;
  return /[",;\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const shown = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(Math.round(value * 1000) / 1000).replace('.', ',');

const cellsOf = (figure: Figure | null, least: boolean): string[] => [
  shown(figure?.value),
  shown(figure?.between?.low),
  shown(figure?.between?.high),
  least && figure?.value !== null ? words.least : '',
  figure?.passport.source ?? '',
  figure?.passport.asOf ?? '',
  figure?.passport.formula ?? '',
];

/** The gap as a table for a spreadsheet: every figure with its passport beside it; an empty cell is not known. */
export function csvOf({ rows, toYear }: GapView): string {
  const names = [
    words.partNames.survey,
    words.partNames.served,
    words.partNames.waiting,
    words.partNames.ledger,
    words.partNames.finding,
    words.demand,
    words.capacity,
    words.planned,
    words.gap,
    words.relative,
    words.later(toYear),
  ];
  const head = [
    ...words.columns,
    ...names.flatMap((name) => words.figureColumns.map((one) => `${name}: ${one}`)),
  ];
  const lines = rows.map((row) => {
    const least = row.basis === 'least';
    const { survey, served, waiting, ledger, finding } = row.parts;
    return [
      serviceKinds[row.kind].name,
      String(serviceKinds[row.kind].area),
      row.group === null ? '' : recipientGroups[row.group],
      row.gmina,
      row.gminaName,
      ...[survey, served, waiting, ledger, finding].flatMap((figure) => cellsOf(figure, false)),
      ...cellsOf(row.demand, least),
      ...cellsOf(row.capacity, false),
      ...cellsOf(row.planned, false),
      ...[row.gap, row.relative, row.gapThen].flatMap((figure) => cellsOf(figure, least)),
    ];
  });
  // The mark at the beginning tells a spreadsheet that the letters are UTF-8.
  return `\uFEFF${[head, ...lines].map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`;
}

/** The table of the page as CSV, with the same filters. */
export const gapCsv = file({
  door: 'staff',
  path: `${gapPath}/csv`,
  async send(ask, request) {
    const asked = await ask(viewGap, askedOf(request));
    if (!asked.ok) return asked;
    return {
      ok: true,
      value: {
        type: 'text/csv; charset=utf-8',
        body: csvOf(asked.value),
        name: contentDisposition(`${words.fileName}-${asked.value.today}.csv`, 'attachment'),
      },
    };
  },
});
