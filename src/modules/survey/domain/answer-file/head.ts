import { langs } from '../../../../lang.ts';
import { columnsOf, openQuestionsOf } from '../columns.ts';
import { type Definition, questionsOf } from '../definition.ts';
import { modes } from '../survey.ts';

/** Columns that are not answers. `id` makes a sheet known again; the others stand above the day and channel of the whole file. */
export const sheetColumns = ['id', 'day', 'mode', 'lang', 'minutes', 'stratum'] as const;
export type SheetColumn = (typeof sheetColumns)[number];

/** What stands in a column of the file. */
export type Cell =
  /** One code, in this place of the layout. */
  | { is: 'code'; at: number; question: string }
  /** All chosen codes of a question, as ODK and Kobo write them: "1 3". */
  | { is: 'list'; from: number; question: string; options: readonly number[]; ranked: boolean }
  | { is: 'text'; open: number; question: string; most: number }
  | { is: 'sheet'; column: SheetColumn };

export interface Head {
  cells: Cell[];
  /** Columns of the layout, and open questions. */
  width: number;
  open: readonly string[];
}

/** What is wrong with the first row: nothing of the file can be read then. */
export interface HeadFault {
  kind: 'unknown' | 'twice' | 'missing' | 'empty';
  /** Headings as they stand in the file, or should. */
  names: string[];
}

/** The headings of a file for a questionnaire, in its order: what a template offers. */
export const headingsOf = (definition: Definition): string[] => {
  const keys = columnsOf(definition);
  return questionsOf(definition).flatMap(({ name, type }) =>
    type === 'text' ? [name] : keys.filter(({ question }) => question === name).map(({ key }) => key),
  );
};

/** What each heading of a questionnaire stands for; a question of the name of a column of the sheet goes before it. */
function cellsByHeading(definition: Definition): Map<string, Cell> {
  const columns = columnsOf(definition);
  const open = openQuestionsOf(definition);
  const cells = new Map<string, Cell>(sheetColumns.map((column) => [column, { is: 'sheet', column }]));
  for (const question of questionsOf(definition)) {
    const { name } = question;
    const from = columns.findIndex((column) => column.question === name);
    if (question.type === 'text')
      cells.set(name, { is: 'text', open: open.indexOf(name), question: name, most: question.maxLength });
    if (question.type === 'multi' || question.type === 'ranking') {
      const options = question.options.map(({ code }) => code);
      cells.set(name, { is: 'list', from, question: name, options, ranked: question.type === 'ranking' });
    }
  }
  for (const [at, { key, question }] of columns.entries()) cells.set(key, { is: 'code', at, question });
  return cells;
}

/**
 * Reads the first row: keys of columns (`q3`, `q4.roads` or `q4/roads`, `q5.2`), names of open questions, columns of the
 * sheet. Every column of every closed question must be there, once: what was never in the file is not "no answer".
 */
export function readHead(
  definition: Definition,
  headings: readonly string[],
): { ok: true; head: Head } | { ok: false; fault: HeadFault } {
  const known = cellsByHeading(definition);
  const fault = (kind: HeadFault['kind'], names: string[]) =>
    ({ ok: false, fault: { kind, names: names.slice(0, 20) } }) as const;
  const plain = headings.map((heading) => heading.trim().replaceAll('/', '.'));
  if (plain.every((heading) => heading === '')) return fault('empty', []);
  const unknown = headings.filter((_, at) => !known.has(plain[at] ?? ''));
  if (unknown.length > 0) return fault('unknown', [...unknown]);
  const cells = plain.flatMap((heading) => known.get(heading) ?? []);
  const columns = columnsOf(definition);
  const filled = cells.flatMap((cell): (string | number)[] => {
    if (cell.is === 'code') return [cell.at];
    if (cell.is === 'list') return cell.options.map((_, at) => cell.from + at);
    return [cell.is === 'text' ? cell.question : cell.column];
  });
  const twice = plain.filter((heading, at) => plain.indexOf(heading) < at);
  if (twice.length > 0) return fault('twice', twice);
  const missing = columns.filter((_, at) => !filled.includes(at)).map(({ key }) => key);
  if (missing.length > 0) return fault('missing', missing);
  if (new Set(filled).size < filled.length)
    return fault(
      'twice',
      cells.flatMap((cell) => (cell.is === 'list' ? [cell.question] : [])),
    );
  return { ok: true, head: { cells, width: columns.length, open: openQuestionsOf(definition) } };
}

/** What may stand in the columns of the sheet. */
export const sheetValues = {
  mode: modes as readonly string[],
  lang: langs as readonly string[],
};
