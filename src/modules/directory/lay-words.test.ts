import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { testWeb } from '../../../test/support/web.ts';
import { type Actor, roles } from '../../platform/actor.ts';
import { pageFaults } from '../../ui/index.ts';
import { addLayWord, closeLayWord } from './commands/lay-words.ts';
import { cards } from './directory.fixture.ts';
import { listLayWords } from './queries/list-lay-words.ts';
import { searchServices } from './queries/search-services.ts';

const house = testHouse();
const web = testWeb(house);
const { organiser, published } = cards(house);

const add = async (input: Record<string, unknown>, actor: Actor = organiser()) =>
  await house.runner.run(addLayWord, actor, input);

async function found(text: string, actor = house.centre.as('visitor')): Promise<string[]> {
  const outcome = await house.runner.ask(searchServices, actor, { text });
  return outcome.ok ? outcome.value.hits.map((one) => one.name) : [];
}

describe('directory.add-lay-word', () => {
  it('a phrase of the residents finds what the organiser says they mean, at once', async () => {
    await published({ name: 'Zajęcia na basenie', area: '10' });
    expect(await found('pluskadło')).toEqual([]);
    expect(await add({ phrase: 'pluskadło', words: 'zajęcia basen' })).toMatchObject({ ok: true });
    expect(await found('pluskadło')).toEqual(['Zajęcia na basenie']);
  });

  it('a phrase may stand for a meaning of the shipped dictionary', async () => {
    await published({ name: 'Przewóz do lekarza', area: '6' });
    await add({ phrase: 'fura dla dziadka', meaning: 'transport' });
    expect((await found('potrzebna fura dla dziadka'))[0]).toBe('Przewóz do lekarza');
  });

  it('holds in this centre only', async () => {
    await add({ phrase: 'szusowanie', meaning: 'transport' });
    expect(await found('szusowanie', house.other.as('visitor'))).toEqual([]);
  });

  it.each([
    ['neither meaning nor words', {}, 'directory.lay-word-means-one'],
    ['both', { meaning: 'transport', words: 'przewóz' }, 'directory.lay-word-means-one'],
    ['a meaning that is not there', { meaning: 'fishing' }, 'directory.lay-word-unknown'],
    ['only small words', { phrase: 'ktoś do mnie', meaning: 'transport' }, 'directory.lay-word-small'],
  ])('is refused: %s', async (_why, more, code) => {
    expect(await add({ phrase: 'jakiś zwrot', ...more })).toMatchObject({ ok: false, problem: { code } });
  });

  it('the same phrase is not taken twice', async () => {
    await add({ phrase: 'gablota', meaning: 'transport' });
    expect(await add({ phrase: 'Gablota', meaning: 'respite' })).toMatchObject({
      ok: false,
      problem: { code: 'directory.lay-word-twice' },
    });
  });
});

describe('directory.close-lay-word and directory.list-lay-words', () => {
  it('a closed phrase finds nothing any more and may be added again', async () => {
    await published({ name: 'Wypożyczalnia sprzętu', area: '6' });
    const input = { phrase: 'bajerancki grat', meaning: 'equipment' };
    const added = await add(input);
    if (!added.ok) throw new Error(added.problem.code);
    expect(await found('bajerancki grat')).toContain('Wypożyczalnia sprzętu');
    await house.runner.run(closeLayWord, organiser(), { layWordId: added.value.layWordId });
    expect(await found('bajerancki grat')).toEqual([]);
    expect(
      await house.runner.run(closeLayWord, organiser(), { layWordId: added.value.layWordId }),
    ).toMatchObject({
      ok: false,
      problem: { kind: 'not_found' },
    });
    expect(await add(input)).toMatchObject({ ok: true });
  });

  it("another centre's entry is not there", async () => {
    const added = await add({ phrase: 'dorożka', meaning: 'transport' });
    if (!added.ok) throw new Error(added.problem.code);
    const other = house.other.as('service_organiser');
    expect(await house.runner.run(closeLayWord, other, { layWordId: added.value.layWordId })).toMatchObject({
      ok: false,
      problem: { kind: 'not_found' },
    });
    const list = await house.runner.ask(listLayWords, other, {});
    expect(list).toMatchObject({ ok: true, value: { entries: [] } });
  });

  it.each(roles.filter((role) => role !== 'service_organiser'))('%s keeps no dictionary', async (role) => {
    const actor = house.centre.as(role);
    const added = await add({ phrase: `zwrot ${role}`, meaning: 'transport' }, actor);
    expect(added).toMatchObject({ ok: false, problem: { kind: 'forbidden' } });
    expect(await house.runner.ask(listLayWords, actor, {})).toMatchObject({
      ok: false,
      problem: { kind: 'forbidden' },
    });
  });
});

it('the organiser keeps the dictionary on a page', async () => {
  await web.post('/praca/uslugi/slowa', { phrase: 'kibitka', meaning: 'transport' }, 'service_organiser');
  const page = await web.get('/praca/uslugi/slowa', 'service_organiser');
  expect(page.body).toContain('kibitka');
  expect(pageFaults(page.body)).toEqual([]);
});
