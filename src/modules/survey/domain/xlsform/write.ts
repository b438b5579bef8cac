import { langs, type Lang } from '../../../../lang.ts';
import type { Definition, Item, Option, Question, Section, Texts } from '../definition.ts';
import { questionsOf, textsOf } from '../definition.ts';
import { langHeads } from '../../pl-languages.ts';
import { constraintOf } from './constraint.ts';
import { marksCell } from './marks.ts';
import { itemName, noOpinionName, relevantOf } from './relevant.ts';
import { type SheetName, type SheetRows } from './tables.ts';

/** Words that stand in an exported list although the questionnaire does not hold them. */
export interface ExportWords {
  noOpinion: Texts;
}

/** Marks the choice that means "no opinion" in a list of ours. */
export const noOpinionMark = 'no-opinion';

interface Row {
  cells?: Record<string, string>;
  label?: Texts;
  hint?: Texts | undefined;
  guidance?: Texts | undefined;
}

/** A scale without words at its ends and without "no opinion" is a `range`; any other is a list of its steps. */
const isRange = (question: Question): boolean =>
  question.type === 'scale' && !question.low && !question.high && !question.noOpinion;

const minimalFrom = 12;

const yes = (value: boolean): string => (value ? 'yes' : '');

const aloneNames = (options: readonly Option[]): string[] =>
  options.filter(({ alone }) => alone).map(({ code }) => String(code));

function typeOf(question: Question): string {
  switch (question.type) {
    case 'single':
    case 'metric':
      return `select_one ${question.name}`;
    case 'multi':
      return `select_multiple ${question.name}`;
    case 'ranking':
      return `rank ${question.name}`;
    case 'scale':
      return isRange(question) ? 'range' : `select_one ${question.name}`;
    case 'number':
      return 'integer';
    case 'text':
      return 'text';
    case 'matrix':
      return 'begin_group';
  }
}

function limitsCell(question: Question): string {
  if (question.type === 'number') return constraintOf({ min: question.min, max: question.max, alone: [] });
  if (question.type === 'text') return constraintOf({ longest: question.maxLength, alone: [] });
  if (question.type === 'multi')
    return constraintOf({
      ...(question.max === undefined ? {} : { most: question.max }),
      alone: aloneNames(question.options),
    });
  return '';
}

function appearanceOf(question: Question): string {
  if (question.type === 'matrix') return 'table-list';
  if (question.type === 'scale') return isRange(question) ? '' : 'likert';
  if (question.type === 'text') return question.maxLength > 200 ? 'multiline' : '';
  return question.type === 'single' && question.options.length >= minimalFrom ? 'minimal' : '';
}

function questionRows(question: Question, questions: ReadonlyMap<string, Question>): Row[] {
  const first: Row = {
    cells: {
      type: typeOf(question),
      name: question.name,
      required: question.type === 'matrix' ? '' : yes(question.required),
      relevant: relevantOf(question.shownIf, questions),
      constraint: limitsCell(question),
      appearance: appearanceOf(question),
      parameters:
        question.type === 'scale' && isRange(question)
          ? `start=${question.from} end=${question.to} step=1`
          : '',
      okienko: marksCell({
        asks: question.asks,
        area: question.area,
        metric: question.type === 'metric' ? question.metric : undefined,
        choose: question.type === 'ranking' ? question.choose : undefined,
        scale: question.type === 'scale' && !isRange(question) ? 'yes' : undefined,
        unit: question.type === 'number' && question.unit ? 'yes' : undefined,
        empty: 'options' in question && question.options.length === 0 ? 'yes' : undefined,
        // A matrix without lines has nothing else to say it on.
        required:
          question.type === 'matrix' && question.items.length === 0
            ? yes(question.required) || undefined
            : undefined,
      }),
    },
    label: question.text,
    hint: question.hint,
    guidance: question.type === 'number' ? question.unit : undefined,
  };
  if (question.type !== 'matrix') return [first];
  const line = (item: Item): Row => ({
    cells: {
      type: `select_one ${question.name}`,
      name: itemName(question.name, item.name),
      required: yes(question.required),
      okienko: marksCell({ kind: item.kind }),
    },
    label: item.text,
  });
  return [first, ...question.items.map(line), { cells: { type: 'end_group' } }];
}

function sectionRows(section: Section, questions: ReadonlyMap<string, Question>): Row[] {
  return [
    {
      cells: { type: 'begin_group', name: section.name, relevant: relevantOf(section.shownIf, questions) },
      label: section.title,
    },
    ...(section.intro
      ? [{ cells: { type: 'note', name: `${section.name}-intro` }, label: section.intro }]
      : []),
    ...section.questions.flatMap((question) => questionRows(question, questions)),
    { cells: { type: 'end_group' } },
  ];
}

