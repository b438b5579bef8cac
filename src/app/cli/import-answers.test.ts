import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { runningSurvey } from '../../modules/survey/survey.fixture.ts';
import { takeAnswers } from './import-answers.ts';

const house = testHouse();
const folder = mkdtempSync(path.join(tmpdir(), 'okienko-answers-'));
let survey = '';

beforeAll(async () => {
  survey = (await runningSurvey(house, 'Z wiersza poleceń')).slug;
});
afterAll(() => rmSync(folder, { recursive: true }));

const head = 'cares,hours,needs,rank,rate.w1,rate.w2,life,sex';

/** Takes a file of these rows in; gives what came of it and what was told. */
async function take(rows: readonly string[], more: Partial<Parameters<typeof takeAnswers>[2]> = {}) {
  const file = path.join(folder, `${rows.length}.csv`);
  writeFileSync(file, [head, ...rows].join('\n'));
  const told: string[] = [];
  const asked = {
    centre: house.centre.slug,
    survey,
    path: file,
    mode: 'paper',
    withoutFaulty: false,
    ...more,
  };
  return { done: await takeAnswers(house.pool, house.clock, asked, (line) => told.push(line)), told };
}

describe('okienko import-answers: a file of any size', () => {
  it('is read as it goes, in pieces, and comes in whole', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => `2,,${1 + (at % 3)},,1,2,${1 + (at % 5)},1`);
    expect(await take(rows)).toEqual({ done: { rows: 30_000, added: 30_000, faultCount: 0 }, told: [] });
    const { rows: kept } = await house.owner.query(
      `select count(*)::int as n, count(distinct id)::int as ids, sum(codes[12])::int as life from survey_sheet`,
    );
    expect(kept).toEqual([{ n: 30_000, ids: 30_000, life: 90_000 }]);
  });

  it('tells every faulty row and keeps nothing, or with --without-faulty the rest', async () => {
    const rows = ['2,,1,,1,2,3,1', '9,,1,,1,2,3,1', '2,5,1,,1,2,3,1', '2,,1,,1,2,x,1'];
    const { done, told } = await take(rows);
    expect(done).toEqual({ rows: 4, added: 0, faultCount: 3 });
    expect(told).toEqual([
      '  wiersz 3, cares: takiego kodu nie ma wśród odpowiedzi',
      '  wiersz 4, hours: odpowiedź na pytanie, którego ta osoba nie powinna dostać',
      '  wiersz 5, life: to nie jest liczba całkowita („x”)',
      'Wiersze z błędami: 3. Niczego nie zapisano.',
    ]);
    const rest = await take(rows, { withoutFaulty: true });
    expect(rest.done).toEqual({ rows: 4, added: 1, faultCount: 3 });
    expect(rest.told.at(-1)).toBe('Pominięte wiersze z błędami: 3.');
  });

  it('says in one sentence what is wrong: the centre, the survey, the file, its columns', async () => {
    await expect(take(['2'], { centre: 'nigdzie' })).rejects.toThrow('Nie ma centrum „nigdzie”');
    await expect(take(['2'], { survey: 'zadna' })).rejects.toThrow('To centrum nie ma ankiety „zadna”.');
    await expect(take(['2'], { path: path.join(folder, 'nie-ma.csv') })).rejects.toThrow(
      'Nie mogę odczytać pliku',
    );
    await expect(take(['2'], { mode: 'fax' })).rejects.toThrow('Wybierz');
    writeFileSync(path.join(folder, 'zly.csv'), 'kolor\nbiały\n');
    await expect(take(['2'], { path: path.join(folder, 'zly.csv') })).rejects.toThrow('kolor');
  });
});
