import { langs, type Lang } from '../../../../lang.ts';
import { problemsOf } from '../check.ts';
import { type Definition, questionsOf, type Section, type Texts } from '../definition.ts';
import { definitionSchema } from '../definition-schema.ts';
import { type Expression, namesIn, parseExpression } from './expression.ts';
import { readMarks } from './marks.ts';
import { isRefusal, type RowRemark, type Tell } from './problem.ts';
import { readChoices } from './read-choices.ts';
import type { OtherWords, ReadQuestion } from './read-question.ts';
import { conditionOf, type Known, noOpinionName } from './relevant.ts';
import { langOf, sheetNames, type SheetRows, type Table, tableOf, type Workbook } from './tables.ts';
import { type ReadSection, walkSurvey } from './walk.ts';
import { columns } from './write.ts';

/** Words that a questionnaire needs where the workbook has none. */
export interface ImportWords extends OtherWords {
  /** Title of a section made for questions that stand in no group. */
  section: Texts;
}

/** What a workbook says: a questionnaire of the rows that were understood, and a remark for every other one. */
export type Imported =
  | { ok: true; definition: Definition; remarks: RowRemark[] }
  | { ok: false; fault: 'noSurvey' | 'noColumns' | 'noRows' | 'noChoices' | 'outOfBounds' };