/** Label of a step: its number, and the words of its end where there are some. */
function stepText(code: number, words: Texts | undefined, used: readonly Lang[]): Texts {
  const label = (lang: Lang): string | undefined =>
    words ? (words[lang] ? `${code} – ${words[lang]}` : undefined) : String(code);
  const rest = used.filter((lang) => lang !== 'pl');
  return {
    pl: label('pl') ?? '',
    ...Object.fromEntries(rest.flatMap((lang) => (label(lang) ? [[lang, label(lang)]] : []))),
  };
}

function choiceRows(question: Question, used: readonly Lang[], words: ExportWords): Row[] {
  const choice = (name: string, label: Texts, marks: Record<string, string | undefined> = {}): Row => ({
    cells: { list_name: question.name, name, okienko: marksCell(marks) },
    label,
  });
  const noOpinion = (): Row => choice(noOpinionName, words.noOpinion, { [noOpinionMark]: 'yes' });
  if (question.type === 'scale') {
    if (isRange(question)) return [];
    const steps = Array.from(
      { length: Math.max(0, question.to - question.from + 1) },
      (_, at) => question.from + at,
    ).map((code) => {
      const ends = code === question.from ? question.low : code === question.to ? question.high : undefined;
      return choice(String(code), stepText(code, ends, used));
    });
    return question.noOpinion ? [...steps, noOpinion()] : steps;
  }
  if (!('options' in question)) return [];
  const options = question.options.map(({ code, text, alone, kind }) =>
    choice(String(code), text, { alone: alone ? 'yes' : undefined, kind }),
  );
  return question.type === 'matrix' && question.noOpinion ? [...options, noOpinion()] : options;
}

function sheetOf(columns: readonly string[], rows: readonly Row[], used: readonly Lang[]): SheetRows {
  const translated = (head: string) => used.map((lang) => `${head}::${langHeads[lang]}`);
  const withHint = rows.some(({ hint }) => hint);
  const withGuidance = rows.some(({ guidance }) => guidance);
  const heads = columns.flatMap((head) => {
    if (head === 'hint') return withHint ? translated(head) : [];
    if (head === 'guidance_hint') return withGuidance ? translated(head) : [];
    return head === 'label' ? translated(head) : [head];
  });
  const values = rows.map((row) =>
    columns.flatMap((head) => {
      const texts = { label: row.label, hint: row.hint, guidance_hint: row.guidance }[head];
      if (head === 'hint' && !withHint) return [];
      if (head === 'guidance_hint' && !withGuidance) return [];
      if (head === 'label' || head === 'hint' || head === 'guidance_hint')
        return used.map((lang) => texts?.[lang] ?? '');
      return [row.cells?.[head] ?? ''];
    }),
  );
  return [heads, ...values];
}

/** Columns of the sheets that we write and read; `label`, `hint` and `guidance_hint` stand once for every language. */
export const columns = {
  survey: [
    'type',
    'name',
    'label',
    'hint',
    'guidance_hint',
    'required',
    'relevant',
    'constraint',
    'appearance',
    'parameters',
    'okienko',
  ],
  choices: ['list_name', 'name', 'label', 'okienko'],
  settings: ['form_title', 'form_id', 'version', 'default_language', 'okienko'],
} as const satisfies Record<SheetName, readonly string[]>;

/**
 * The questionnaire as the three sheets of XLSForm (xlsform.org). What the standard has no column for (area, kind of
 * service, places of a ranking, languages) stands in a column `okienko`, which other tools pass over.
 */
export function xlsformOf(
  definition: Definition,
  form: { id: string; version: string },
  words: ExportWords,
): Record<SheetName, SheetRows> {
  const used = langs.filter(
    (lang) =>
      lang === 'pl' ||
      definition.langs.includes(lang) ||
      textsOf(definition).some(({ texts }) => texts[lang]),
  );
  const questions = new Map(questionsOf(definition).map((question) => [question.name, question]));
  const intro: Row[] = definition.intro
    ? [{ cells: { type: 'note', name: 'form-intro' }, label: definition.intro }]
    : [];
  const survey = [...intro, ...definition.sections.flatMap((section) => sectionRows(section, questions))];
  const settings = {
    form_title: definition.title.pl,
    form_id: form.id,
    version: form.version,
    default_language: langHeads.pl,
    okienko: marksCell({
      langs: definition.langs.join('-'),
      'title.uk': definition.title.uk,
      'title.en': definition.title.en,
    }),
  };
  return {
    survey: sheetOf(columns.survey, survey, used),
    choices: sheetOf(
      columns.choices,
      questionsOf(definition).flatMap((question) => choiceRows(question, used, words)),
      used,
    ),
    settings: sheetOf(columns.settings, [{ cells: settings }], used),
  };
}
