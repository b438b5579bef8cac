import { type Block, heading, paragraph } from '../../../platform/documents/letter.ts';
import { fullDate } from '../../../ui/index.ts';
import type { LetterContent } from '../../records/index.ts';
import type { Share } from '../domain/estimates.ts';
import type { QuestionResult } from '../domain/view.ts';
import { passportText } from '../passport.ts';
import { pl } from '../pl.ts';
import { plReport as words } from '../pl-report.ts';
import type { Head } from '../queries/view-results.ts';
import type { Whole } from '../whole.ts';
import { methodBlocks } from './method.ts';

/** What of a survey is printed. */
export type Reported = Whole;

const told = (value: number | null, digits = 1): string =>
  value === null ? words.hiddenCell : pl.decimal(value, digits);

const intervalOf = ({ low, high }: { low: number | null; high: number | null }, digits = 1): string =>
  low === null || high === null ? words.hiddenCell : `${pl.decimal(low, digits)}–${pl.decimal(high, digits)}`;

/** A table has one passport for all of its numbers: a note at its first words. */
const noted = (text: string, question: QuestionResult, { view, synthetic }: Reported): Block => ({
  type: 'paragraph',
  runs: [{ text, note: passportText(view.head, question.text, synthetic) }],
});

/** One table drawn and written out; what the page hides is a gap here. */
function tableBlocks(
  question: QuestionResult,
  table: QuestionResult['tables'][number],
  of: Reported,
): Block[] {
  const { representative } = of.view.head;
  const caption = table.part ?? question.text;
  if (table.shares.length === 0) return [];
  return [
    {
      type: 'chart',
      drawing: 'bars',
      caption: caption.slice(0, 480),
      labelHead: words.answer,
      labels: table.shares.map(({ text }) => text.slice(0, 480) || '–'),
      series: [
        {
          name: words.percent,
          values: table.shares.map(({ percent }) => percent),
          ...(representative
            ? { low: table.shares.map(({ low }) => low), high: table.shares.map(({ high }) => high) }
            : {}),
        },
      ],
      ...(representative ? { intervalHead: words.interval } : {}),
      decimals: 1,
      source: of.view.head.title,
    },
    {
      type: 'table',
      header: [
        words.answer,
        words.count,
        ...(representative ? [words.error1, words.effect1, words.effective1] : []),
      ],
      rows: table.shares.map((share: Share) => [
        share.text,
        told(share.count, 0),
        ...(representative
          ? [told(share.error, 2), told(share.designEffect, 2), told(share.effective, 0)]
          : []),
      ]),
      numeric: representative ? [1, 2, 3, 4] : [1],
    },
    paragraph(`${words.base(table.answers, table.missing, table.notAsked)}.`),
  ];
}

/** Lines of a matrix as one table: a row for each line, a column for each answer. */
function matrixBlocks(question: QuestionResult, of: Reported): Block[] {
  const [first] = question.tables;
  if (!first || first.shares.length > 10)
    return question.tables.flatMap((table) => tableBlocks(question, table, of));
  const { representative } = of.view.head;
  const answers = first.shares.map(({ text }) => text);
  const shareOf = (table: typeof first, text: string): Share | undefined =>
    table.shares.find((share) => share.text === text);
  return [
    ...(answers.length <= 6
      ? ([
          {
            type: 'chart',
            drawing: 'stacked',
            caption: question.text.slice(0, 480),
            labelHead: words.line,
            labels: question.tables.map(({ part, key }) => (part ?? key).slice(0, 480)),
            series: answers.map((text) => ({
              name: text,
              values: question.tables.map((table) => shareOf(table, text)?.percent ?? null),
            })),
            decimals: 1,
            source: of.view.head.title,
          },
        ] satisfies Block[])
      : []),
    {
      type: 'table',
      ...(representative ? { caption: words.matrixIntervals } : {}),
      header: [words.line, words.count, ...answers.map((text) => `${text}, %`)],
      rows: question.tables.map((table) => [
        table.part ?? table.key,
        told(table.answers, 0),
        ...answers.map((text) => {
          const share = shareOf(table, text);
          if (!share || share.percent === null) return words.hiddenCell;
          return representative ? intervalOf(share) : told(share.percent);
        }),
      ]),
      // Columns of numbers would take all the width and leave none to the lines.
      numeric: representative ? [] : [1, ...answers.map((_, at) => at + 2)],
    },
  ];
}

