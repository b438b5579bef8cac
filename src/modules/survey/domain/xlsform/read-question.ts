import { z } from 'zod';
import type { Option, Question, Texts } from '../definition.ts';
import { asks, metrics, questionSchema } from '../definition-schema.ts';
import { limitsOf, type Limits } from './constraint.ts';
import { readMarks } from './marks.ts';
import type { RefusalKind, Tell } from './problem.ts';
import { type ChoiceList, textsOfRow } from './read-choices.ts';
import type { TableRow } from './tables.ts';

/** A question as its rows say it, still without its condition. */
export interface ReadQuestion {
  row: TableRow;
  question: Question;
  list?: ChoiceList | undefined;
  /** Lines of a matrix: their name in the workbook, and ours. */
  lines?: readonly { row: TableRow; raw: string; name: string }[];
  /** The text question that `or_other` brings along. */
  other?: Question;
}

/** What stops the reading of one row. */
class Refused extends Error {
  readonly kind: RefusalKind;
  readonly about: string;
  constructor(kind: RefusalKind, about: string) {
    super(kind);
    this.kind = kind;
    this.about = about;
  }
}

/** The value, or nothing when the row was refused and told. */
export function orRefused<T>(tell: Tell, row: number, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tell('survey', row, error.kind, error.about);
    return undefined;
  }
}

const refuseRow = (kind: RefusalKind, about = ''): never => {
  throw new Refused(kind, about);
};

const booleans: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  'true()': true,
  tak: true,
  no: false,
  false: false,
  'false()': false,
  nie: false,
};

/** Columns with a meaning that we have nothing for: a row that fills them would change its meaning without them. */
const meaningful = [
  'calculation',
  'choice_filter',
  'default',
  'trigger',
  'repeat_count',
  'image',
  'audio',
  'video',
  'big-image',
];

const looks = ['likert', 'minimal', 'multiline', 'field-list', 'table-list'];

/** Refuses a row for what no question of ours can carry; remarks on what is only passed over. */
function checkColumns(row: TableRow, tell: Tell): void {
  for (const column of meaningful) if (row.cells[column]) refuseRow('columnValue', column);
  if (row.cells['read_only'] && booleans[row.cells['read_only'].toLowerCase()] !== false)
    refuseRow('columnValue', 'read_only');
  for (const column of ['label', 'hint', 'guidance_hint'])
    if (Object.values(row.texts[column] ?? {}).some((text) => /\$\{[^}]*\}/.test(text)))
      refuseRow('labelReference', column);
  for (const column of ['constraint_message', 'required_message'])
    if (row.texts[column]) tell('survey', row.row, 'message', column);
  const other = (row.cells['appearance'] ?? '').split(/\s+/).filter((one) => one && !looks.includes(one));
  if (other.length > 0) tell('survey', row.row, 'appearance', other.join(' '));
}

function requiredOf(row: TableRow): boolean {
  const said = row.cells['required'];
  if (said === undefined) return false;
  return booleans[said.toLowerCase()] ?? refuseRow('requiredShape', said);
}

const marksSchema = z.strictObject({
  asks: z.enum(asks).optional(),
  area: z.coerce.number().int().min(1).max(14).optional(),
  metric: z.enum(metrics).optional(),
  choose: z.coerce.number().int().min(0).max(999).optional(),
  scale: z.string().optional(),
  unit: z.string().optional(),
  required: z.string().optional(),
  empty: z.string().optional(),
});

function marksOf(row: TableRow): z.infer<typeof marksSchema> {
  const read = marksSchema.safeParse(readMarks(row.cells['okienko']));
  return read.success ? read.data : refuseRow('unknownMark', row.cells['okienko']);
}

function checked(question: unknown): Question {
  const read = questionSchema.safeParse(question);
  return read.success ? read.data : refuseRow('outOfBounds', read.error.issues[0]?.path.join('.') ?? '');
}

function limitsFor(row: TableRow, allowed: readonly (keyof Limits)[]): Limits {
  const text = row.cells['constraint'] ?? '';
  const read = limitsOf(text);
  if (!read.ok) return refuseRow(read.kind, read.about);
  for (const key of ['most', 'longest', 'min', 'max'] as const)
    if (read.value[key] !== undefined && !allowed.includes(key)) refuseRow('constraintShape', text);
  if (read.value.alone.length > 0 && !allowed.includes('alone')) refuseRow('constraintShape', text);
  return read.value;
}

const noChoices: ChoiceList = {
  options: [],
  noOpinion: false,
  codes: new Map(),
  direct: true,
  numeric: true,
  row: 0,
  recoded: '',
  faulty: false,
};

