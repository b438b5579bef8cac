import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeDefinition } from '../../survey.fixture.ts';
import { type Column, columnsOf, encode, noAnswer, openQuestionsOf } from '../columns.ts';
import { type Definition, type Question, questionsOf } from '../definition.ts';
import { flagOf, readSheet } from '../read-answers.ts';
import type { Answer, Answers } from '../shown.ts';
import { madeByChance } from '../xlsform/chance.fixture.ts';
import { headingsOf } from './head.ts';
import { type Defaults, readAnswerFile } from './read.ts';
import { type CodeFault, isBearable, rulesOf } from './rules.ts';

const defaults: Defaults = {
  mode: 'paper',
  day: '2026-11-20',
  lang: 'pl',
  from: '2026-11-16',
  to: '2026-11-22',
  strata: new Set([1, 2]),
};

/** The lines of a file that are taken, as the cells of COPY. */
function taken(content: string, { definition = wholeDefinition, pieces = 1_000_000 } = {}) {
  const reader = readAnswerFile(definition, defaults);
  const bytes = Buffer.from(content);
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += pieces)
    lines.push(Buffer.from(reader.read(bytes.subarray(at, at + pieces))).toString());
  lines.push(Buffer.from(reader.end()).toString());
  const rows = lines
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  return { rows, report: reader.report };
}

const head = headingsOf(wholeDefinition).join(';');
/** Somebody who cares for nobody, and what they think of the gmina. */
const sheet = '2;;1;0;0;0;;;;3;-1;4;lekarza;1';
const codes = '{2,-8,1,0,0,0,-8,-8,-8,3,-1,4,1}';

