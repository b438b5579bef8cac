import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import type { Role } from '../../platform/actor.ts';
import { answerSection } from './commands/answer-section.ts';
import { createSurvey, saveDraft } from './commands/design.ts';
import { enterSheet, printCopies, settleCopy } from './commands/enter-sheet.ts';
import { postSheets } from './commands/post-sheets.ts';
import { publishSurvey, reviseSurvey } from './commands/publish.ts';
import { drawSurveySample, printInvitations } from './commands/sample.ts';
import { demoSurvey } from './demo.ts';
import { copyCode, readCopyCode, typedTwice } from './domain/codes.ts';
import { getSurvey, listCopiesQuery, sampleProgress } from './queries/surveys.ts';
import { runningSurvey, valueOf, wholeDefinition } from './survey.fixture.ts';

const house = testHouse();
let survey: { surveyId: string; slug: string };

beforeAll(async () => {
  survey = await runningSurvey(house, 'Wpisywana');
  // Every copy is typed twice.
  await house.owner.query('update survey set second_share = 100 where id = $1', [survey.surveyId]);
});

const organiser = () => house.centre.as('service_organiser');
const clerk = () => house.centre.as('clerk');
const answers = { cares: '2', needs: '1, 3', rate: '3 0', life: '4' };

const count = async (surveyId: string, mode: string): Promise<number> => {
  const { rows } = await house.owner.query<{ n: number }>(
    'select count(*)::int as n from survey_sheet where survey_id = $1 and mode = $2',
    [surveyId, mode],
  );
  return rows[0]?.n ?? 0;
};

describe('the telephone', () => {
  it('a whole interview is typed by codes on one page', async () => {
    valueOf(
      await house.runner.run(enterSheet, clerk(), { surveyId: survey.surveyId, mode: 'telephone', answers }),
    );
    expect(await count(survey.surveyId, 'telephone')).toBe(1);
  });

  it('what is wrong stands beside its question, and is kept as a visible flag only when said to be so', async () => {
    const sheet = { surveyId: survey.surveyId, mode: 'telephone', answers: { ...answers, hours: '5' } };
    const refused = await house.runner.run(enterSheet, clerk(), sheet);
    expect(refused.ok ? {} : refused.problem.fields).toMatchObject({
      'answers.hours': expect.stringContaining('ukryte'),
    });
    valueOf(await house.runner.run(enterSheet, clerk(), { ...sheet, asWritten: 'tak' }));
    const { rows } = await house.owner.query<{ flags: string[] }>(
      "select flags from survey_sheet where flags <> '{}'",
    );
    expect(rows).toEqual([{ flags: ['hidden:hours'] }]);
  });
});

describe('paper', () => {
  it('a slip in the code of a copy is noticed', () => {
    expect([12, 1, 305].map((no) => readCopyCode(copyCode(no)))).toEqual([12, 1, 305]);
    const [no = '', check = ''] = copyCode(12).split('-');
    expect(readCopyCode(`${no}-${(Number(check) + 1) % 10}`)).toBeUndefined();
    expect(readCopyCode(`21-${check}`)).toBeUndefined();
  });

  it('of a hundred copies about as many are typed twice as were asked for, and the draw stands still', () => {
    const twice = Array.from({ length: 1000 }, (_, at) => at + 1).filter((no) => typedTwice('seed', no, 10));
    expect(twice.length).toBeGreaterThan(60);
    expect(twice.length).toBeLessThan(140);
    expect(twice).toEqual(
      Array.from({ length: 1000 }, (_, at) => at + 1).filter((no) => typedTwice('seed', no, 10)),
    );
  });

  it('a copy is typed, typed again by somebody else, its differences settled on the paper', async () => {
    const { surveyId } = survey;
    valueOf(await house.runner.run(printCopies, organiser(), { surveyId, count: '3' }));
    const type = async (role: Role, no: number, more: Record<string, unknown> = {}) =>
      await house.runner.run(enterSheet, house.centre.as(role), {
        surveyId,
        mode: 'paper',
        copy: copyCode(no),
        answers: { ...answers, ...more },
      });
    expect(at(await type('clerk', 4))).toBe('survey.no-copy');
    expect(valueOf(await type('clerk', 1))).toMatchObject({ again: true });
    expect(at(await type('clerk', 1))).toBe('survey.second-by-other');
    expect(valueOf(await type('community_organiser', 1, { life: '2', idea: 'park' }))).toMatchObject({
      differing: 2,
    });
    expect(at(await type('service_organiser', 1))).toBe('survey.copy-entered');
    expect(await count(surveyId, 'paper')).toBe(1);
    const list = valueOf(await house.runner.ask(listCopiesQuery, clerk(), { surveyId }));
    expect(list.copies[0]?.differing).toEqual([
      { key: 'life', first: '4', second: '2' },
      { key: 'idea', first: '', second: 'park' },
    ]);
    expect(
      at(await house.runner.run(settleCopy, clerk(), { surveyId, no: '1', choices: { life: 'first' } })),
    ).toBe('survey.settle-all');
    valueOf(
      await house.runner.run(settleCopy, clerk(), {
        surveyId,
        no: '1',
        choices: { life: 'second', idea: 'second' },
      }),
    );
    const { rows } = await house.owner.query<{ codes: number[]; texts: unknown }>(
      "select codes, texts from survey_sheet where survey_id = $1 and mode = 'paper'",
      [surveyId],
    );
    expect([rows[0]?.codes[11], rows[0]?.texts]).toEqual([2, { idea: 'park' }]);
    expect(at(await house.runner.run(settleCopy, clerk(), { surveyId, no: '1', choices: {} }))).toBe(
      'survey.settled',
    );
    expect(valueOf(await type('clerk', 2))).toMatchObject({ again: true });
    expect(valueOf(await type('community_organiser', 2))).toMatchObject({ differing: 0 });
  });
});