/** A list by its name; `empty`: our own draft had no answers yet. */
function listFor(name: string, lists: ReadonlyMap<string, ChoiceList>, empty: boolean): ChoiceList {
  const list = lists.get(name) ?? (empty ? noChoices : refuseRow('noList', name));
  return list.faulty ? refuseRow('faultyList', name) : list;
}

/** Options of a question from a list; "no opinion" is an option like others where the question has no such answer. */
const plainOptions = (list: ChoiceList): Option[] => {
  if (list.noOpinion) refuseRow('scaleList', '');
  return list.options;
};

const step = (label: string): { code: string; words: string } => {
  const [, code = '', words = ''] = /^(-?\d+)(?:\s*[–-]\s*(.+))?$/s.exec(label.trim()) ?? [];
  return { code, words };
};

/** Words at one end of a scale: what stands after the number of its first or last step. */
function endOf(option: Option | undefined, code: number): Texts | undefined {
  const words: Partial<Texts> = {};
  for (const lang of ['pl', 'uk', 'en'] as const) {
    const label = option?.text[lang];
    if (label === undefined || label === '') continue;
    const read = step(label);
    if (read.code !== String(code)) refuseRow('scaleList', label);
    if (read.words) words[lang] = read.words;
  }
  return words.pl || words.uk || words.en ? { ...words, pl: words.pl ?? '' } : undefined;
}

function scaleOf(list: ChoiceList): {
  from: number;
  to: number;
  low?: Texts;
  high?: Texts;
  noOpinion: boolean;
} {
  const names = [...list.codes].flatMap(([name, code]) => (code === -1 ? [] : [Number(name)]));
  const from = names[0] ?? 0;
  const to = names.at(-1) ?? 0;
  if (!list.numeric || names.some((name, at) => name !== from + at)) refuseRow('scaleList', names.join(', '));
  const ends = list.options.map((option, at) => endOf(option, from + at));
  if (ends.slice(1, -1).some(Boolean)) refuseRow('scaleList', '');
  const low = ends[0];
  const high = ends.length > 1 ? ends.at(-1) : undefined;
  return { from, to, ...(low ? { low } : {}), ...(high ? { high } : {}), noOpinion: list.noOpinion };
}

function rangeOf(row: TableRow): { from: number; to: number } {
  const text = row.cells['parameters'] ?? '';
  const read = readMarks(text);
  const { start = '0', end = '10', step: by = '1', ...other } = read ?? {};
  const [from, to] = [Number(start), Number(end)];
  if (
    !read ||
    Number(by) !== 1 ||
    !Number.isInteger(from) ||
    !Number.isInteger(to) ||
    Object.keys(other).length > 0
  )
    return refuseRow('parameters', text);
  return { from, to };
}

const widest = 1_000_000_000;
const longest = 2000;

/** Answer and question that `or_other` stands for (pyxform: a choice `other`, a text question `<name>_other`). */
export interface OtherWords {
  choice: Texts;
  question: Texts;
}