describe('a file of coded answers', () => {
  it('is read by the headings of its first row, in any order of columns', () => {
    expect(head).toBe(
      'cares;hours;needs.1;needs.2;needs.3;needs.4;rank.1;rank.2;rank.3;rate.w1;rate.w2;life;idea;sex',
    );
    const { rows, report } = taken(`${head}\n${sheet}\n`);
    expect(report).toMatchObject({ rows: 1, good: 1, faultCount: 0, head: undefined });
    const [row] = rows;
    expect(row?.[0]).toBe('2');
    expect(row?.slice(2)).toEqual([
      'paper',
      '2026-11-20',
      'pl',
      '\\N',
      '\\N',
      codes,
      '{"idea":"lekarza"}',
      '{}',
    ]);
    const turned = (line: string): string => line.split(';').toReversed().join(';');
    expect(taken(`${turned(head)}\n${turned(sheet)}`).rows[0]?.[7]).toBe(codes);
  });

  it('may be divided by commas, semicolons or tabs, begin with a mark of UTF-8 and end its lines as Windows does', () => {
    for (const sign of [',', ';', '\t']) {
      const content = `\ufeff${head}\r\n${sheet}\r\n${sheet}`.replaceAll(';', sign);
      expect(taken(content).rows.map((row) => row[7])).toEqual([codes, codes]);
    }
  });

  it('comes in pieces that end anywhere, in the middle of a letter or of a text with lines', () => {
    const text = sheet.replace('lekarza', '"Żłobka;\nmówi ""tak"""');
    const content = `${head}\n${sheet}\n${text}\n${sheet}\n`;
    const whole = taken(content);
    expect(whole.rows[1]?.[8]).toBe(JSON.stringify({ idea: 'Żłobka;\nmówi "tak"' }).replaceAll('\\', '\\\\'));
    for (const pieces of [1, 3, 7, 64])
      expect(taken(content, { pieces }).rows.map((row) => row.toSpliced(1, 1))).toEqual(
        whole.rows.map((row) => row.toSpliced(1, 1)),
      );
  });

  it('may hold all codes of a question in one cell, as field tools write them, and slashes in its headings', () => {
    const { rows } = taken(
      'cares,hours,needs,rank,rate/w1,rate/w2,life,sex\n1,20,1 3,3 1,3,-1,4,2\n2,,,,1,1,5,\n',
    );
    expect(rows.map((row) => row[7])).toEqual([
      '{1,20,1,0,1,0,2,0,1,3,-1,4,2}',
      '{2,-8,-9,-9,-9,-9,-8,-8,-8,1,1,5,-9}',
    ]);
  });

  it('says for each sheet its day, channel, language, minutes and stratum, where it has those columns', () => {
    const { rows } = taken(
      `${head};id;day;mode;lang;minutes;stratum\n${sheet};1b4e28ba-2fa1-41d2-883f-0016d3cca427;2026-11-17;interviewer;uk;12;2\n`,
    );
    expect(rows[0]?.slice(1, 7)).toEqual([
      '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
      'interviewer',
      '2026-11-17',
      'uk',
      '2',
      '12',
    ]);
  });

  it('gives a sheet without an id one by chance, of version 4, so that the order of the file is not kept', () => {
    const { rows } = taken(`${head}\n${`${sheet}\n`.repeat(2000)}`);
    const ids = rows.map((row) => row[1] ?? '');
    expect(new Set(ids).size).toBe(2000);
    expect(ids.every((id) => /^[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}$/.test(id))).toBe(true);
  });

  it.each([
    ['a column that the questionnaire does not have', `${head};pesel`, { kind: 'unknown', names: ['pesel'] }],
    ['a column that is missing', head.replace(';life', ''), { kind: 'missing', names: ['life'] }],
    ['a column that stands twice', `${head};sex`, { kind: 'twice', names: ['sex'] }],
    ['a question in one cell and in columns', `${head};needs`, { kind: 'twice', names: ['needs'] }],
    ['delimiters alone', ';;;', { kind: 'empty', names: [] }],
  ])('is not read at all with %s in its first row', (_what, first, fault) => {
    const { rows, report } = taken(`${first}\n${sheet}\n`);
    expect(report.head).toEqual(fault);
    expect(rows).toEqual([]);
  });

  it('of nothing says so', () => {
    expect(taken('').report.head).toEqual({ kind: 'empty', names: [] });
  });

  const broken = (place: number, cell: string): string =>
    sheet
      .split(';')
      .map((one, at) => (at === place ? cell : one))
      .join(';');

  it.each([
    ['a code that is not offered', broken(0, '7'), 'notOffered', 'cares', ''],
    ['a word in the place of a code', broken(0, 'nie'), 'notNumber', 'cares', 'nie'],
    ['a number that no code can be', broken(0, '99999999999'), 'notNumber', 'cares', '99999999999'],
    ['a part of a number', broken(11, '4,5'), 'notNumber', 'life', '4,5'],
    ['a line of a matrix that is not offered', broken(9, '4'), 'notOffered', 'rate.w1', ''],
    ['too many answers', broken(3, '1').replace('1;1;0;0', '1;1;1;0'), 'tooMany', 'needs', ''],
    ['an answer that stands with another and may not', broken(5, '1'), 'notAlone', 'needs', ''],
    ['an answer to a question that is hidden', broken(1, '20'), 'hidden', 'hours', ''],
    ['a place in a section that is hidden', broken(6, '1'), 'hidden', 'rank', ''],
    ['an answer that is too long', broken(12, 'a'.repeat(201)), 'tooLong', 'idea', 'a'.repeat(40)],
    ['a cell too few', sheet.slice(0, -2), 'cells', '13', ''],
    ['a cell too many', `${sheet};1`, 'cells', '15', ''],
    ['a quote that nobody closed', broken(12, '"lekarza'), 'quotes', '', ''],
  ])('a row with %s is told by its number and not taken', (_what, row, kind, at, value) => {
    const { rows, report } = taken(`${head}\n${sheet}\n\n${row}\n${sheet}\n`);
    expect(report.faults).toEqual([{ row: 4, kind, at, value }]);
    expect(rows.map(([no]) => no)).toEqual(['2', '5']);
    expect(report).toMatchObject({ rows: 3, good: 2, faultCount: 1 });
  });

  it.each([
    ['id', 'abc'],
    ['day', '2026-11-31'],
    ['day', '2026-11-15'],
    ['day', '2026-11-23'],
    ['mode', 'fax'],
    ['lang', 'de'],
    ['minutes', '241'],
    ['stratum', '3'],
  ])('a row whose %s is „%s” is told and not taken', (column, value) => {
    const { rows, report } = taken(`${head};${column}\n${sheet};${value}\n`);
    expect(report.faults).toEqual([{ row: 2, kind: 'sheet', at: column, value }]);
    expect(rows).toEqual([]);
  });

  it('a required answer that is missing is kept with a flag, as on a sheet from a device: nobody can be asked again', () => {
    const { rows, report } = taken(`${head}\n${broken(11, '')}\n`);
    expect(report.faultCount).toBe(0);
    expect(rows[0]?.[9]).toBe('{missing:life}');
  });

  it('a text is text: what COPY or JSON would read as something else stays as it was', () => {
    const odd = 'a\\nb\t"x" \\. {1}';
    const { rows } = taken(`${head}\n${broken(12, `"${odd.replaceAll('"', '""')}"`)}\n`);
    // COPY takes one backslash of two away, JSON one of the rest.
    const text = (rows[0]?.[8] ?? '').replaceAll('\\\\', '\\');
    expect(JSON.parse(text)).toEqual({ idea: odd.replace('\t', '') });
  });

  it('after 2000 faulty rows the rest are counted', () => {
    const { report } = taken(`${head}\n${`${broken(0, '9')}\n`.repeat(2500)}`);
    expect([report.faults.length, report.faultCount, report.rows]).toEqual([2000, 2500, 2500]);
  });
});

const chosenOf = (question: Question, next: () => number): Answer | undefined => {
  if (next() < 0.25) return undefined;
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(next() * values.length)];
  switch (question.type) {
    case 'text':
      return pick(['a', 'ż']);
    case 'number':
      // -8 and -9 stand for no answer in a file, as in the columns.
      return Math.max(-7, question.min) + Math.floor(next() * question.max);
    case 'scale':
      return question.from + Math.floor(next() * (question.to - question.from + 1));
    case 'matrix': {
      const lines = question.items.flatMap(({ name }) => {
        const code = pick(question.options)?.code;
        return next() < 0.7 && code !== undefined ? [[name, code] as const] : [];
      });
      return lines.length > 0 ? Object.fromEntries(lines) : undefined;
    }
    case 'multi':
    case 'ranking': {
      const some = question.options.filter(() => next() < 0.4).map(({ code }) => code);
      return some.length > 0 ? (question.type === 'ranking' ? some.toReversed() : some) : undefined;
    }
    default:
      return pick(question.options)?.code;
  }
};

