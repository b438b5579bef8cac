import { type Block, heading, type Letter, paragraph } from '../../../platform/documents/letter.ts';
import type { Paper } from '../../../platform/documents/paper.ts';
import { fullDate } from '../../../ui/index.ts';
import type { LetterContent } from '../../records/index.ts';
import type { Remark } from '../db/remarks.ts';
import { paperKinds } from '../domain/papers.ts';
import { verdicts } from '../domain/remark.ts';
import { pl } from '../pl.ts';
import { plDocument } from '../pl-document.ts';
import { onPaper, type Printed } from './diagnosis.ts';

const words = plDocument.report;

/** What was done with the remarks: drawn and in a table. */
function summaryOf(remarks: readonly Remark[]): Block[] {
  const open = remarks.filter(({ verdict }) => verdict === null).length;
  return [
    heading(words.summary),
    {
      type: 'chart',
      drawing: 'bars',
      caption: words.summary,
      labelHead: words.verdict,
      labels: [...verdicts.map((verdict) => pl.verdicts[verdict]), ...(open > 0 ? [words.open] : [])],
      series: [
        {
          name: words.words,
          values: [
            ...verdicts.map((verdict) => remarks.filter((one) => one.verdict === verdict).length),
            ...(open > 0 ? [open] : []),
          ],
        },
      ],
      source: words.title,
    },
  ];
}

/** The report of the consultation: how it went, every remark and its answer. */
export function reportContent(of: Printed, remarks: readonly Remark[]): LetterContent {
  const { consultedFrom, consultedTo } = of;
  return {
    addressee: [],
    title: words.title,
    subtitle: plDocument.subtitle(of.gminaName, of.fromYear, of.toYear),
    report: {
      state: words.state(
        consultedFrom === null ? '–' : fullDate(consultedFrom),
        consultedTo === null ? '–' : fullDate(consultedTo),
      ),
    },
    blocks: [
      heading(words.course),
      paragraph(words.courseText(remarks.length)),
      ...(remarks.length === 0 ? [paragraph(words.none)] : summaryOf(remarks)),
      ...(remarks.length === 0
        ? []
        : ([
            heading(words.remarksHeading),
            {
              type: 'table',
              caption: words.remarksHeading,
              header: [words.number, words.chapter, words.words, words.verdict, words.answer],
              rows: remarks.map((one, index) => [
                String(index + 1),
                one.chapter === null ? words.whole : pl.chapters[one.chapter],
                one.words,
                one.verdict === null ? words.open : pl.verdicts[one.verdict],
                one.answer ?? '–',
              ]),
            },
          ] satisfies Block[])),
    ],
  };
}

/** The report as it would be printed today. */
export const reportLetter = (of: Printed, remarks: readonly Remark[], paper: Paper): Letter =>
  onPaper(paperKinds.report, reportContent(of, remarks), paper);
