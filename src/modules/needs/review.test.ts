import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { done } from '../../../test/support/plan.ts';
import { rolesAdmitted } from '../../../test/support/roles.ts';
import type { AnyCommand } from '../../platform/runner/command.ts';
import { acceptNeeds, correctNeeds, rejectNeeds } from './commands/review-needs.ts';
import { codeWord, dismissWord } from './commands/review-words.ts';
import { alikeKey, alikeOf } from './domain/review.ts';
import { enter, need, several } from './ledger.fixture.ts';
import { needsToReview } from './queries/needs-to-review.ts';
import { unmetNeeds } from './queries/unmet-needs.ts';

const house = testHouse();
const organiser = () => house.centre.as('service_organiser');
const keyOf = (more: Parameters<typeof need>[1] = {}): string => alikeKey({ ...need('x', more), terms: '' });
const review = async () => done(await house.runner.ask(needsToReview, organiser(), {}));
const counted = async (input: Record<string, unknown> = {}, centre = house.centre) =>
  done(await house.runner.ask(unmetNeeds, centre.as('director'), input));

beforeAll(async () => {
  await enter(house, [
    ...several('places', 12),
    ...several('dear', 7, { reason: 'price', area: 6, group: null, locality: 'Golina' }),
    ...several('few', 2, { reason: 'hours', area: 6, group: 'carers', locality: 'Łuszczanów' }),
    ...several('village', 6, { reason: 'no_places', area: 6, gmina: gminas.village, locality: null }),
    ...several('typo', 3, { area: null, reason: 'no_service', source: 'search', locality: null }),
    ...several('earlier', 9, { on: '2026-09-20' }),
  ]);
  await enter(house, several('foreign', 40, { area: 9 }), house.other);
});

describe('the organiser reviews the ledger (art. 27(1)(2))', () => {
  it('alike entries stand together with their exact count, the most frequent first', async () => {
    const { needs } = await review();
    expect(needs[0]).toMatchObject({ area: 5, reason: 'no_places', locality: 'Witaszyce', times: 21 });
    expect(needs).toHaveLength(5);
    expect(needs.some(({ area }) => area === 9)).toBe(false);
  });

  it('nothing counts before it is accepted', async () => {
    expect(done(await house.runner.ask(unmetNeeds, organiser(), {}))).toMatchObject({
      total: 0,
      awaiting: 39,
    });
    // How many await is a number like any other: it may be small.
    expect(await counted()).toMatchObject({ total: 0, awaiting: null });
  });

  it('an entry without an area cannot be accepted: it would count nowhere', async () => {
    const key = keyOf({ area: null, reason: 'no_service', locality: null });
    expect(at(await house.runner.run(acceptNeeds, organiser(), { keys: [key] }))).toBe('needs.no-area');
    expect(at(await house.runner.run(acceptNeeds, organiser(), {}))).toBe('needs.nothing-chosen');
  });

  it('accepted entries count; accepting them again finds nothing to accept', async () => {
    const keys = [
      keyOf(),
      keyOf({ reason: 'price', area: 6, group: null, locality: 'Golina' }),
      keyOf({ reason: 'hours', area: 6, group: 'carers', locality: 'Łuszczanów' }),
    ];
    expect(done(await house.runner.run(acceptNeeds, organiser(), { keys }))).toEqual({ accepted: 30 });
    expect(at(await house.runner.run(acceptNeeds, organiser(), { keys }))).toBe('needs.nothing-awaits');
    expect((await counted()).total).toBe(21);
  });

  it('a corrected code counts under the new code', async () => {
    const key = keyOf({ reason: 'no_places', area: 6, gmina: gminas.village, locality: null });
    const input = { key, area: '12', reason: 'distance', group: '' };
    expect(at(await house.runner.run(correctNeeds, organiser(), input))).toBe('done');
    expect(at(await house.runner.run(correctNeeds, organiser(), input))).toBe('needs.nothing-awaits');
    expect((await counted({ area: 12 })).byArea).toMatchObject({
      areas: [12],
      reasons: ['distance'],
      total: 6,
    });
  });

  it('noise is rejected with a reason and never counts', async () => {
    const key = keyOf({ area: null, reason: 'no_service', locality: null });
    expect(at(await house.runner.run(rejectNeeds, organiser(), { key, because: ' ' }))).toBe('invalid');
    expect(done(await house.runner.run(rejectNeeds, organiser(), { key, because: 'literówka' }))).toEqual({
      rejected: 3,
    });
    expect((await counted()).total).toBe(27);
    expect((await review()).needs).toEqual([]);
  });

  it('is the organiser’s alone', async () => {
    const inputs: [AnyCommand, unknown][] = [
      [acceptNeeds, { keys: [keyOf()] }],
      [correctNeeds, { key: keyOf(), area: 1, reason: 'other' }],
      [rejectNeeds, { key: keyOf(), because: 'test' }],
    ];
    for (const [verb, input] of inputs)
      expect(
        await rolesAdmitted(async (role) => at(await house.runner.run(verb, house.centre.as(role), input))),
      ).toEqual(['service_organiser']);
    expect(
      await rolesAdmitted(async (role) =>
        at(await house.runner.ask(needsToReview, house.centre.as(role), {})),
      ),
    ).toEqual(['service_organiser']);
  });

  it("another centre's organiser reaches none of these entries", async () => {
    const foreign = house.other.as('service_organiser');
    expect(at(await house.runner.run(acceptNeeds, foreign, { keys: [keyOf()] }))).toBe(
      'needs.nothing-awaits',
    );
  });

  it('the code of alike entries is read back as it was written, and nothing else is read', () => {
    const { event: _event, on: _on, source: _source, serviceId: _serviceId, ...alike } = need('x');
    expect(alikeOf(alikeKey({ ...alike, terms: 'praca' }))).toEqual({ ...alike, terms: 'praca' });
    expect(alikeOf('99|no_places||||')).toBeUndefined();
    expect(alikeOf("1' or 1=1")).toBeUndefined();
  });
});

