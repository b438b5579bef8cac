import { describe, expect, it } from 'vitest';
import { bankQuestions, templateDefinition, templateKeys } from '../../bank/bank.ts';
import { wholeDefinition } from '../../survey.fixture.ts';
import type { Definition } from '../definition.ts';
import { madeByChance } from './chance.fixture.ts';
import { isRefusal } from './problem.ts';
import { readXlsform } from './read.ts';
import type { SheetRows } from './tables.ts';
import { xlsformOf } from './write.ts';

const words = {
  choice: { pl: 'Inne' },
  question: { pl: 'Inne: jakie?' },
  section: { pl: 'Pytania' },
};

function read(sheets: Record<string, SheetRows>) {
  const outcome = readXlsform({ sheets, formulas: [] }, words);
  if (!outcome.ok) throw new Error(outcome.fault);
  const told = (refused: boolean): string[] =>
    outcome.remarks
      .filter((one) => isRefusal(one) === refused)
      .map(({ sheet, row, kind, about }) =>
        [sheet, row, kind, about].filter((part) => part !== '').join(' '),
      );
  return { definition: outcome.definition, refused: told(true), remarked: told(false) };
}

const again = (definition: Definition) => {
  const { survey, choices, settings } = xlsformOf(
    definition,
    { id: 'ankieta', version: '1' },
    { noOpinion: { pl: 'nie wiem', uk: 'не знаю' } },
  );
  const back = read({ survey, choices, settings });
  return { definition: back.definition, refused: back.refused };
};

describe('there and back is the same questionnaire', () => {
  it('every type of question, condition and section', () => {
    expect(again(wholeDefinition)).toEqual({ definition: wholeDefinition, refused: [] });
  });

  it.each(templateKeys)('the template %s', (key) => {
    const definition = templateDefinition(key);
    expect(again(definition)).toEqual({ definition, refused: [] });
  });

  it('the whole bank, with areas and kinds of services, and languages the survey is not offered in', () => {
    const questions = bankQuestions().map(({ question }) => question);
    const sections = [0, 70].map((from, at) => ({
      name: `s${at + 1}`,
      title: { pl: `Część ${at}` },
      questions: questions.slice(from, from + 70),
    }));
    const definition: Definition = { langs: ['pl', 'en'], title: { pl: 'Bank' }, sections };
    expect(again(definition)).toEqual({ definition, refused: [] });
  });

  it('300 questionnaires made by chance', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const definition = madeByChance(seed);
      expect([seed, again(definition)]).toEqual([seed, { definition, refused: [] }]);
    }
  });
});

const head = ['type', 'name', 'label::Polski (pl)', 'relevant', 'constraint', 'required', 'appearance'];
const choiceHead = ['list_name', 'name', 'label::Polski (pl)'];
const yesNo: SheetRows = [
  choiceHead,
  ['yn', 'yes', 'tak'],
  ['yn', 'no', 'nie'],
  ['yn', 'dk', 'nie wiem'],
  ['num', '1', 'raz'],
  ['num', '2', 'dwa'],
];
const survey = (...rows: readonly (readonly string[])[]) => read({ survey: [head, ...rows], choices: yesNo });
const relevant = (text: string) => {
  const { definition, refused } = survey(
    ['select_one yn', 'q', 'Q'],
    ['select_multiple num', 'm', 'M'],
    ['integer', 'n', 'N'],
    ['text', 't', 'T', text],
  );
  return refused[0] ?? definition.sections[0]?.questions[3]?.shownIf;
};