const cellOf = (column: Column, answer: Answer | undefined): number => {
  if (answer === undefined || typeof answer === 'string') return noAnswer;
  if (typeof answer === 'number') return answer;
  if (Array.isArray(answer)) {
    const at = answer.indexOf(column.option ?? 0);
    return column.values === 'rank' ? at + 1 : at < 0 ? 0 : 1;
  }
  return (answer as Readonly<Record<string, number>>)[column.item ?? ''] ?? noAnswer;
};

describe('the rules over codes', () => {
  it('say of any row of any questionnaire what the reading of a sheet says of the same answers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 2 ** 30 }),
        (seed, chance) => {
          let state = chance;
          const next = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
          const definition: Definition = madeByChance(seed);
          const answers: Answers = Object.fromEntries(
            questionsOf(definition).flatMap((question) => {
              const answer = chosenOf(question, next);
              return answer === undefined ? [] : [[question.name, answer] as const];
            }),
          );
          const expected = readSheet(definition, answers);
          const row = {
            codes: Int32Array.from(columnsOf(definition), (column) =>
              cellOf(column, answers[column.question]),
            ),
            given: Uint8Array.from(openQuestionsOf(definition), (name) =>
              answers[name] === undefined ? 0 : 1,
            ),
          };
          const told: CodeFault[] = [];
          rulesOf(definition)(row, (fault) => told.push(fault));
          // What a row with a place too many leads to further on is of no interest: it is not taken.
          const whole = expected.faults.every((fault) => isBearable(fault));
          expect(told.every((fault) => isBearable(fault))).toBe(whole);
          if (!whole) return;
          expect(told.map(flagOf).toSorted()).toEqual(expected.faults.map(flagOf).toSorted());
          expect([...row.codes]).toEqual(encode(definition, expected.answers).codes);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
