import { langs, type Lang } from '../../../../lang.ts';
import { langNames } from '../../pl-languages.ts';
import { storable } from './marks.ts';

/** The sheets of an XLSForm workbook that mean something (xlsform.org, "Basic format"). */
export const sheetNames = ['survey', 'choices', 'settings'] as const;
export type SheetName = (typeof sheetNames)[number];

/** A sheet as texts: its first row are the names of the columns. */
export type SheetRows = readonly (readonly string[])[];

/** A workbook as it was read: every sheet by its name, and the cells that hold a formula. */
export interface Workbook {
  sheets: Readonly<Record<string, SheetRows>>;
  formulas: readonly { sheet: string; row: number; cell: string }[];
}

/** One row under the names of its columns; `row` is its number in the spreadsheet. */
export interface TableRow {
  row: number;
  cells: Readonly<Record<string, string>>;
  /** Columns that have a language: `label`, `hint`, ... */
  texts: Readonly<Record<string, Readonly<Partial<Record<Lang, string>>>>>;
}

export interface Table {
  rows: TableRow[];
  /** Columns that are not known and hold something. */
  unknown: string[];
  /** Languages of columns that Okienko does not speak. */
  foreign: string[];
  langs: ReadonlySet<Lang>;
}

/** The language that a head names: `Polski (pl)`, `pl`, `Polish`. */
export function langOf(name: string): Lang | undefined {
  const said = name.trim().toLowerCase();
  const code = /\(([a-z]{2})(?:-[a-z]+)?\)$/.exec(said)?.[1];
  return langs.find((lang) => lang === code || langNames[lang].includes(said));
}

// Other names of columns that tools take (pyxform, aliases.py).
const aliases: Readonly<Record<string, string>> = {
  relevance: 'relevant',
  'bind::relevant': 'relevant',
  'bind::required': 'required',
  'bind::constraint': 'constraint',
  caption: 'label',
  command: 'type',
  tag: 'name',
  value: 'name',
  calculate: 'calculation',
  readonly: 'read_only',
  requiredmsg: 'required_message',
  constraining_message: 'constraint_message',
  'media::image': 'image',
  'media::audio': 'audio',
  'media::video': 'video',
};

const plain = (head: string): string => {
  const name = head.trim().toLowerCase().replaceAll(/\s+/g, '_');
  return aliases[name] ?? name;
};

const translated = ['label', 'hint', 'guidance_hint', 'constraint_message', 'required_message'];

interface Head {
  name: string;
  lang?: Lang;
  foreign?: string;
}

function headOf(raw: string, spoken: Lang): Head {
  const at = raw.indexOf('::');
  const before = plain(at < 0 ? raw : raw.slice(0, at));
  if (!translated.includes(before)) return { name: plain(raw) };
  if (at < 0) return { name: before, lang: spoken };
  const lang = langOf(raw.slice(at + 2));
  return lang ? { name: before, lang } : { name: before, foreign: raw.slice(at + 2).trim() };
}

/** The rows of a sheet under the names of their columns; a column without a language speaks the default one. */
export function tableOf(sheet: SheetRows, known: readonly string[], spoken: Lang): Table {
  const heads = (sheet[0] ?? []).map((raw) => headOf(raw, spoken));
  const unknown = new Set<string>();
  const foreign = new Set<string>();
  const spokenHere = new Set<Lang>();
  const rows = sheet.slice(1).flatMap((values, index): TableRow[] => {
    const cells: Record<string, string> = {};
    const texts: Record<string, Partial<Record<Lang, string>>> = {};
    let empty = true;
    for (const [at, head] of heads.entries()) {
      const value = storable(values[at] ?? '').trim();
      if (head.name === '' || value === '') continue;
      empty = false;
      if (head.foreign !== undefined) foreign.add(head.foreign);
      else if (head.lang) {
        texts[head.name] = { ...texts[head.name], [head.lang]: value };
        if (head.name === 'label') spokenHere.add(head.lang);
      } else {
        if (!known.includes(head.name)) unknown.add(head.name);
        cells[head.name] = value;
      }
    }
    return empty ? [] : [{ row: index + 2, cells, texts }];
  });
  return { rows, unknown: [...unknown], foreign: [...foreign], langs: spokenHere };
}