describe('words that no search understood', () => {
  const wordOf = async (word: string): Promise<string> =>
    (
      await house.owner.query<{ id: string }>(
        `insert into search_word (centre_id, month, mark, word, times) values ($1, '2026-10-01', $2, $3, 8) returning id`,
        [house.centre.id, Buffer.from(word), word],
      )
    ).rows[0]?.id ?? '';

  it('a word is counted as a need in its month, once', async () => {
    const wordId = await wordOf('fryzjer');
    const before = (await counted()).total ?? 0;
    const input = { wordId, area: '4', group: 'olderPeople' };
    expect(done(await house.runner.run(codeWord, organiser(), input))).toEqual({ accepted: 8 });
    expect(at(await house.runner.run(codeWord, organiser(), input))).toBe('not_found');
    expect((await counted()).total).toBe(before + 8);
  });

  it('or it leaves the list without being counted', async () => {
    const wordId = await wordOf('pizza');
    const before = (await counted()).total;
    expect(at(await house.runner.run(dismissWord, organiser(), { wordId }))).toBe('done');
    expect((await review()).words.map(({ word }) => word)).not.toContain('pizza');
    expect((await counted()).total).toBe(before);
  });

  it('is the organiser’s alone, and of their own centre', async () => {
    const wordId = await wordOf('basen');
    const verbs: AnyCommand[] = [codeWord, dismissWord];
    for (const verb of verbs) {
      const input = { wordId, area: 4 };
      expect(at(await house.runner.run(verb, house.other.as('service_organiser'), input))).toBe('not_found');
      expect(at(await house.runner.run(verb, house.centre.as('clerk'), input))).toBe('forbidden');
      expect(at(await house.runner.run(verb, house.centre.as('director'), input))).toBe('forbidden');
    }
  });
});

describe('the ledger in figures: what the needs diagnosis counts (art. 21)', () => {
  it('the last whole month is shown unless another period is chosen', async () => {
    expect((await counted()).passport).toMatchObject({ from: '2026-10', to: '2026-10' });
    const longer = await counted({ from: '2026-09', to: '2026-10' });
    expect(longer.byMonth.slice(-2)).toEqual([
      { month: '2026-09', count: 9 },
      { month: '2026-10', count: 35 },
    ]);
    expect(longer.total).toBe(44);
  });

  it('counts of 1 to 4 are hidden from every reader, and with them what would give them away', async () => {
    const { byArea, byPlace, byGroup, total } = await counted({ area: 6 });
    expect(total).toBe(9);
    // Seven dear and two at wrong hours: the two would follow from nine, so the seven is hidden as well.
    expect(byArea.rows).toEqual([[null, null]]);
    // Of a narrowing it is not even said which groups and places are hidden.
    expect(byGroup).toEqual([]);
    expect(byPlace.flatMap(({ localities }) => localities)).toEqual([]);
  });

  it('a figure carries its passport: source, period, filter, formula, day', async () => {
    expect((await counted({ area: 6, gmina: gminas.town, group: 'carers' })).passport).toMatchObject({
      filter: [
        expect.stringContaining('niepełnosprawnych'),
        expect.stringContaining('opiekunowie'),
        'gmina: Jarocin',
      ],
      madeOn: '2026-11-16',
    });
  });

  it('is read by the director and both organisers, and holds nothing of another centre', async () => {
    expect(
      await rolesAdmitted(async (role) => at(await house.runner.ask(unmetNeeds, house.centre.as(role), {}))),
    ).toEqual(['director', 'service_organiser', 'community_organiser']);
    expect(await counted({}, house.other)).toMatchObject({ total: 0 });
  });
});