/** What a row of the sheet `survey` asks; throws what refuses it, for `orRefused`. */
export function readQuestion(
  row: TableRow,
  name: string,
  [base, listName = '', ...rest]: readonly string[],
  lists: ReadonlyMap<string, ChoiceList>,
  other: OtherWords,
  tell: Tell,
): ReadQuestion {
  checkColumns(row, tell);
  const { metric, choose, scale, unit, required: _line, empty, ...marks } = marksOf(row);
  const guidance = textsOfRow(row, 'guidance_hint');
  if (guidance && !(base === 'integer' && unit)) refuseRow('columnValue', 'guidance_hint');
  if (row.cells['parameters'] && base !== 'range') refuseRow('parameters', row.cells['parameters']);
  const orOther = rest.join(' ').toLowerCase();
  if (orOther !== '' && (orOther !== 'or_other' || (base !== 'select_one' && base !== 'select_multiple')))
    refuseRow('unknownType', [base, listName, ...rest].join(' '));
  const hint = textsOfRow(row, 'hint');
  const common = {
    name,
    text: textsOfRow(row, 'label') ?? { pl: '' },
    ...(hint ? { hint } : {}),
    required: requiredOf(row),
    ...marks,
  };
  const made = (question: Record<string, unknown>, list?: ChoiceList): ReadQuestion => ({
    row,
    question: checked({ ...common, ...question }),
    list,
  });
  if (base === 'integer') {
    const { min = -widest, max = widest } = limitsFor(row, ['min', 'max']);
    return made({ type: 'number', min, max, ...(guidance ? { unit: guidance } : {}) });
  }
  if (base === 'text')
    return made({ type: 'text', maxLength: limitsFor(row, ['longest']).longest ?? longest });
  if (base === 'range') {
    limitsFor(row, []);
    const { from, to } = rangeOf(row);
    return from >= 0 && to <= 10
      ? made({ type: 'scale', from, to, noOpinion: false })
      : made({ type: 'number', min: from, max: to });
  }
  const found = listFor(listName, lists, empty === 'yes');
  if (base === 'rank') {
    limitsFor(row, []);
    const options = plainOptions(found);
    return made({ type: 'ranking', options, choose: choose ?? options.length }, found);
  }
  const limits = limitsFor(row, base === 'select_multiple' ? ['most', 'alone'] : []);
  if (scale) return made({ type: 'scale', ...scaleOf(found) }, found);
  const strange = limits.alone.find((one) => !found.codes.has(one));
  if (strange !== undefined) refuseRow('unknownAnswer', strange);
  const marked = plainOptions(found).map((option) =>
    limits.alone.some((one) => found.codes.get(one) === option.code) ? { ...option, alone: true } : option,
  );
  const code = Math.max(0, ...marked.map((option) => option.code)) + 1;
  const options = orOther ? [...marked, { code, text: other.choice }] : marked;
  const list = orOther ? { ...found, codes: new Map([...found.codes, ['other', code]]) } : found;
  const read =
    base === 'select_multiple'
      ? made({ type: 'multi', options, ...(limits.most === undefined ? {} : { max: limits.most }) }, list)
      : metric
        ? made({ type: 'metric', metric, options }, list)
        : made({ type: 'single', options }, list);
  if (!orOther) return read;
  tell('survey', row.row, 'orOther', `${name}_other`);
  return {
    ...read,
    other: checked({
      name: `${name}_other`,
      type: 'text',
      text: other.question,
      required: false,
      maxLength: 200,
      shownIf: { join: 'all', tests: [{ question: name, is: 'chosen', value: code }] },
    }),
  };
}

const kindMark = z.strictObject({ kind: z.string().optional() });

/** A group that looks like a table (`table-list`): questions with one list, which are the lines of one of ours. */
export function readMatrix(
  group: TableRow,
  name: string,
  lines: readonly { row: TableRow; raw: string; name: string; type: readonly string[] }[],
  lists: ReadonlyMap<string, ChoiceList>,
  tell: Tell,
): ReadQuestion {
  checkColumns(group, tell);
  const { asks: asked, area, required: demanded, empty } = marksOf(group);
  const hint = textsOfRow(group, 'hint');
  const listNames = new Set<string>();
  const demands = new Set<boolean>();
  const items = lines.map((line) => {
    const item = orRefused(tell, line.row.row, () => {
      checkColumns(line.row, tell);
      const [base, list = '', ...rest] = line.type;
      if (base !== 'select_one' || rest.length > 0) refuseRow('matrixRow', line.type.join(' '));
      for (const column of ['relevant', 'constraint', 'parameters'])
        if (line.row.cells[column]) refuseRow('matrixRow', column);
      if (line.row.texts['hint'] || line.row.texts['guidance_hint']) refuseRow('matrixRow', 'hint');
      const marks = kindMark.safeParse(readMarks(line.row.cells['okienko']));
      if (!marks.success) return refuseRow('unknownMark', line.row.cells['okienko']);
      demands.add(requiredOf(line.row));
      listNames.add(list);
      const { kind } = marks.data;
      return {
        name: line.name,
        text: textsOfRow(line.row, 'label') ?? { pl: '' },
        ...(kind ? { kind } : {}),
      };
    });
    return item ?? refuseRow('matrixRow', line.raw);
  });
  if (listNames.size > 1) refuseRow('matrixLists', [...listNames].join(', '));
  if (demands.size > 1) refuseRow('matrixRequired', name);
  const [listName] = listNames;
  // Of a table without lines its list can still be known by its name.
  const list = listName === undefined ? lists.get(name) : listFor(listName, lists, empty === 'yes');
  const [required = demanded === 'yes'] = demands;
  return {
    row: group,
    question: checked({
      name,
      text: textsOfRow(group, 'label') ?? { pl: '' },
      ...(hint ? { hint } : {}),
      ...(asked ? { asks: asked } : {}),
      ...(area ? { area } : {}),
      required,
      type: 'matrix',
      items,
      options: list?.options ?? [],
      noOpinion: list?.noOpinion ?? false,
    }),
    list,
    lines,
  };
}
