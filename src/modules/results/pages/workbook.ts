import type { Cell } from '../../../platform/tables/csv.ts';
import type { SheetTable } from '../../../platform/tables/xlsx.ts';
import { factsOf } from '../documents/method.ts';
import { pl } from '../pl.ts';
import { plReport } from '../pl-report.ts';
import type { WholeView } from '../queries/view-whole.ts';

const words = pl.workbook;
const { page, quality } = pl;

const rounded = (value: number | null, digits = 2): number | null =>
  value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits;

/** How the survey was made, as rows: sample, response, weights, errors, what is hidden. */
export const methodRows = (of: WholeView): Cell[][] => [
  [],
  [plReport.method],
  ...factsOf(of).map(({ term, value }): Cell[] => [term, value]),
  [plReport.facts.hidden, plReport.suppression(of.method.hiddenBelow)],
  ...of.method.weightTables.map(({ questions, source }): Cell[] => [
    `${plReport.weightTables}: ${questions}`,
    source,
  ]),
  [of.method.sampling === 'sample' ? plReport.intervals : plReport.intervalsNone],
  ...(of.crosses === null ? [[words.left]] : []),
];

/** One row for each cell of each cross-table, so that a spreadsheet can filter them. */
function crossSheet({ crosses, view }: WholeView): SheetTable[] {
  if (crosses === null || crosses.length === 0) return [];
  const { representative } = view.head;
  return [
    {
      name: words.crosses,
      head: [
        words.row,
        words.column,
        words.rowAnswer,
        words.columnAnswer,
        page.count,
        words.rowPercent,
        ...(representative ? [words.test] : []),
      ],
      rows: crosses.flatMap(({ row, column, table }) =>
        table.rows.flatMap(({ text }, at) =>
          table.columns.map(({ text: other }, place): Cell[] => {
            const cell = table.cells[at]?.[place];
            return [
              row,
              column,
              text,
              other,
              cell?.count ?? null,
              rounded(cell?.percent ?? null),
              ...(representative ? [rounded(table.test?.p ?? null, 5)] : []),
            ];
          }),
        ),
      ),
      widths: [48, 32, 32, 32],
    },
  ];
}

function codedSheet({ coded, view }: WholeView): SheetTable[] {
  if (coded.length === 0) return [];
  const { representative } = view.head;
  return [
    {
      name: words.coded,
      head: [
        page.question,
        words.code,
        page.count,
        page.percent,
        ...(representative ? [page.low, page.high] : []),
        words.given,
      ],
      rows: coded.flatMap(({ text, given, codes }) =>
        codes.map(({ name, share }): Cell[] => [
          text,
          name,
          share.count,
          rounded(share.percent),
          ...(representative ? [rounded(share.low), rounded(share.high)] : []),
          given,
        ]),
      ),
      widths: [48, 32],
    },
  ];
}

function qualitySheet({ quality: of }: WholeView): SheetTable {
  const few = (sheets: number | null): Cell => sheets ?? quality.few;
  return {
    name: words.quality,
    head: [words.measure, words.value, words.outOf],
    rows: [
      ...of.straight.map(({ text, sheets, of: all }): Cell[] => [quality.straight(text), few(sheets), all]),
      ...(of.fast
        ? [
            [
              quality.fastRule(of.fast.underMinutes, of.fast.middle),
              few(of.fast.sheets),
              of.fast.of,
            ] satisfies Cell[],
          ]
        : []),
      [quality.doubles, few(of.doubles.sheets), of.doubles.of],
      [quality.hiddenAnswers, few(of.hidden), null],
      ...of.channels.map(({ mode, sheets }): Cell[] => [words.channel(quality.modes[mode]), sheets, null]),
      ...of.missing.map(({ text, missing, asked }): Cell[] => [words.missing(text), missing, asked]),
    ],
    widths: [70],
  };
}

function sampleSheet({ quality: of }: WholeView): SheetTable[] {
  if (of.quota.length === 0) return [];
  return [
    {
      name: words.sample,
      head: [quality.group, quality.people, quality.drawn, quality.wanted, quality.answered],
      rows: of.quota.map((one): Cell[] => [
        `${quality.sexes[one.sex]}, ${one.ageFrom}${one.ageTo === null ? '+' : `–${one.ageTo}`}, ${one.locality}`,
        one.population,
        one.drawn,
        rounded(one.wanted, 1),
        one.answered,
      ]),
      widths: [44],
    },
  ];
}

/** Sheets of the workbook besides the answers: cross-tables, codes, quality, sample; hidden as on their pages. */
export const moreSheets = (of: WholeView): SheetTable[] => [
  ...crossSheet(of),
  ...codedSheet(of),
  qualitySheet(of),
  ...sampleSheet(of),
];