describe('a new version while old paper is out', () => {
  it('a copy is typed with the questions that stand on it, or not at all', async () => {
    const { surveyId } = await runningSurvey(house, 'Papier w obiegu');
    valueOf(await house.runner.run(printCopies, organiser(), { surveyId, count: '1' }));
    valueOf(await house.runner.run(reviseSurvey, organiser(), { surveyId }));
    valueOf(
      await house.runner.run(publishSurvey, organiser(), {
        surveyId,
        opensOn: '2026-11-16',
        closesOn: '2026-11-30',
      }),
    );
    const sheet = { surveyId, mode: 'paper', copy: copyCode(1), answers };
    expect(at(await house.runner.run(enterSheet, clerk(), sheet))).toBe('survey.other-version');
    valueOf(await house.runner.run(enterSheet, clerk(), { ...sheet, versionNo: '1' }));
    const { rows } = await house.owner.query('select version_no from survey_sheet where survey_id = $1', [
      surveyId,
    ]);
    expect(rows).toEqual([{ version_no: 1 }]);
  });
});

describe('sheets from a device', () => {
  it('sent twice over a bad line, each is one row; what is wrong is flagged', async () => {
    const { surveyId } = survey;
    const sheets = Array.from({ length: 50 }, () => ({
      id: randomUUID(),
      day: '2026-11-16',
      answers: { cares: 2, life: 3 },
    }));
    const batch = {
      surveyId,
      versionNo: 1,
      sheets: [...sheets, { id: randomUUID(), day: '2027-01-01', answers: { cares: 2, life: 9 } }],
    };
    const first = valueOf(await house.runner.run(postSheets, clerk(), batch));
    expect([first.kept.length, first.already.length]).toEqual([51, 0]);
    expect(first.flagged.map(({ flags }) => flags)).toEqual([['notOffered:life', 'day']]);
    const again = valueOf(await house.runner.run(postSheets, clerk(), batch));
    expect([again.kept.length, again.already.length]).toEqual([0, 51]);
    expect(await count(surveyId, 'interviewer')).toBe(51);
    expect(at(await house.runner.run(postSheets, clerk(), { ...batch, versionNo: 7 }))).toBe(
      'survey.unknown-version',
    );
    expect(at(await house.runner.run(postSheets, house.centre.as('visitor'), batch))).toBe('forbidden');
  });
});

const register = (rows: readonly string[]): { name: string; content: Uint8Array } => ({
  name: 'rejestr.csv',
  content: Buffer.from(['imie_nazwisko;adres;miejscowosc;plec;rok_urodzenia', ...rows].join('\n')),
});

const people = Array.from(
  { length: 100 },
  (_, at) =>
    `Osoba ${at};Polna ${at};${at % 4 === 0 ? 'Witaszyce' : 'Jarocin'};${at % 2 === 0 ? 'K' : 'M'};${1940 + (at % 60)}`,
);

