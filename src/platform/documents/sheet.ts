import { chartSvg, chartTable } from './chart.ts';
import type { Block, Letter, WeekEntry } from './letter.ts';
import { breakable, mapStrings, rightToLeft } from './printable.ts';
import { hardSpaces } from './spacing.ts';
import { type FrameWords, frameWords, writtenDate } from './words.ts';

const LONGEST_WORD = { body: 50, cell: 22 } as const;

/** A letter made ready for the template: frame words in its language, nothing left to compute. */
export type Sheet = ReturnType<typeof sheetOf>;

/** Everything that `letter.typ` reads. Pure: the same letter gives the same sheet. */
export function sheetOf(letter: Letter) {
  const words = frameWords(letter.lang);
  const { letterhead } = letter;
  const sheet = {
    lang: letter.lang,
    large: letter.large,
    date: letter.date.split('-').map(Number),
    documentTitle: [letter.title, letter.subtitle].filter(Boolean).join(' '),
    title: letter.title,
    subtitle: letter.subtitle ?? null,
    banner: letter.banner ?? null,
    report: letter.report ?? null,
    letterhead: {
      name: letterhead.centreName,
      gminas: gminaLine(letterhead.gminas),
      address: letterhead.addressLines,
      contact: contactLines(letterhead),
    },
    placeAndDate: `${letter.place}, ${writtenDate(letter.date, letter.lang)}`,
    reference: referenceOf(letter),
    caseSign: letter.caseSign ?? null,
    addressee: letter.addressee,
    blocks: levelled(letter.blocks).map((block) => prepared(block, words)),
    instruction: letter.instruction ?? [],
    signature: letter.signature ?? null,
    attachments: letter.attachments ?? [],
    recipients: letter.recipients ?? [],
    footerNotes: letter.footerNotes ?? [],
    translation: letter.translation
      ? {
          lang: letter.translation.lang,
          blocks: levelled(letter.translation.blocks).map((block) => prepared(block, words)),
        }
      : null,
    words: {
      page: words.page,
      pageOf: words.pageOf,
      legalBasis: words.legalBasis,
      instruction: words.instruction,
      attachments: words.attachments,
      recipients: words.recipients,
      signatureHere: words.signatureHere,
      contents: words.contents,
      source: words.source,
      weekDay: words.weekDay,
      weekPlan: words.weekPlan,
      weekFree: words.weekFree,
    },
  };
  const printed = mapStrings(sheet, (text) => hardSpaces(breakable(text, LONGEST_WORD.body), letter.lang));
  return { ...printed, pictures: picturesOf(letter.blocks) };
}

/** True when some text of the sheet runs from right to left; the template then sets such words apart. */
export const hasRightToLeft = (json: string): boolean => rightToLeft.test(json);

/** "Gmina Jarocin" or "Gminy Mszczonów, Wiskitki"; empty when none is named. The letterhead is Polish in every letter. */
export function gminaLine(gminas: readonly string[]): string {
  const words = frameWords('pl');
  if (gminas.length === 0) return '';
  return `${gminas.length === 1 ? words.gmina : words.gminas} ${gminas.join(', ')}`;
}

/** Telephone, e-mail and web address of the centre, those that are known. */
export function contactLines(letterhead: Letter['letterhead']): string[] {
  const phone = letterhead.phone === undefined ? undefined : `${frameWords('pl').phone} ${letterhead.phone}`;
  return [phone, letterhead.email, letterhead.web].filter((line) => line !== undefined);
}

/** Case sign and the worker who handles the case, as labelled lines. */
export function referenceOf(letter: Letter): { label: string; lines: string[] }[] {
  const words = frameWords(letter.lang);
  const { handler } = letter;
  const phone = handler?.phone === undefined ? undefined : `${words.phone} ${handler.phone}`;
  const person = [handler?.name, handler?.position, phone, handler?.email].filter(
    (line) => line !== undefined,
  );
  return [
    { label: words.caseSign, lines: letter.caseSign === undefined ? [] : [letter.caseSign] },
    { label: words.handledBy, lines: person },
  ].filter((item) => item.lines.length > 0);
}

const headingLevels = [2, 3, 4] as const;

