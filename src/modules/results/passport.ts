import { pl } from './pl.ts';
import { plReport } from './pl-report.ts';

/** What a passport is made of: the head of the results. */
interface Of {
  title: string;
  representative: boolean;
  lastDay: string | null;
  weighted: boolean;
  method: keyof typeof pl.methods;
}

/** Where the numbers of a table come from: survey, last day, who is counted, how. */
export const passportOf = (head: Of, question: string, demonstration = false) => ({
  source: head.representative ? pl.passport.source(head.title) : pl.passport.openSource(head.title),
  asOf: head.lastDay ?? '–',
  filter: pl.passport.filter(question),
  formula: [
    head.weighted ? pl.passport.weighted(pl.methods[head.method]) : pl.passport.plain,
    ...(head.representative ? [pl.passport.interval] : []),
  ].join('; '),
  ...(demonstration ? { synthetic: true } : {}),
});

/** The same as one sentence: the note of a table in a document. */
export function passportText(head: Of, question: string, demonstration = false): string {
  const { source, asOf, filter, formula } = passportOf(head, question, demonstration);
  return plReport.note(source, asOf, filter, formula, demonstration);
}