describe('relevant (xlsform.org, "Relevant")', () => {
  it('comparisons, selected and not, from either side, with straight and curly quotation marks', () => {
    const chosen = { join: 'all', tests: [{ question: 'q', is: 'chosen', value: 1 }] };
    expect(relevant("${q} = 'yes'")).toEqual(chosen);
    expect(relevant("selected( ${ q },'yes')")).toEqual(chosen);
    expect(relevant('“yes”=${q}')).toEqual(chosen);
    expect(relevant("not(${q} != 'yes')")).toEqual(chosen);
    expect(relevant("not(selected(${m}, '2'))")).toEqual({
      join: 'all',
      tests: [{ question: 'm', is: 'notChosen', value: 2 }],
    });
  });

  it('answers are whole numbers: more than 5 is at least 6, less than 5 at most 4', () => {
    const test = (is: string, value: number) => ({ join: 'all', tests: [{ question: 'n', is, value }] });
    expect(relevant('${n} > 5')).toEqual(test('atLeast', 6));
    expect(relevant('${n} < 5')).toEqual(test('atMost', 4));
    expect(relevant('5 < ${n}')).toEqual(test('atLeast', 6));
    expect(relevant('${n} >= 5')).toEqual(test('atLeast', 5));
  });

  it('one word joins: brackets of the same word open, "and" binds before "or" and cannot stand beside it', () => {
    expect(relevant("${q} = 'yes' and (${n} > 1 and ${m} != '')")).toEqual({
      join: 'all',
      tests: [
        { question: 'q', is: 'chosen', value: 1 },
        { question: 'n', is: 'atLeast', value: 2 },
        { question: 'm', is: 'answered' },
      ],
    });
    expect(relevant("${q} = 'yes' or ${n} > 1 and ${n} < 5")).toBe('survey 5 relevantShape and + or');
  });

  it('what cannot be read, or what we have no condition for, is told with its row', () => {
    expect(relevant("${q} = 'yes")).toBe("survey 5 relevantSyntax 'yes");
    expect(relevant("(${q} = 'yes'")).toContain('survey 5 relevantSyntax');
    expect(relevant('${n} + 1 > 5')).toBe('survey 5 relevantSyntax + 1 > 5');
    expect(relevant('count-selected(${m}) > 1')).toBe('survey 5 relevantShape count-selected');
    expect(relevant("${q} > '1'")).toBe('survey 5 relevantShape > 1');
    expect(relevant("${m} = '1'")).toBe('survey 5 relevantShape m = 1');
    expect(relevant("${q} = 'maybe'")).toBe('survey 5 unknownAnswer maybe');
    expect(relevant("${x} = 'yes'")).toBe('survey 5 unknownReference x');
    expect(relevant('('.repeat(5000))).toContain('survey 5 relevantSyntax');
    expect(relevant('not('.repeat(5000))).toContain('survey 5 relevantSyntax');
    expect(relevant(Array.from({ length: 7 }, () => '${n} > 1').join(' and '))).toBe(
      'survey 5 tooManyTests 7',
    );
  });

  it('a circle is told on each of its rows with the way round, and a later question is named', () => {
    const circle = survey(
      ['text', 'a', 'A', "${b} != ''"],
      ['text', 'b', 'B', "${a} != ''"],
      ['text', 'c', 'C', "${d} != ''"],
      ['text', 'd', 'D'],
    );
    expect(circle.refused).toEqual([
      'survey 2 cycle a → b → a',
      'survey 3 cycle a → b → a',
      'survey 4 forwardReference d',
    ]);
    expect(circle.definition.sections[0]?.questions.map(({ name }) => name)).toEqual(['d']);
    const group = survey(['begin_group', 'g', 'G', "${a} != ''"], ['text', 'a', 'A'], ['end_group', '', '']);
    expect(group.refused).toEqual(['survey 2 cycle a → a', 'survey 3 inRefusedGroup g']);
  });

  it('what leans on a refused row falls with it, so that nobody is asked what they should not be', () => {
    const { definition, refused } = survey(
      ['date', 'born', 'Kiedy?'],
      ['text', 'a', 'A', "${born} != ''"],
      ['text', 'b', 'B', "${a} != ''"],
      ['text', 'c', 'C'],
    );
    expect(refused).toEqual([
      'survey 2 dateType date',
      'survey 3 leansOnRefused born',
      'survey 4 leansOnRefused a',
    ]);
    expect(definition.sections[0]?.questions.map(({ name }) => name)).toEqual(['c']);
  });
});

