import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse, type TestCentre } from '../../../test/support/centre.ts';
import { inTransaction, readerFor } from '../../platform/database/tenant.ts';
import { answerSection } from './commands/answer-section.ts';
import { createSurvey, saveDraft } from './commands/design.ts';
import { enterSheet, printCopies, settleCopy } from './commands/enter-sheet.ts';
import { importSheets } from './commands/import-sheets.ts';
import { postSheets } from './commands/post-sheets.ts';
import { publishSurvey, reviseSurvey } from './commands/publish.ts';
import { answersOf, type SurveyAnswers } from './db/answers.ts';
import { insertSheet } from './db/sheets.ts';
import { copyCode } from './domain/codes.ts';
import { headingsOf } from './domain/answer-file/head.ts';
import { runningSurvey, valueOf, wholeDefinition } from './survey.fixture.ts';

const house = testHouse();
let survey: { surveyId: string; slug: string };

beforeAll(async () => {
  survey = await runningSurvey(house, 'Zawsze świeże');
});

const read = async (surveyId = survey.surveyId, centre: TestCentre = house.centre) =>
  await answersOf(readerFor(house.pool, centre.id), centre.id, surveyId);

const lifeOf = (answers: SurveyAnswers | undefined): number[] =>
  [...(answers?.columns.find(({ column }) => column.key === 'life')?.codes ?? [])].toSorted((a, b) => a - b);

const post = async (surveyId: string, life: number) =>
  valueOf(
    await house.runner.run(postSheets, house.centre.as('clerk'), {
      surveyId,
      versionNo: 1,
      sheets: [{ id: randomUUID(), day: '2026-11-16', answers: { cares: 2, life } }],
    }),
  );

describe('answers kept in memory', () => {
  it('are the same columns as long as nothing comes', async () => {
    await post(survey.surveyId, 3);
    const [first, second] = [await read(), await read()];
    expect(first?.rows).toBe(1);
    expect(second?.columns).toBe(first?.columns);
  });

  it('hold a new answer in the very next view, whatever channel it came by', async () => {
    const { surveyId, slug } = await runningSurvey(house, 'Każdy kanał');
    const organiser = house.centre.as('service_organiser');
    const clerk = house.centre.as('clerk');
    const seen: number[] = [(await read(surveyId))?.rows ?? -1];
    const look = async (): Promise<void> => void seen.push((await read(surveyId))?.rows ?? -1);
    await post(surveyId, 1);
    await look();
    const typed = { surveyId, mode: 'telephone', answers: { cares: 2, life: 2 } };
    valueOf(await house.runner.run(enterSheet, clerk, typed));
    await look();
    const begun = valueOf(
      await house.runner.run(answerSection, house.centre.as('visitor'), {
        slug,
        section: 's1',
        seen: 'cares,needs',
        answers: { cares: '2' },
      }),
    );
    valueOf(
      await house.runner.run(answerSection, house.centre.as('visitor'), {
        slug,
        section: 's3',
        seen: 'rate,life,idea,sex',
        answers: { life: '3' },
        draft: begun.code,
      }),
    );
    await look();
    const content = Buffer.from(`${headingsOf(wholeDefinition).join(';')}\n2;;;;;;;;;;;4;;\n`);
    valueOf(
      await house.runner.run(importSheets, organiser, {
        surveyId,
        file: { name: 'a.csv', content },
        mode: 'paper',
        day: '2026-11-16',
      }),
    );
    await look();
    expect(seen).toEqual([0, 1, 2, 3, 4]);
    expect(lifeOf(await read(surveyId))).toEqual([1, 2, 3, 4]);
  });

  it('hold a sheet as it was settled, and not as it was typed first', async () => {
    const { surveyId } = await runningSurvey(house, 'Rozstrzygnięte');
    const organiser = house.centre.as('service_organiser');
    await house.owner.query('update survey set second_share = 100 where id = $1', [surveyId]);
    valueOf(await house.runner.run(printCopies, organiser, { surveyId, count: 1 }));
    const typed = (life: number) => ({
      surveyId,
      mode: 'paper',
      copy: copyCode(1),
      answers: { cares: 2, life },
    });
    valueOf(await house.runner.run(enterSheet, house.centre.as('clerk'), typed(1)));
    expect(lifeOf(await read(surveyId))).toEqual([1]);
    valueOf(await house.runner.run(enterSheet, house.centre.as('community_organiser'), typed(5)));
    expect(lifeOf(await read(surveyId))).toEqual([1]);
    valueOf(await house.runner.run(settleCopy, organiser, { surveyId, no: 1, choices: { life: 'second' } }));
    expect(lifeOf(await read(surveyId))).toEqual([5]);
  });

  it('follow the questions when another version is published, before anybody answers it', async () => {
    const { surveyId } = await runningSurvey(house, 'Nowa wersja');
    const organiser = house.centre.as('service_organiser');
    await post(surveyId, 2);
    expect((await read(surveyId))?.columns.some(({ column }) => column.key === 'life2')).toBe(false);
    valueOf(await house.runner.run(reviseSurvey, organiser, { surveyId }));
    const [s1, s2, s3] = wholeDefinition.sections;
    const life = s3?.questions.find(({ name }) => name === 'life');
    if (!s1 || !s2 || !s3 || !life) throw new Error('the definition has three sections');
    const definition = {
      ...wholeDefinition,
      sections: [s1, s2, { ...s3, questions: [...s3.questions, { ...life, name: 'life2' }] }],
    };
    valueOf(await house.runner.run(saveDraft, organiser, { surveyId, definition }));
    valueOf(
      await house.runner.run(publishSurvey, organiser, {
        surveyId,
        opensOn: '2026-11-16',
        closesOn: '2026-11-30',
      }),
    );
    const answers = await read(surveyId);
    expect(answers?.columns.find(({ column }) => column.key === 'life2')?.codes).toEqual(Int8Array.of(-8));
    expect(lifeOf(answers)).toEqual([2]);
  });

  it('are never shown to another centre, however warm the memory is', async () => {
    await read();
    expect(await read(survey.surveyId, house.other)).toBeUndefined();
    // Nor by the other way round: its own name with the rights of the other one.
    expect(
      await answersOf(readerFor(house.pool, house.other.id), house.centre.id, survey.surveyId),
    ).toBeUndefined();
    const theirs = await house.runner.run(createSurvey, house.other.as('service_organiser'), {
      title: 'Zawsze świeże',
      sampling: 'open',
    });
    expect(await read(valueOf(theirs).surveyId, house.other)).toBeUndefined();
  });

  it('do not remember what a transaction read that was undone afterwards', async () => {
    const { surveyId } = await runningSurvey(house, 'Cofnięte');
    await post(surveyId, 1);
    const undone = inTransaction(house.pool, house.centre.id, async (tx) => {
      await insertSheet(tx, {
        centreId: house.centre.id,
        sheet: {
          id: randomUUID(),
          surveyId,
          versionNo: 1,
          mode: 'paper',
          day: '2026-11-16',
          lang: 'pl',
          stratumNo: null,
          minutes: null,
          codes: [],
          texts: {},
          flags: [],
        },
      });
      expect((await answersOf(tx, house.centre.id, surveyId))?.rows).toBe(2);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(lifeOf(await read(surveyId))).toEqual([1]);
    // The number of changes is now what it was inside; the answers are others.
    await post(surveyId, 4);
    expect(lifeOf(await read(surveyId))).toEqual([1, 4]);
  });
});