describe('a sample', () => {
  const make = async (title: string): Promise<string> => {
    const { surveyId } = valueOf(
      await house.runner.run(createSurvey, organiser(), { title, sampling: 'sample' }),
    );
    valueOf(
      await house.runner.run(saveDraft, organiser(), {
        surveyId,
        definition: { ...wholeDefinition, sections: wholeDefinition.sections.slice(2) },
      }),
    );
    return surveyId;
  };

  it('rows with text in numbers or twice the same person are told one by one, and nobody is drawn', async () => {
    const surveyId = await make('Z błędami');
    const file = register([
      ...people,
      'Jan Nowak;Polna 1;Jarocin;M;czterdzieści',
      people[3] ?? '',
      'Ewa;;Jarocin;K;1980',
      'Ala;Polna 2;Jarocin;K;2015',
    ]);
    const told = valueOf(
      await house.runner.run(drawSurveySample, organiser(), { surveyId, file, error: '5', response: '100' }),
    );
    expect(told.drawn).toBe(0);
    expect(told.faults.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      '102 notNumber',
      '103 twice',
      '104 noAddress',
      '105 tooYoung',
    ]);
    const drawn = valueOf(
      await house.runner.run(drawSurveySample, organiser(), {
        surveyId,
        file,
        error: '5',
        response: '100',
        withoutFaulty: 'tak',
      }),
    );
    // 80 of 100 for 5 points: the formula for a finite population.
    expect(drawn).toMatchObject({ drawn: 80, population: 100, faultCount: 4 });
    const again = await house.runner.run(drawSurveySample, organiser(), {
      surveyId,
      file,
      error: '5',
      response: '100',
    });
    expect(at(again)).toBe('survey.sample-drawn');
  });

  it('a code from a letter works once, and leaves of its person nothing but the stratum', async () => {
    const surveyId = await make('Losowana');
    const publish = async () =>
      await house.runner.run(publishSurvey, organiser(), {
        surveyId,
        opensOn: '2026-11-16',
        closesOn: '2026-11-30',
      });
    expect(at(await publish())).toBe('survey.no-sample');
    valueOf(
      await house.runner.run(drawSurveySample, organiser(), {
        surveyId,
        file: register(people),
        error: '10',
        response: '100',
      }),
    );
    valueOf(await publish());
    const { rows: sealed } = await house.owner.query<{ addressee: string }>(
      'select addressee from survey_invitation where survey_id = $1',
      [surveyId],
    );
    expect(sealed.some(({ addressee }) => addressee.includes('Osoba'))).toBe(false);
    const { letters, slug } = valueOf(await house.runner.run(printInvitations, organiser(), { surveyId }));
    expect(letters).toHaveLength(49);
    const code = letters[0]?.code ?? '';
    const send = async (typed: string | undefined) =>
      await house.runner.run(answerSection, house.centre.as('visitor'), {
        slug,
        section: 's3',
        answers: { life: '4' },
        seen: 'rate,life,idea,sex',
        ...(typed ? { code: typed } : {}),
      });
    expect(at(await send(undefined))).toBe('survey.code');
    // Two at once with one code: one sheet.
    const [one, two] = await Promise.all([send(code.toLowerCase()), send(code)]);
    expect([at(one), at(two)].toSorted()).toEqual(['done', 'survey.code']);
    expect(at(await send(code))).toBe('survey.code');
    const { rows } = await house.owner.query<{ stratum_no: number | null }>(
      'select stratum_no from survey_sheet where survey_id = $1',
      [surveyId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.stratum_no).toBeGreaterThan(0);
    const { strata } = valueOf(
      await house.runner.ask(sampleProgress, house.centre.as('director'), { surveyId }),
    );
    const sum = (of: (one: (typeof strata)[number]) => number) =>
      strata.reduce((total, row) => total + of(row), 0);
    expect([sum((row) => row.drawn), sum((row) => row.answered), sum((row) => row.silent)]).toEqual([
      49, 1, 48,
    ]);
    const second = valueOf(await house.runner.run(printInvitations, organiser(), { surveyId }));
    expect(second.letters).toHaveLength(48);
    const { rows: left } = await house.owner.query(
      'select 1 from survey_invitation where survey_id = $1 and addressee is not null',
      [surveyId],
    );
    expect(left).toEqual([]);
    // The first letter goes on working.
    expect(at(await send(letters[1]?.code))).toBe('done');
    expect(at(await house.runner.run(printInvitations, organiser(), { surveyId }))).toBe('survey.waves-done');
  });

  it('codes and addresses are kept in no receipt and no journal', async () => {
    const { rows } = await house.owner.query<{ text: string }>(
      `select what::text as text from audit_entry where action like 'survey.%'
       union all select result::text from command_receipt where command like 'survey.%'`,
    );
    expect(rows.filter(({ text }) => /Osoba|Polna|"code": "/.test(text))).toEqual([]);
  });
});

describe('a demonstration', () => {
  it('plays a survey by the commands of people, over all four channels', async () => {
    const sheets = (['web', 'telephone', 'paper', 'interviewer'] as const).flatMap((mode) =>
      [1, 2].map((cares) => ({
        mode,
        answers: { cares, ...(cares === 1 ? { hours: 10 } : {}), needs: [1, 2], life: 3 },
      })),
    );
    const made = await demoSurvey(
      house.runner,
      { organiser: organiser(), clerk: clerk(), visitor: house.centre.as('visitor') },
      {
        title: 'Pokazowa',
        questionnaire: wholeDefinition,
        opensOn: '2026-11-16',
        closesOn: '2026-11-30',
        sheets,
      },
    );
    const file = valueOf(await house.runner.ask(getSurvey, organiser(), { surveyId: made.surveyId }));
    expect(file.byMode).toEqual([
      { mode: 'interviewer', sheets: 2 },
      { mode: 'paper', sheets: 2 },
      { mode: 'telephone', sheets: 2 },
      { mode: 'web', sheets: 2 },
    ]);
    expect(file.flagged).toBe(0);
  });
});
