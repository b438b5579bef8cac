import type { Texts } from '../definition.ts';
import { nameSchema } from '../definition-schema.ts';
import type { RefusalKind, Tell } from './problem.ts';
import { type ChoiceList, textsOfRow } from './read-choices.ts';
import { orRefused, type OtherWords, readMatrix, readQuestion, type ReadQuestion } from './read-question.ts';
import type { Table, TableRow } from './tables.ts';

/** A group of the workbook, or a run of questions that stands in none. */
export interface ReadSection {
  /** The row of the group; none for questions that stand in none. */
  row?: TableRow;
  name?: string;
  title?: Texts;
  intro?: Texts;
  questions: ReadQuestion[];
}

export interface Walked {
  intro?: Texts;
  sections: ReadSection[];
  /** Names of questions that were refused: what leans on them falls with them. */
  refused: ReadonlySet<string>;
}

/** A name of ours from one of XLSForm, which may have capitals, hyphens, full stops, and be longer. */
function nameFrom(raw: string, taken: ReadonlySet<string>): string {
  const plain = raw
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9_]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, 34);
  const free = (name: string): boolean => nameSchema.safeParse(name).success && !taken.has(name);
  if (free(raw)) return raw;
  if (free(plain)) return plain;
  let number = 1;
  while (taken.has(`${plain || 'p'}_${number}`)) number += 1;
  return `${plain || 'p'}_${number}`;
}

// Other ways to write a type that tools take (pyxform, aliases.py).
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/^(begin|end)[ _](group|repeat)$/i, '$1_$2'],
  [/^(?:select_?1|select one(?: from)?|add select one prompt using)(?=\s)/i, 'select_one'],
  [
    /^(?:select (?:multiple|all that apply)(?: from)?|add select multiple prompt using)(?=\s)/i,
    'select_multiple',
  ],
  [/^(?:int|number)$/i, 'integer'],
  [/^string$/i, 'text'],
  [/ or[ _](?:specify[ _])?other$/i, ' or_other'],
];

const typeOf = (cell: string): string[] => {
  const said = synonyms.reduce((text, [from, to]) => text.replace(from, to), cell.trim());
  const [base = '', ...rest] = said.split(/\s+/);
  return [base.toLowerCase(), ...rest];
};

const asked = ['integer', 'text', 'range', 'select_one', 'select_multiple', 'rank'];

const refusedTypes: Readonly<Record<string, RefusalKind>> = {
  decimal: 'decimalType',
  calculate: 'calculate',
  hidden: 'calculate',
  'xml-external': 'externalList',
  'csv-external': 'externalList',
  select_one_external: 'externalList',
  select_one_from_file: 'externalList',
  select_multiple_from_file: 'externalList',
  ...Object.fromEntries(['date', 'time', 'datetime'].map((type) => [type, 'dateType' as const])),
  // Who, where and when to the second: an answer of ours must lead to nobody.
  ...Object.fromEntries(
    [
      'start',
      'end',
      'today',
      'deviceid',
      'imei',
      'subscriberid',
      'simserial',
      'phonenumber',
      'username',
      'email',
      'audit',
      'start-geopoint',
      'background-audio',
      'geopoint',
      'geotrace',
      'geoshape',
    ].map((type) => [type, 'meta' as const]),
  ),
  ...Object.fromEntries(
    ['image', 'photo', 'audio', 'video', 'file', 'barcode', 'osm', 'signature'].map((type) => [
      type,
      'mediaType' as const,
    ]),
  ),
};

interface Context {
  lists: ReadonlyMap<string, ChoiceList>;
  other: OtherWords;
  tell: Tell;
}

