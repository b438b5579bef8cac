import { file } from '../../../platform/http/route.ts';
import { type Cell, csvText } from '../../../platform/tables/csv.ts';
import { xlsxOf, xlsxType } from '../../../platform/tables/xlsx.ts';
import type { ResultTable } from '../domain/estimates.ts';
import { passportOf, passportText } from '../passport.ts';
import { pl } from '../pl.ts';
import { type Head, type ResultsView, viewResults } from '../queries/view-results.ts';
import { viewWhole } from '../queries/view-whole.ts';
import { routePath } from './parts.tsx';
import { methodRows, moreSheets } from './workbook.ts';

const words = pl.page;

const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits;

const head = (representative: boolean): string[] => [
  words.code,
  words.question,
  words.line,
  words.answer,
  words.count,
  words.percent,
  ...(representative ? [words.error, words.low, words.high, words.designEffect, words.effectiveHead] : []),
  words.baseHead,
];

/** One row for each answer of each table; a hidden number is an empty cell. */
const tableRows = (
  { head: { representative }, questions }: ResultsView,
  passport?: (question: string) => string,
): Cell[][] =>
  questions.flatMap(({ name, text, tables }) =>
    tables.flatMap((table: ResultTable) =>
      table.shares.map((share): Cell[] => [
        name,
        text,
        table.part,
        share.text,
        share.count,
        rounded(share.percent, 2),
        ...(representative
          ? [
              rounded(share.error, 3),
              rounded(share.low, 2),
              rounded(share.high, 2),
              rounded(share.designEffect, 3),
              rounded(share.effective, 1),
            ]
          : []),
        table.answers,
        ...(passport ? [passport(text)] : []),
      ]),
    ),
  );

const meanRows = ({ questions }: ResultsView): Cell[][] =>
  questions.flatMap(({ name, text, mean }) =>
    mean
      ? [
          [
            name,
            text,
            rounded(mean.value, 3),
            rounded(mean.error, 4),
            rounded(mean.low, 3),
            rounded(mean.high, 3),
            mean.answers,
          ],
        ]
      : [],
  );

/** What must be read before any of the numbers: whose they are, how weighted, what is hidden. */
export const aboutRows = (about: Head, demonstration: boolean): Cell[][] => {
  const { source, asOf, formula } = passportOf(about, '');
  return [
    [words.source, source],
    ...(demonstration ? [[words.synthetic]] : []),
    [words.asOf, asOf],
    [words.sheetsHead, about.sheets],
    [words.method, pl.methods[about.method]],
    [words.formula, formula],
    ...(about.effective === null ? [] : [[words.effectiveHead, rounded(about.effective, 1)]]),
    ...(about.problem ? [[words.weightProblem, about.problem]] : []),
    ...(about.representative ? [] : [[pl.open.label], [pl.open.why]]),
    [words.hidden],
  ];
};

/** The name under which a file is kept. */
export const nameOf = (title: string, kind: string): string => {
  const plain = title
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `attachment; filename="wyniki-${plain || 'badania'}.${kind}"`;
};

const everything = (params: Record<string, string>) => ({ surveyId: params['surveyId'], everything: true });

const csvFile = file({
  door: 'staff',
  path: routePath('/csv'),
  async send(ask, { params, centre }) {
    const data = await ask(viewResults, everything(params));
    if (!data.ok) return data;
    const body = csvText([
      ...aboutRows(data.value.head, centre.demonstration),
      [],
      head(data.value.head.representative),
      ...tableRows(data.value),
      [],
      [words.code, words.question, words.mean, words.meanError, words.low, words.high, words.baseHead],
      ...meanRows(data.value),
    ]);
    return {
      ok: true,
      value: { type: 'text/csv; charset=utf-8', body, name: nameOf(data.value.head.title, 'csv') },
    };
  },
});

const xlsxFile = file({
  door: 'staff',
  path: routePath('/xlsx'),
  async send(ask, { params }) {
    const data = await ask(viewWhole, { surveyId: params['surveyId'], crosses: true });
    if (!data.ok) return data;
    const { view, synthetic } = data.value;
    const body = await xlsxOf([
      {
        name: words.about,
        head: [],
        rows: [...aboutRows(view.head, synthetic), ...methodRows(data.value)],
        widths: [38, 90],
      },
      {
        name: words.tables,
        head: [...head(view.head.representative), pl.workbook.passport],
        rows: tableRows(view, (text) => passportText(view.head, text, synthetic)),
        widths: [14, 48, 32, 32],
      },
      {
        name: words.means,
        head: [
          words.code,
          words.question,
          words.mean,
          words.meanError,
          words.low,
          words.high,
          words.baseHead,
        ],
        rows: meanRows(view),
        widths: [14, 48],
      },
      ...moreSheets(data.value),
    ]);
    return { ok: true, value: { type: xlsxType, body, name: nameOf(view.head.title, 'xlsx') } };
  },
});

const jsonFile = file({
  door: 'staff',
  path: routePath('/json'),
  async send(ask, { params, centre }) {
    const data = await ask(viewResults, everything(params));
    if (!data.ok) return data;
    const { head: about, questions } = data.value;
    const body = JSON.stringify(
      {
        title: about.title,
        representative: about.representative,
        ...(about.representative ? {} : { label: pl.open.label, why: pl.open.why }),
        sheets: about.sheets,
        method: about.method,
        effectiveAnswers: about.effective,
        synthetic: centre.demonstration,
        hiddenBelow: 5,
        questions: questions.map((one) => ({
          ...one,
          passport: passportOf(about, one.text, centre.demonstration),
        })),
      },
      null,
      2,
    );
    return {
      ok: true,
      value: { type: 'application/json; charset=utf-8', body, name: nameOf(about.title, 'json') },
    };
  },
});

/** The results as files: for a spreadsheet, as a workbook, as open data; what the page hides they hide. */
export const exportRoutes = [csvFile, xlsxFile, jsonFile];
