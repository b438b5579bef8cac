import type { Lang } from '../../../../lang.ts';
import { noAnswer } from '../columns.ts';
import type { Definition } from '../definition.ts';
import { cleanText, faultKinds } from '../read-answers.ts';
import type { Mode } from '../survey.ts';
import { type Cell, type Head, type HeadFault, readHead, type SheetColumn, sheetValues } from './head.ts';
import { copyLines } from './lines.ts';
import { type CodeRow, isBearable, rulesOf } from './rules.ts';

/** What is wrong with a row of a file; `cells`: it has more or fewer of them than the first row. */
export const rowFaultKinds = [...faultKinds, 'cells', 'sheet', 'sheetTwice', 'quotes'] as const;
export type RowFaultKind = (typeof rowFaultKinds)[number];

/** A row that is not taken, by its number in the file (the first row is 1), with the first thing that is wrong with it. */
export interface RowFault {
  row: number;
  kind: RowFaultKind;
  /** Column or question. */
  at: string;
  value: string;
}

/** What stands for the whole file where it has no column of its own. */
export interface Defaults {
  mode: Mode;
  /** 'YYYY-MM-DD' */
  day: string;
  lang: Lang;
  /** The first day on which anybody was asked, and today. */
  from: string;
  to: string;
  strata: ReadonlySet<number>;
}

export interface Report {
  /** Rows with something in them, without the first. */
  rows: number;
  /** Rows that can be taken. */
  good: number;
  faults: RowFault[];
  faultCount: number;
  head: HeadFault | undefined;
  /** The file says which sheet is which. */
  named: boolean;
}

export interface AnswerReader {
  /** The rows that this piece of the file completes, as lines for COPY; see lines.ts. */
  read(piece: Uint8Array): Uint8Array;
  /** The last row, where no line end stands behind it. */
  end(): Uint8Array;
  report: Report;
}

/** So many faults are told one by one; the rest are counted. */
const mostTold = 2000;
const newline = 10;
const quote = 34;
const carriage = 13;
const largestRow = 1_000_000;

function isRealDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day)
  );
}

const uuid = /^[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/;

/** The sign between the cells: the one of the three that the first row has most of. */
function delimiterOf(line: Buffer): number {
  const counts = [';', '\t', ','].map((sign) => ({
    sign: sign.charCodeAt(0),
    count: line.toString('utf8').split(sign).length,
  }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? 59;
}

/** The cells of a line in which something stands in quotes; undefined: a quote is not closed. */
function quotedCells(line: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] !== '"') {
      const end = line.indexOf(delimiter, at);
      cells.push(line.slice(at, end < 0 ? undefined : end));
      if (end < 0) return cells;
      at = end + 1;
      continue;
    }
    let end = at;
    do {
      end = line.indexOf('"', end + 1);
      if (end < 0) return undefined;
      if (line[end + 1] !== '"') break;
      end += 1;
    } while (end < line.length);
    cells.push(line.slice(at + 1, end).replaceAll('""', '"'));
    if (end + 1 >= line.length) return cells;
    if (line[end + 1] !== delimiter) return undefined;
    at = end + 2;
  }
}

/** Whole numbers of a cell of codes: "1 3", "1,3"; undefined: something else stands there. */
function listed(text: string): number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  return parts.every((part) => /^-?\d{1,4}$/.test(part)) ? parts.map(Number) : undefined;
}

/**
 * Reads a file of coded answers (CSV, UTF-8) piece by piece: one pass over its bytes, one row of memory. What a row holds
 * is checked by the rules of the questionnaire; what is wrong is told with the number of the row.
 */