/** The rows of the sheet `survey` as sections and questions, without their conditions; every row that is not taken is told. */
export function walkSurvey(table: Table, { lists, other, tell }: Context): Walked {
  const sections: ReadSection[] = [];
  const taken = new Set<string>();
  const raws = new Set<string>();
  const refused = new Set<string>();
  let intro: Texts | undefined;
  let section: ReadSection | undefined;
  let inGroup = false;

  const say = (row: TableRow, kind: Parameters<Tell>[2], about = ''): void =>
    tell('survey', row.row, kind, about);

  /** A free name for a row, or nothing when it has none or one that another row has. */
  const named = (row: TableRow, optional = false): string | undefined => {
    const raw = row.cells['name'] ?? '';
    if (raw === '' && !optional) {
      say(row, 'noName');
      return undefined;
    }
    if (raw !== '' && raws.has(raw)) {
      say(row, 'sameName', raw);
      return undefined;
    }
    raws.add(raw);
    const name = nameFrom(raw || 's1', taken);
    taken.add(name);
    if (raw !== '' && name !== raw) say(row, 'renamed', `${raw} → ${name}`);
    return name;
  };

  const home = (): ReadSection => {
    if (!section) {
      section = { questions: [] };
      sections.push(section);
    }
    return section;
  };

  /** Index of the row that closes the group or repeat opened at `from`; the end of the sheet when none does. */
  const closing = (from: number): number => {
    let depth = 0;
    for (let at = from; at < table.rows.length; at += 1) {
      const [base = ''] = typeOf(table.rows[at]?.cells['type'] ?? '');
      if (base.startsWith('begin_')) depth += 1;
      if (base.startsWith('end_')) depth -= 1;
      if (depth === 0) return at;
    }
    return table.rows.length;
  };

  const refuseBlock = (from: number, kind: RefusalKind): number => {
    const end = closing(from);
    const row = table.rows[from];
    if (row) say(row, kind, String(table.rows[end]?.row ?? ''));
    for (const one of table.rows.slice(from, end)) if (one.cells['name']) refused.add(one.cells['name']);
    return end;
  };

  const matrix = (from: number): number => {
    const end = closing(from);
    const [group, ...rows] = table.rows.slice(from, end);
    if (!group) return end;
    if (end >= table.rows.length) say(group, 'notClosed', group.cells['name'] ?? '');
    const name = named(group);
    const raw = group.cells['name'] ?? '';
    const inside = new Set<string>();
    const lines = rows.map((row) => {
      const own = row.cells['name'] ?? '';
      const line = nameFrom(own.startsWith(`${raw}-`) ? own.slice(raw.length + 1) : own, inside);
      inside.add(line);
      return { row, raw: own, name: line, type: typeOf(row.cells['type'] ?? '') };
    });
    for (const line of lines) {
      if (line.raw === '') say(line.row, 'noName');
      else if (raws.has(line.raw)) say(line.row, 'sameName', line.raw);
      raws.add(line.raw);
    }
    const read = name && orRefused(tell, group.row, () => readMatrix(group, name, lines, lists, tell));
    if (read) home().questions.push(read);
    else for (const one of [raw, ...lines.map((line) => line.raw)]) refused.add(one);
    return end;
  };

  const note = (row: TableRow): void => {
    const text = textsOfRow(row, 'label');
    const alone =
      ['relevant', 'required', 'calculation'].every((column) => !row.cells[column]) && !row.texts['hint'];
    if (text && alone && sections.length === 0 && !intro) intro = text;
    else if (text && alone && section?.row && section.questions.length === 0 && !section.intro)
      section.intro = text;
    else say(row, 'notePlace', row.cells['name'] ?? '');
  };

  const question = (row: TableRow, type: readonly string[]): void => {
    const name = named(row);
    const read = name && orRefused(tell, row.row, () => readQuestion(row, name, type, lists, other, tell));
    if (!read) {
      refused.add(row.cells['name'] ?? '');
      return;
    }
    home().questions.push(read);
    if (!read.other) return;
    const free = nameFrom(read.other.name, taken);
    taken.add(free);
    home().questions.push({ row, question: { ...read.other, name: free } });
  };

  for (let at = 0; at < table.rows.length; at += 1) {
    const row = table.rows[at];
    if (!row) continue;
    const type = typeOf(row.cells['type'] ?? '');
    const [base = ''] = type;
    if (base === '') say(row, 'noType', row.cells['name'] ?? '');
    else if (base === 'begin_repeat') at = refuseBlock(at, 'repeat');
    else if (base === 'begin_group' && (row.cells['appearance'] ?? '').split(/\s+/).includes('table-list'))
      at = matrix(at);
    else if (base === 'begin_group' && inGroup) at = refuseBlock(at, 'nestedGroup');
    else if (base === 'begin_group') {
      inGroup = true;
      if (closing(at) >= table.rows.length) say(row, 'notClosed', row.cells['name'] ?? '');
      const name = named(row, true);
      const title = textsOfRow(row, 'label');
      if (!name) {
        inGroup = false;
        at = refuseBlock(at, 'inRefusedGroup');
        continue;
      }
      for (const column of ['hint', 'guidance_hint', 'required', 'constraint', 'default', 'okienko'])
        if (row.cells[column] || row.texts[column]) say(row, 'ownColumn', column);
      section = { row, name, ...(title ? { title } : {}), questions: [] };
      sections.push(section);
    } else if (base === 'end_group' && inGroup) {
      inGroup = false;
      section = undefined;
    } else if (base.startsWith('end_') && base !== 'end_') say(row, 'endWithoutBegin', base);
    else if (base === 'note') note(row);
    else if (asked.includes(base)) question(row, type);
    else {
      say(row, refusedTypes[base] ?? 'unknownType', row.cells['type']);
      refused.add(row.cells['name'] ?? '');
    }
  }
  return { ...(intro ? { intro } : {}), sections, refused };
}