/** PDF/UA-1 forbids a skipped level (ISO 14289-1, 7.4.2): a 3 with no 2 before it becomes a 2, a 4 below a 2 a 3. */
export function levelled(blocks: readonly Block[]): Block[] {
  let last = 1;
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    const level = headingLevels.find((one) => one === Math.min(block.level, last + 1)) ?? 2;
    last = level;
    return { ...block, level };
  });
}

/** The pictures of a letter in their order, as SVG: kept apart from its words, which are made safe for print. */
function picturesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'chart') return [chartSvg(block).svg];
    return block.type === 'drawing' ? [block.svg] : [];
  });
}

/** The entries of each day of the week, Monday first, in order of time. */
export function daysOf(entries: readonly WeekEntry[], words: FrameWords) {
  return words.days.map((name, index) => ({
    name,
    entries: entries
      .filter((entry) => entry.day === index + 1)
      .sort((a, b) => a.from.localeCompare(b.from))
      .map((entry) => ({
        time: entry.to === undefined ? entry.from : `${entry.from}–${entry.to}`,
        what: entry.what,
        detail: [entry.who, entry.where].filter((line) => line !== undefined),
      })),
  }));
}

const inCell = (text: string): string => breakable(text, LONGEST_WORD.cell);

function prepared(block: Block, words: FrameWords) {
  if (block.type === 'week') {
    return {
      type: block.type,
      caption: block.caption ?? null,
      days: mapStrings(daysOf(block.entries, words), inCell),
    };
  }
  if (block.type === 'table') return preparedTable(block);
  if (block.type === 'chart') {
    const { caption, source } = block;
    return {
      type: block.type,
      caption,
      alt: `${caption}. ${words.chartOf}`,
      source,
      table: preparedTable(chartTable(block)),
    };
  }
  if (block.type === 'drawing') return { ...block, svg: undefined };
  return block;
}

function preparedTable(
  table: Pick<Extract<Block, { type: 'table' }>, 'caption' | 'header' | 'rows' | 'numeric'>,
) {
  const { caption = null, header, rows, numeric = [] } = table;
  return {
    type: 'table' as const,
    caption,
    header: header.map(inCell),
    rows: rows.map((row) => row.map(inCell)),
    numeric: header.map((_, column) => numeric.includes(column)),
    fit: fittingColumns(header, rows, numeric),
    widths: columnWeights(header, rows),
  };
}

// A line of a table holds about 95 characters; what is left after numbers must hold a column of words.
const roomForNumbers = 55;

/**
 * Which columns take as much room as their numbers need; the others share the rest. When all numbers together would leave no
 * room for the words, none of them does.
 */
export function fittingColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly number[],
): boolean[] {
  const longest = (column: number): number =>
    rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), header[column]?.length ?? 0);
  const needed = numeric.reduce((sum, column) => sum + longest(column), 0);
  return header.map((_, column) => numeric.includes(column) && needed <= roomForNumbers);
}

// What a line of a table holds in characters, and what the space beside the words of a cell takes of it.
const lineRoom = 95;
const cellSpace = 2;

/** The longest run with a digit in it: an amount or a date is never cut, so a narrower column would print over its neighbour. */
const longestNumber = (cells: readonly string[]): number =>
  Math.max(
    0,
    ...cells.flatMap((cell) => cell.split(/[ \n]/).flatMap((word) => (/\d/.test(word) ? [word.length] : []))),
  );

/**
 * Shares of the columns: by their longest cells, within bounds, so that one long remark does not starve the rest; and never less
 * than the numbers in them need.
 */
export function columnWeights(header: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const columns = header.map((name, column) => {
    const cells = [name, ...rows.map((row) => row[column] ?? '')];
    const longest = Math.max(...cells.map(({ length }) => length));
    return { wanted: Math.min(Math.max(longest, 8), 40), least: longestNumber(cells) + cellSpace };
  });
  const tight = new Set<(typeof columns)[number]>();
  for (;;) {
    const taken = columns.reduce((sum, column) => sum + (tight.has(column) ? column.least : 0), 0);
    const asked = columns.reduce((sum, column) => sum + (tight.has(column) ? 0 : column.wanted), 0);
    const perWeight = Math.max(lineRoom - taken, cellSpace) / Math.max(asked, 1);
    const starved = columns.filter(
      (column) => !tight.has(column) && column.wanted * perWeight < column.least,
    );
    if (starved.length === 0)
      return columns.map((column) => (tight.has(column) ? column.least / perWeight : column.wanted));
    for (const column of starved) tight.add(column);
  }
}