/** Columns of the sheet `survey` that mean something even if we refuse or pass over what stands in them. */
const surveyColumns = [
  ...columns.survey,
  'constraint_message',
  'required_message',
  'read_only',
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

const settingsColumns: readonly string[] = [...columns.settings, 'style', 'allow_choice_duplicates'];

function knownOf({ question, list, lines = [], row }: ReadQuestion): [string, Known][] {
  const scale = question.type === 'scale';
  const steps = scale
    ? Array.from({ length: question.to - question.from + 1 }, (_, at): [string, number] => [
        String(question.from + at),
        question.from + at,
      ])
    : [];
  const known: Known = {
    question: question.name,
    type: question.type,
    ordered: question.type === 'number' || scale || (list?.direct ?? false),
    ...(scale
      ? { codes: new Map([...steps, [noOpinionName, -1] as const]) }
      : list
        ? { codes: list.codes }
        : {}),
  };
  return [
    [row.cells['name'] ?? '', known],
    ...lines.map(({ raw, name }): [string, Known] => [raw, { ...known, item: name }]),
  ];
}

/** A place with a `relevant`: a section, or a question; with the names that stand before it. */
interface Place {
  row: number;
  name: string;
  text: string;
  read: ReadSection | ReadQuestion;
  expression?: Expression;
}

const rawName = (row: { cells: Readonly<Record<string, string>> } | undefined): string =>
  row?.cells['name'] ?? '';

function placesOf(sections: readonly ReadSection[]): Place[] {
  return sections.flatMap((section) =>
    [section, ...section.questions].flatMap((read): Place[] =>
      read.row && !('question' in read && read.question.shownIf)
        ? [{ row: read.row.row, name: rawName(read.row), text: read.row.cells['relevant'] ?? '', read }]
        : [],
    ),
  );
}

/** Names around each circle of conditions: a question waits for what it and its group speak of. */
function circlesOf(
  sections: readonly ReadSection[],
  waits: ReadonlyMap<object, readonly string[]>,
): string[][] {
  const next = new Map<string, readonly string[]>();
  for (const section of sections)
    for (const one of section.questions) {
      const names = [...(waits.get(section) ?? []), ...(waits.get(one) ?? [])];
      for (const name of [rawName(one.row), ...(one.lines ?? []).map((line) => line.raw)])
        next.set(name, names);
    }
  const done = new Set<string>();
  const circles: string[][] = [];
  const walk = (name: string, path: readonly string[]): void => {
    const at = path.indexOf(name);
    if (at >= 0) {
      circles.push([...path.slice(at), name]);
      return;
    }
    if (done.has(name)) return;
    for (const one of next.get(name) ?? []) walk(one, [...path, name]);
    done.add(name);
  };
  for (const name of next.keys()) walk(name, []);
  return circles;
}

/** Puts conditions on sections and questions; takes out what cannot have its own, and what leans on what was taken out. */
function withConditions(sections: readonly ReadSection[], lost: ReadonlySet<string>, tell: Tell): Section[] {
  const say = (row: number, kind: Parameters<Tell>[2], about: string): void =>
    tell('survey', row, kind, about);
  const out = new Set<object>();
  const waits = new Map<object, readonly string[]>();
  const places = placesOf(sections).filter(({ text }) => text !== '');
  for (const place of places) {
    const parsed = parseExpression(place.text);
    if (parsed.ok) {
      place.expression = parsed.value;
      waits.set(place.read, namesIn(parsed.value));
    } else {
      say(place.row, 'relevantSyntax', parsed.near || place.text);
      out.add(place.read);
    }
  }
  for (const circle of circlesOf(sections, waits)) {
    const told = circle.join(' → ');
    for (const section of sections)
      for (const read of [section, ...section.questions])
        if (
          !out.has(read) &&
          read.row &&
          (waits.get(read) ?? []).some((name) => circle.includes(name)) &&
          ('question' in read
            ? circle.includes(rawName(read.row))
            : section.questions.some((one) => circle.includes(rawName(one.row))))
        ) {
          out.add(read);
          say(read.row.row, 'cycle', told);
        }
  }
  const all = new Map(sections.flatMap(({ questions }) => questions.flatMap(knownOf)));
  const before = new Map<string, Known>();
  const conditionFor = (read: ReadSection | ReadQuestion) => {
    const place = places.find((one) => one.read === read);
    if (out.has(read)) return 'out' as const;
    if (!place?.expression) return undefined;
    for (const name of namesIn(place.expression)) {
      if (before.has(name)) continue;
      const kind =
        lost.has(name) || gone.has(name)
          ? ('leansOnRefused' as const)
          : all.has(name)
            ? ('forwardReference' as const)
            : ('unknownReference' as const);
      say(place.row, kind, name);
      return 'out' as const;
    }
    const condition = conditionOf(place.expression, before);
    if (condition.ok) return condition.value;
    say(place.row, condition.kind, condition.about);
    return 'out' as const;
  };
  const gone = new Set<string>();
  const taken = new Set(
    sections.flatMap(({ name, questions }) => [name ?? '', ...questions.map((one) => one.question.name)]),
  );
  const freeSection = (): string => {
    let number = 1;
    while (taken.has(`s${number}`)) number += 1;
    taken.add(`s${number}`);
    return `s${number}`;
  };
  return sections.flatMap((section): (Section & { untitled?: true })[] => {
    const drop = (read: ReadQuestion): void => {
      for (const [name] of knownOf(read)) gone.add(name);
    };
    const shown = conditionFor(section);
    if (shown === 'out') {
      for (const read of section.questions) {
        drop(read);
        say(read.row.row, 'inRefusedGroup', rawName(section.row));
      }
      return [];
    }
    const questions = section.questions.flatMap((read) => {
      // What `or_other` brought along has its condition, and falls with its question.
      const own = read.question.shownIf;
      if (own) return own.tests.some(({ question }) => gone.has(question)) ? [] : [read.question];
      const condition = conditionFor(read);
      if (condition === 'out') {
        drop(read);
        gone.add(read.question.name);
        return [];
      }
      for (const [name, known] of knownOf(read)) before.set(name, known);
      return [{ ...read.question, ...(condition ? { shownIf: condition } : {}) }];
    });
    if (!section.row && questions.length === 0) return [];
    return [
      {
        name: section.name ?? freeSection(),
        title: section.title ?? { pl: '' },
        ...(section.intro ? { intro: section.intro } : {}),
        ...(shown ? { shownIf: shown } : {}),
        questions,
      },
    ];
  });
}

/** Settings of the form: title, languages; a setting that changes nothing here is told. */
function readSettings(sheet: SheetRows | undefined, tell: Tell) {
  const table = tableOf(sheet ?? [], settingsColumns, 'pl');
  const [row] = table.rows;
  const marks = readMarks(row?.cells['okienko']) ?? {};
  for (const column of table.unknown) tell('settings', row?.row ?? 0, 'setting', column);
  const spoken = row?.cells['default_language'] ? langOf(row.cells['default_language']) : undefined;
  return {
    spoken: spoken ?? ('pl' as const),
    title: {
      pl: row?.cells['form_title'] ?? '',
      ...(marks['title.uk'] ? { uk: marks['title.uk'] } : {}),
      ...(marks['title.en'] ? { en: marks['title.en'] } : {}),
    },
    langs: marks['langs']?.split('-'),
  };
}

function sheetRemarks(name: string, table: Table, tell: Tell): void {
  for (const column of table.unknown) tell(name, 1, 'ownColumn', column);
  for (const language of table.foreign) tell(name, 1, 'foreignLanguage', language);
}

/** The sheet without the rows in which a formula stands: its text is not what a person wrote. */
const withoutFormulas = ({ sheets, formulas }: Workbook, name: string): SheetRows | undefined => {
  const rows = new Set(formulas.flatMap(({ sheet, row }) => (sheet === name ? [row] : [])));
  return sheets[name]?.map((cells, at) => (rows.has(at + 1) ? [] : cells));
};

/**
 * Reads the sheets of an XLSForm (xlsform.org). What has no counterpart here is left out with its row and told; a question
 * whose condition cannot be kept is left out rather than asked of everybody.
 */
export function readXlsform(workbook: Workbook, words: ImportWords): Imported {
  const remarks: RowRemark[] = [];
  const tell: Tell = (sheet, row, kind, about = '') => {
    remarks.push({ sheet, row, kind, about: about.slice(0, 200) });
  };
  const known: readonly string[] = sheetNames;
  for (const name of Object.keys(workbook.sheets))
    if (!known.includes(name)) tell(name, 0, 'otherSheet', name);
  for (const { sheet, row, cell } of workbook.formulas)
    if (known.includes(sheet)) tell(sheet, row, 'formula', cell);
  const sheet = withoutFormulas(workbook, 'survey');
  if (!sheet) return { ok: false, fault: 'noSurvey' };
  const settings = readSettings(withoutFormulas(workbook, 'settings'), tell);
  const survey = tableOf(sheet, surveyColumns, settings.spoken);
  const choices = tableOf(withoutFormulas(workbook, 'choices') ?? [], columns.choices, settings.spoken);
  const heads = (sheet[0] ?? []).map((head) => head.trim().toLowerCase());
  if (!heads.includes('type') || !heads.some((head) => head === 'name' || head === 'value'))
    return { ok: false, fault: 'noColumns' };
  if (survey.rows.length === 0) return { ok: false, fault: 'noRows' };
  if (
    !workbook.sheets['choices'] &&
    survey.rows.some(({ cells }) => /^(select|rank)/.test(cells['type'] ?? ''))
  )
    return { ok: false, fault: 'noChoices' };
  sheetRemarks('survey', survey, tell);
  sheetRemarks('choices', choices, tell);
  const lists = readChoices(choices, tell);
  const walked = walkSurvey(survey, { lists, other: words, tell });
  const read = walked.sections.map((section) =>
    section.row ? section : { ...section, title: words.section },
  );
  const recoded = new Set<number>();
  for (const { list, question } of read.flatMap(({ questions }) => questions))
    if (
      list &&
      !list.direct &&
      question.type !== 'scale' &&
      list.options.length > 0 &&
      !recoded.has(list.row)
    ) {
      recoded.add(list.row);
      tell('choices', list.row, 'recoded', list.recoded);
    }
  const sections = withConditions(read, walked.refused, tell);
  const spoken = (lang: Lang): boolean =>
    settings.langs ? settings.langs.includes(lang) : survey.langs.has(lang);
  const draft = definitionSchema.safeParse({
    langs: langs.filter((lang) => lang === 'pl' || spoken(lang)),
    title: settings.title,
    ...(walked.intro ? { intro: walked.intro } : {}),
    sections: sections.slice(0, 40),
  });
  // Questions were checked one by one; what is left is a title or a section that is too long.
  if (!draft.success) return { ok: false, fault: 'outOfBounds' };
  const rowOf = new Map(
    read.flatMap((section) => [
      [section.name ?? '', section.row?.row ?? 0] as const,
      ...section.questions.map((one) => [one.question.name, one.row.row] as const),
    ]),
  );
  // Missing translations are listed before publication; here they would hide the rest.
  for (const { kind, at, about } of problemsOf(draft.data))
    if (kind !== 'noTranslation' && at !== '')
      remarks.push({
        sheet: 'survey',
        row: rowOf.get(at) ?? 0,
        kind: 'check',
        about: about ?? at,
        problem: kind,
      });
  const order = (one: RowRemark): number => (isRefusal(one) ? 0 : 1);
  const sheetOrder: readonly string[] = sheetNames;
  return {
    ok: true,
    definition: draft.data,
    remarks: remarks.toSorted(
      (a, b) =>
        order(a) - order(b) || sheetOrder.indexOf(a.sheet) - sheetOrder.indexOf(b.sheet) || a.row - b.row,
    ),
  };
}

/** How much of a questionnaire was understood. */
export const countOf = (definition: Definition): { sections: number; questions: number } => ({
  sections: definition.sections.length,
  questions: questionsOf(definition).length,
});