describe('rows of a form from another tool', () => {
  it('names and choices that are not ours are made ours, and told', () => {
    const { definition, refused, remarked } = survey(
      ['select_one yn', 'Q1.a', 'Q'],
      ['text', 'T-1', 'T', "${Q1.a} = 'no'"],
    );
    expect(refused).toEqual([]);
    expect(remarked).toEqual([
      'survey 2 renamed Q1.a → q1_a',
      'survey 3 renamed T-1 → t_1',
      'choices 2 recoded yn: yes → 1, no → 2, dk → 3',
    ]);
    expect(definition.sections[0]?.questions[1]?.shownIf?.tests).toEqual([
      { question: 'q1_a', is: 'chosen', value: 2 },
    ]);
  });

  it('a list that two questions use is told once', () => {
    const { remarked } = survey(['select_one yn', 'a', 'A'], ['select_multiple yn or_other', 'b', 'B']);
    expect(remarked.filter((one) => one.includes('recoded'))).toHaveLength(1);
  });

  it('or_other is an answer and a question for whoever gave it', () => {
    const { definition, remarked } = survey(['select_one num or_other', 'q', 'Q']);
    expect(remarked).toEqual(['survey 2 orOther q_other']);
    expect(definition.sections[0]?.questions).toMatchObject([
      { name: 'q', options: [{ code: 1 }, { code: 2 }, { code: 3, text: { pl: 'Inne' } }] },
      { name: 'q_other', shownIf: { tests: [{ question: 'q', is: 'chosen', value: 3 }] } },
    ]);
  });

  it('a maximum, a range of numbers, a length and an answer alone come from constraint; others are refused', () => {
    const of = (...row: string[]) => {
      const { definition, refused } = survey(row);
      return refused[0] ?? definition.sections[0]?.questions[0];
    };
    expect(of('select_multiple num', 'q', 'Q', '', 'count-selected(.) < 3')).toMatchObject({ max: 2 });
    expect(of('integer', 'q', 'Q', '', '.>=18 and . < 120')).toMatchObject({ min: 18, max: 119 });
    expect(of('text', 'q', 'Q', '', 'string-length(.) <= 50')).toMatchObject({ maxLength: 50 });
    expect(
      of('select_multiple num', 'q', 'Q', '', "not(selected(., '2')) or count-selected(.) = 1"),
    ).toMatchObject({ options: [{ code: 1 }, { code: 2, alone: true }] });
    expect(of('text', 'q', 'Q', '', "regex(., '[0-9]+')")).toBe(
      "survey 2 constraintShape regex(., '[0-9]+')",
    );
    expect(of('integer', 'q', 'Q', '', '. >= ${x}')).toBe('survey 2 constraintShape . >= ${x}');
    expect(of('select_one num', 'q', 'Q', '', 'count-selected(.) < 3')).toContain('constraintShape');
  });

  it('every type and structure that has no counterpart is refused with its row, groups as a whole', () => {
    const { definition, refused } = survey(
      ['start', 'start', ''],
      ['calculate', 'sum', ''],
      ['decimal', 'd', 'D'],
      ['geopoint', 'where', 'W'],
      ['begin repeat', 'r', 'R'],
      ['text', 'in_repeat', 'I'],
      ['end repeat', '', ''],
      ['begin group', 'g', 'G'],
      ['begin group', 'deep', 'D'],
      ['text', 'deeper', 'D'],
      ['end group', '', ''],
      ['text', 'kept', 'K', '', '', 'yes'],
      ['note', 'late', 'Dziękujemy'],
      ['end group', '', ''],
      ['end group', '', ''],
      ['text', 'kept', 'znowu'],
      ['select_one brak', 'nolist', 'N'],
      ['text', 'odd', 'Witaj ${kept}'],
      ['text', 'req', 'R', '', '', "${kept} = 'x'"],
      ['magic', 'mg', 'M'],
    );
    expect(refused).toEqual([
      'survey 2 meta start',
      'survey 3 calculate calculate',
      'survey 4 decimalType decimal',
      'survey 5 meta geopoint',
      'survey 6 repeat 8',
      'survey 10 nestedGroup 12',
      'survey 14 notePlace late',
      'survey 16 endWithoutBegin end_group',
      'survey 17 sameName kept',
      'survey 18 noList brak',
      'survey 19 labelReference label',
      "survey 20 requiredShape ${kept} = 'x'",
      'survey 21 unknownType magic',
    ]);
    expect(definition.sections).toMatchObject([{ name: 'g', questions: [{ name: 'kept', required: true }] }]);
  });

  it('a table-list group is a table of marks only when its rows share one list and have no logic of their own', () => {
    const table = (...rows: readonly (readonly string[])[]) =>
      survey(['begin_group', 'tab', 'Tabela', '', '', '', 'table-list'], ...rows, ['end_group', '']);
    expect(
      table(['select_one num', 'r1', 'A'], ['select_one num', 'r2', 'B']).definition.sections,
    ).toMatchObject([
      {
        title: { pl: 'Pytania' },
        questions: [{ type: 'matrix', name: 'tab', items: [{ name: 'r1' }, { name: 'r2' }] }],
      },
    ]);
    expect(table(['select_one num', 'r1', 'A'], ['select_one yn', 'r2', 'B']).refused).toEqual([
      'survey 2 matrixLists num, yn',
    ]);
    expect(table(['integer', 'r1', 'A']).refused).toEqual(
      ['survey 3 matrixRow integer', 'survey 2 matrixRow r1'].toSorted(),
    );
  });

  it('columns, sheets and languages that are passed over are told', () => {
    const { definition, refused, remarked } = read({
      survey: [
        ['type', 'name', 'label::English (en)', 'label::Français (fr)', 'notatki'],
        ['text', 'a', 'What?', 'Quoi?', 'sprawdzić'],
      ],
      entities: [['list_name']],
      settings: [
        ['form_title', 'submission_url'],
        ['Form', 'https://example.org'],
      ],
    });
    expect(refused).toEqual([]);
    expect(remarked).toEqual([
      'entities 0 otherSheet entities',
      'survey 1 ownColumn notatki',
      'survey 1 foreignLanguage Français (fr)',
      'survey 2 check a',
      'settings 2 setting submission_url',
    ]);
    expect(definition).toMatchObject({ langs: ['pl', 'en'], title: { pl: 'Form' } });
    expect(definition.sections[0]?.questions[0]?.text).toEqual({ pl: '', en: 'What?' });
  });

  it('choices without a list, without a name or twice are told, and whoever uses the list is refused', () => {
    const { refused } = read({
      survey: [head, ['select_one a', 'q', 'Q']],
      choices: [choiceHead, ['', '1', 'x'], ['a', '', 'x'], ['a', '1', 'x'], ['a', '1', 'y']],
    });
    expect(refused).toEqual([
      'survey 2 faultyList a',
      'choices 2 noListName 1',
      'choices 3 noChoiceName a',
      'choices 5 sameChoice 1',
    ]);
  });

  it('a workbook without its sheets, columns or rows is no questionnaire', () => {
    const fault = (sheets: Record<string, SheetRows>) => {
      const outcome = readXlsform({ sheets, formulas: [] }, words);
      return outcome.ok ? '' : outcome.fault;
    };
    expect(fault({ Arkusz1: [['a']] })).toBe('noSurvey');
    expect(fault({ survey: [['pytanie'], ['x']] })).toBe('noColumns');
    expect(fault({ survey: [['type', 'name']] })).toBe('noRows');
    expect(
      fault({
        survey: [
          ['type', 'name'],
          ['select_one a', 'q'],
        ],
      }),
    ).toBe('noChoices');
  });
});
