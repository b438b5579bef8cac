import { describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { roles } from '../../platform/actor.ts';
import { readerFor } from '../../platform/database/tenant.ts';
import { importSheets } from './commands/import-sheets.ts';
import { createSurvey } from './commands/design.ts';
import { closeSurvey } from './commands/publish.ts';
import { answersOf } from './db/answers.ts';
import { headingsOf } from './domain/answer-file/head.ts';
import { runningSurvey, valueOf, wholeDefinition } from './survey.fixture.ts';

const house = testHouse();

const head = headingsOf(wholeDefinition).join(';');
const sheet = '2;;1;0;0;0;;;;3;-1;4;;1';
const faulty = '7;;1;0;0;0;;;;3;-1;4;;1';

const fileOf = (...rows: string[]) => ({ name: 'ankiety.csv', content: Buffer.from(`${rows.join('\n')}\n`) });

const send = async (
  surveyId: string,
  file: ReturnType<typeof fileOf>,
  more: Record<string, unknown> = {},
  who = house.centre.as('clerk'),
) => await house.runner.run(importSheets, who, { surveyId, file, mode: 'paper', day: '2026-11-16', ...more });

const sheets = async (surveyId: string): Promise<number> => {
  const { rows } = await house.owner.query<{ n: number }>(
    'select count(*)::int as n from survey_sheet where survey_id = $1',
    [surveyId],
  );
  return rows[0]?.n ?? 0;
};

describe('answers that were collected elsewhere', () => {
  it('are taken in from a file, each row as a sheet, and stand in the results', async () => {
    const { surveyId } = await runningSurvey(house, 'Z pliku');
    const done = valueOf(await send(surveyId, fileOf(head, sheet, sheet, sheet)));
    expect(done).toEqual({ surveyId, rows: 3, added: 3, already: 0, faults: [], faultCount: 0 });
    const answers = await answersOf(readerFor(house.pool, house.centre.id), house.centre.id, surveyId);
    expect(answers?.rows).toBe(3);
    expect(answers?.columns.find(({ column }) => column.key === 'life')?.codes).toEqual(
      Int8Array.of(4, 4, 4),
    );
    const { rows } = await house.owner.query(
      'select distinct mode, day::text, lang, flags from survey_sheet where survey_id = $1',
      [surveyId],
    );
    expect(rows).toEqual([{ mode: 'paper', day: '2026-11-16', lang: 'pl', flags: [] }]);
  });

  it('come in all or not at all: a faulty row is told by its number, and nothing is written', async () => {
    const { surveyId } = await runningSurvey(house, 'Z błędem');
    const file = fileOf(head, sheet, faulty, sheet);
    const told = valueOf(await send(surveyId, file));
    expect(told).toMatchObject({ rows: 3, added: 0, faultCount: 1 });
    expect(told.faults).toEqual([{ row: 3, kind: 'notOffered', at: 'cares', value: '' }]);
    expect(await sheets(surveyId)).toBe(0);
    // The same file again, now without its faulty row: it was not taken before.
    const without = valueOf(await send(surveyId, file, { withoutFaulty: 'tak' }));
    expect(without).toMatchObject({ rows: 3, added: 2, faultCount: 1 });
    expect(await sheets(surveyId)).toBe(2);
  });

  it('are not doubled: the same file is taken once, also when it is sent twice at the same moment', async () => {
    const { surveyId } = await runningSurvey(house, 'Dwa razy');
    const file = fileOf(head, sheet, sheet);
    const both = await Promise.all([send(surveyId, file), send(surveyId, file)]);
    expect(both.map(at).toSorted()).toEqual(['done', 'survey.file-taken']);
    const again = await send(surveyId, file);
    expect(again.ok ? '' : again.problem.words).toBe(
      'Ten plik wczytano już 2026-11-16. Nic się nie podwoiło. Nowe odpowiedzi wczytaj z osobnego pliku.',
    );
    expect(await sheets(surveyId)).toBe(2);
  });

  it('with an id are known again in another file; an id that stands twice in one file is told', async () => {
    const { surveyId } = await runningSurvey(house, 'Z numerami');
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
    const named = (...ids: string[]) => fileOf(`id;${head}`, ...ids.map((id) => `${id};${sheet}`));
    expect(valueOf(await send(surveyId, named(first, second)))).toMatchObject({ added: 2, already: 0 });
    expect(valueOf(await send(surveyId, named(first, second, third)))).toMatchObject({
      added: 1,
      already: 2,
    });
    const twice = valueOf(await send(surveyId, named(third, third)));
    expect(twice).toMatchObject({ added: 0, faultCount: 1 });
    expect(twice.faults).toMatchObject([{ row: 3, kind: 'sheetTwice', at: 'id' }]);
    expect(await sheets(surveyId)).toBe(3);
  });

  it.each([
    ['no file', { name: '', content: Buffer.alloc(0) }, 'invalid'],
    ['a file without rows', fileOf(head), 'survey.file-empty'],
    ['an empty file', fileOf(''), 'survey.file-head-empty'],
    ['a column that is not asked', fileOf(`${head};pesel`, `${sheet};1`), 'survey.file-head-unknown'],
    ['a column that is missing', fileOf('cares', '1'), 'survey.file-head-missing'],
  ])('%s is refused', async (_what, file, code) => {
    const { surveyId } = await runningSurvey(house, `Odmowa ${randomUUID()}`);
    expect(at(await send(surveyId, file))).toBe(code);
    expect(await sheets(surveyId)).toBe(0);
  });

  it('are of a day on which the survey asked: not before its first, not after today', async () => {
    const { surveyId } = await runningSurvey(house, 'Dni');
    for (const day of ['2026-11-15', '2026-11-17'])
      expect(at(await send(surveyId, fileOf(head, sheet), { day }))).toBe('survey.file-day');
  });

  it('come after the survey was closed, as paper does, and never before it is published', async () => {
    const { surveyId } = await runningSurvey(house, 'Zamknięta');
    valueOf(await house.runner.run(closeSurvey, house.centre.as('service_organiser'), { surveyId }));
    expect(valueOf(await send(surveyId, fileOf(head, sheet))).added).toBe(1);
    const draft = valueOf(
      await house.runner.run(createSurvey, house.centre.as('service_organiser'), {
        title: 'Szkic pliku',
        sampling: 'open',
      }),
    );
    expect(at(await send(draft.surveyId, fileOf(head, sheet)))).toBe('survey.not-running');
    expect(at(await send(surveyId, fileOf(head, sheet), { versionNo: 9 }))).toBe('survey.unknown-version');
  });

  it('are taken in by whoever types answers in, and by no other role', async () => {
    const { surveyId } = await runningSurvey(house, 'Kto może');
    const may = ['service_organiser', 'community_organiser', 'clerk'];
    for (const role of roles)
      expect([role, at(await send(surveyId, fileOf(head, sheet, role), {}, house.centre.as(role)))]).toEqual([
        role,
        may.includes(role) ? 'done' : 'forbidden',
      ]);
    expect(await sheets(surveyId)).toBe(0);
  });

  it("another centre's survey is not there", async () => {
    const { surveyId } = await runningSurvey(house, 'Cudza');
    expect(at(await send(surveyId, fileOf(head, sheet), {}, house.other.as('clerk')))).toBe('not_found');
    expect(await sheets(surveyId)).toBe(0);
  });

  it('leave in the journal how many they were, and not one of them', async () => {
    const { surveyId } = await runningSurvey(house, 'Dziennik');
    valueOf(await send(surveyId, fileOf(head, sheet, sheet)));
    const { rows } = await house.owner.query(
      `select what from audit_entry where action = 'survey.import-sheets' and what->>'surveyId' = $1`,
      [surveyId],
    );
    expect(rows).toEqual([{ what: { surveyId, rows: 2, faulty: 0, taken: true, added: 2, already: 0 } }]);
  });
});