export function readAnswerFile(definition: Definition, defaults: Defaults): AnswerReader {
  const check = rulesOf(definition);
  const report: Report = { rows: 0, good: 0, faults: [], faultCount: 0, head: undefined, named: false };
  const lines = copyLines();
  let head: Head | undefined;
  let row: CodeRow = { codes: new Int32Array(0), given: new Uint8Array(0) };
  let texts: string[] = [];
  let delimiter = 59;
  let rowNo = 0;
  let rest: Buffer = Buffer.alloc(0);
  const sheet = { id: '', day: '', mode: '', lang: '', minutes: '', stratum: '' };
  let flags: string[] = [];
  const wrongs: Omit<RowFault, 'row'>[] = [];

  const wrong = (kind: RowFaultKind, at: string, value = ''): void => {
    wrongs.push({ kind, at, value: value.slice(0, 40) });
  };

  const putSheet = (column: SheetColumn, text: string): void => {
    const value = text.trim();
    if (value === '') return;
    sheet[column] = column === 'id' ? value.toLowerCase() : value;
    const fits: Record<SheetColumn, () => boolean> = {
      id: () => uuid.test(sheet.id),
      day: () => isRealDay(value) && value >= defaults.from && value <= defaults.to,
      mode: () => sheetValues.mode.includes(value),
      lang: () => sheetValues.lang.includes(value),
      minutes: () => /^\d{1,3}$/.test(value) && Number(value) <= 240,
      stratum: () => /^\d{1,6}$/.test(value) && defaults.strata.has(Number(value)),
    };
    if (!fits[column]()) wrong('sheet', column, value);
  };

  const putList = (cell: Extract<Cell, { is: 'list' }>, text: string): void => {
    const codes = listed(text);
    if (!codes?.every((code) => cell.options.includes(code)))
      return wrong('notOffered', cell.question, text.trim());
    for (const [place, code] of codes.entries()) {
      const at = cell.from + cell.options.indexOf(code);
      if (cell.ranked && row.codes[at] !== noAnswer) wrong('twice', cell.question, text.trim());
      row.codes[at] = cell.ranked ? place + 1 : 1;
    }
  };

  /** A cell as text: of an open question, of the sheet, of several codes, or of what is no plain number. */
  const putText = (cell: Cell, text: string): void => {
    if (cell.is === 'sheet') return putSheet(cell.column, text);
    if (cell.is === 'list') return putList(cell, text);
    if (cell.is === 'text') {
      const clean = cleanText(text);
      if (clean === '') return;
      if (clean.length > cell.most) wrong('tooLong', cell.question, clean);
      row.given[cell.open] = 1;
      texts[cell.open] = clean;
      return;
    }
    const value = text.trim();
    if (value === '') return;
    const code = /^-?\d{1,9}$|^-?1000000000$/.test(value) ? Number(value) : Number.NaN;
    if (Number.isNaN(code)) wrong('notNumber', cell.question, value);
    else row.codes[cell.at] = code;
  };

  /** The cells of a line without quotes, straight from its bytes. Gives how many there were. */
  const putPlain = (line: Buffer, from: number, to: number, cells: readonly Cell[]): number => {
    let count = 0;
    for (let at = from; ; ) {
      const cell = cells[count];
      count += 1;
      const begin = at;
      let byte = at < to ? (line[at] ?? 0) : delimiter;
      if (cell?.is === 'code') {
        const negative = byte === 45;
        if (negative) byte = ++at < to ? (line[at] ?? 0) : delimiter;
        const digits = at;
        let value = 0;
        while (byte >= 48 && byte <= 57 && at < to) {
          value = value * 10 + byte - 48;
          byte = ++at < to ? (line[at] ?? 0) : delimiter;
        }
        if (byte === delimiter && at > digits && at - digits < 10) {
          row.codes[cell.at] = negative ? -value : value;
          if (at >= to) return count;
          at += 1;
          continue;
        }
      }
      while (at < to && line[at] !== delimiter) at += 1;
      if (cell && at > begin) putText(cell, line.toString('utf8', begin, at));
      if (at >= to) return count;
      at += 1;
    }
  };

  const putQuoted = (line: Buffer, from: number, to: number, cells: readonly Cell[]): number => {
    const found = quotedCells(line.toString('utf8', from, to), String.fromCharCode(delimiter));
    if (!found) {
      wrong('quotes', '');
      return cells.length;
    }
    for (const [at, text] of found.entries()) {
      const cell = cells[at];
      if (cell) putText(cell, text);
    }
    return found.length;
  };

  const readFirst = (line: Buffer, from: number, to: number): void => {
    const marked = line[from] === 0xef && line[from + 1] === 0xbb && line[from + 2] === 0xbf;
    const first = line.subarray(marked ? from + 3 : from, to);
    delimiter = delimiterOf(first);
    const headings = quotedCells(first.toString('utf8'), String.fromCharCode(delimiter)) ?? [];
    const read = readHead(definition, headings);
    if (!read.ok) {
      report.head = read.fault;
      return;
    }
    ({ head } = read);
    row = { codes: new Int32Array(head.width), given: new Uint8Array(head.open.length) };
    report.named = head.cells.some((cell) => cell.is === 'sheet' && cell.column === 'id');
  };

  const readLine = (line: Buffer, from: number, end: number, quoted: boolean): void => {
    rowNo += 1;
    const to = end > from && line[end - 1] === carriage ? end - 1 : end;
    if (rowNo === 1) return readFirst(line, from, to);
    if (!head || to === from) return;
    const { cells, open } = head;
    row.codes.fill(noAnswer);
    row.given.fill(0);
    if (texts.length > 0) texts = [];
    if (flags.length > 0) flags = [];
    sheet.id = sheet.stratum = sheet.minutes = '';
    sheet.day = defaults.day;
    sheet.mode = defaults.mode;
    sheet.lang = defaults.lang;
    wrongs.length = 0;
    const count = quoted ? putQuoted(line, from, to, cells) : putPlain(line, from, to, cells);
    if (count !== cells.length) {
      // A row of nothing but delimiters is a row that somebody emptied.
      if (line.subarray(from, to).every((byte) => byte === delimiter || byte === 32)) return;
      wrong('cells', String(count));
    }
    report.rows += 1;
    check(row, (fault) => {
      if (isBearable(fault))
        flags.push(`${fault.kind}:${fault.item ? `${fault.question}.${fault.item}` : fault.question}`);
      else wrong(fault.kind, fault.item ? `${fault.question}.${fault.item}` : fault.question);
    });
    const [first] = wrongs;
    if (first) {
      report.faultCount += 1;
      if (report.faults.length < mostTold) report.faults.push({ row: rowNo, ...first });
      return;
    }
    report.good += 1;
    lines.put({ row: rowNo, sheet, codes: row.codes, open, texts, flags });
  };

  /** Where the row that begins here ends; -1: not in this piece. A line end in quotes belongs to the text. */
  const rowEnd = (bytes: Buffer, from: number, nextQuote: number): number => {
    const end = bytes.indexOf(newline, from);
    if (nextQuote < 0 || end < 0 || end < nextQuote) return end;
    let inside = false;
    for (let at = nextQuote; at < bytes.length; at++) {
      if (bytes[at] === quote) inside = !inside;
      else if (bytes[at] === newline && !inside) return at;
    }
    return -1;
  };

  const readAll = (bytes: Buffer, last: boolean): void => {
    let from = 0;
    let nextQuote = bytes.indexOf(quote);
    while (from < bytes.length && !report.head) {
      let end = rowEnd(bytes, from, nextQuote);
      if (end < 0) {
        if (!last && bytes.length - from < largestRow) break;
        // A quote that nobody closed would swallow the rest of the file: the row ends with its line.
        const line = bytes.indexOf(newline, from);
        end = line < 0 ? bytes.length : line;
      }
      const quoted = nextQuote >= 0 && nextQuote < end;
      readLine(bytes, from, end, quoted);
      from = end + 1;
      if (quoted) nextQuote = bytes.indexOf(quote, from);
    }
    rest = Buffer.from(bytes.subarray(Math.min(from, bytes.length)));
  };

  return {
    report,
    read(piece) {
      const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      readAll(rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes, false);
      return lines.take();
    },
    end() {
      readAll(rest, true);
      if (rowNo === 0) report.head = { kind: 'empty', names: [] };
      return lines.take();
    },
  };
}