function meanBlocks({ mean }: QuestionResult, { representative }: Head): Block[] {
  if (!mean) return [];
  return [
    paragraph(
      [
        `${words.mean}: ${told(mean.value, 2)}`,
        ...(representative && mean.low !== null ? [`${words.interval}: ${intervalOf(mean, 2)}`] : []),
        `${words.count}: ${told(mean.answers, 0)}`,
      ].join('; '),
    ),
  ];
}

function questionBlocks(question: QuestionResult, of: Reported): Block[] {
  if (question.type === 'text') return [];
  const how = words.kinds[question.type] ?? words.kinds['single'] ?? '';
  return [
    heading(question.text.slice(0, 480), 3),
    noted(how, question, of),
    ...(question.type === 'matrix'
      ? matrixBlocks(question, of)
      : question.tables.flatMap((table) => tableBlocks(question, table, of))),
    ...meanBlocks(question, of.view.head),
  ];
}

function openBlocks({ coded, view, synthetic }: Reported): Block[] {
  if (coded.length === 0) return [];
  const { representative } = view.head;
  return [
    heading(words.openAnswers),
    paragraph(words.openLead),
    ...coded.flatMap(({ text, codes }): Block[] => [
      heading(text.slice(0, 480), 3),
      {
        type: 'paragraph',
        runs: [{ text: words.openAnswers, note: passportText(view.head, text, synthetic) }],
      },
      {
        type: 'table',
        header: [words.code, words.count, words.percent, ...(representative ? [words.interval] : [])],
        rows: codes.map(({ name, share }) => [
          name,
          told(share.count, 0),
          told(share.percent),
          ...(representative ? [intervalOf(share)] : []),
        ]),
        numeric: [1, 2],
      },
    ]),
  ];
}

/** The answer that most gave to each question, with its interval: what the survey says in short. */
function shortBlocks({ view }: Reported, asked: readonly QuestionResult[]): Block[] {
  const { representative } = view.head;
  const items = asked.flatMap(({ text, tables }) => {
    const [table, ...more] = tables;
    if (!table || more.length > 0) return [];
    const [first] = table.shares
      .filter(({ percent, code }) => percent !== null && code >= 0)
      .toSorted((one, other) => (other.percent ?? 0) - (one.percent ?? 0));
    if (!first) return [];
    const interval = representative ? ` (${intervalOf(first)})` : '';
    return [
      [{ text: `${text} ` }, { text: `${first.text}: ${told(first.percent)}%${interval}`, bold: true }],
    ];
  });
  return items.length === 0
    ? []
    : [paragraph(words.mostOften), { type: 'list', ordered: false, items: items.slice(0, 20) }];
}

/** The report of a survey: what came out in short, how it was made, every question drawn and in a table, its passports as notes. */
export function reportContent(of: Reported): LetterContent {
  const { view, method, sections } = of;
  const { head, questions } = view;
  const counted = questions.filter(({ type }) => type !== 'text');
  return {
    addressee: [],
    title: words.title,
    subtitle: head.title,
    report: {
      state: words.state(
        !head.representative,
        method.firstDay === null ? null : fullDate(method.firstDay),
        method.lastDay === null ? null : fullDate(method.lastDay),
      ),
    },
    blocks: [
      heading(words.short),
      ...(head.sheets === 0 ? [paragraph(words.noAnswers)] : []),
      paragraph(words.shortText(pl.sheets(head.sheets), counted.length)),
      ...(head.representative
        ? method.largestError === null
          ? []
          : [paragraph(words.error(method.largestError))]
        : ([
            { type: 'notice', title: pl.open.label, paragraphs: [[{ text: pl.open.why }]] },
          ] satisfies Block[])),
      ...shortBlocks(
        of,
        counted.filter(({ type }) => type !== 'metric'),
      ),
      ...methodBlocks(of),
      ...sections.flatMap((section): Block[] => {
        const own = counted.filter(({ name }) => section.questions.includes(name));
        return own.length === 0
          ? []
          : [heading(section.title), ...own.flatMap((question) => questionBlocks(question, of))];
      }),
      ...openBlocks(of),
    ],
  };
}
