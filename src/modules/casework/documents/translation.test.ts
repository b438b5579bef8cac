import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import type { Letter } from '../../../platform/documents/letter.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { callToComplete } from '../commands/call-to-complete.ts';
import { addProgramme, done, submitted } from '../intake.fixture.ts';

const house = testHouse();

/** The letter of a kind that a case has been sent, as it was issued. */
async function letterOf(caseId: string, kind: string): Promise<Letter> {
  const { rows } = await house.owner.query<{ letter: Letter }>(
    'select letter from document where case_id = $1 and kind = $2',
    [caseId, kind],
  );
  const letter = rows[0]?.letter;
  if (!letter) throw new Error(`no ${kind}`);
  return letter;
}

const textOf = (letter: Letter): string => JSON.stringify(letter.blocks).replaceAll('\u00a0', ' ');

async function caseIn(language: { asked?: string; registered?: string }): Promise<string> {
  const programme = await addProgramme(house, house.centre);
  const caseId = await submitted(house, programme);
  await house.owner.query(
    'update person set language = $2 where id = (select person_id from case_file where id = $1)',
    [caseId, language.registered ?? 'pl'],
  );
  await house.owner.query('update case_file set language = $2 where id = $1', [
    caseId,
    language.asked ?? null,
  ]);
  await done(house, callToComplete, 'clerk', { caseId, other: 'podpis na wniosku' });
  return caseId;
}

describe('a letter for a person who reads another language', () => {
  it.each([
    ['asked for in the case', { asked: 'uk' }, 'Переклад українською', 'протягом'],
    [
      'kept in the register',
      { registered: 'en' },
      'Translation into English',
      'of the day you got this letter',
    ],
    [
      'asked for in the case, whatever the register says',
      { asked: 'en', registered: 'uk' },
      'English',
      'window',
    ],
  ])('has a translation below the binding Polish: %s', async (_case, language, title, words) => {
    const letter = await letterOf(await caseIn(language), 'call-to-complete');
    const text = textOf(letter);
    expect(letter.lang).toBe('pl');
    expect(text.indexOf('Wzywam do uzupełnienia')).toBeGreaterThan(-1);
    expect(text.indexOf(title)).toBeGreaterThan(text.indexOf('Wzywam do uzupełnienia'));
    expect(text).toContain(words);
    expect((await renderPdf(letter)).length).toBeGreaterThan(1000);
  });

  it('is only Polish for whoever asked for nothing else', async () => {
    const text = textOf(await letterOf(await caseIn({}), 'call-to-complete'));
    expect(text).not.toContain('Translation');
    expect(text).not.toMatch(/[а-яіїєґ]/i);
  });
});
