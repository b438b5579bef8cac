import { describe, expect, it } from 'vitest';
import { keepingOf, type Draft } from './keeping.ts';
import { phraseWords } from './pl-phrase.ts';
import { memoryStore } from './store.fixture.ts';
import { afterWrong, noTries, triesLeft, type Tries, waitOf } from './tries.ts';
import { newLock, openLock, phraseFault, type Sealed } from './vault.ts';

const phrase = 'agrest lampa rower zupa okno';
const talk: Draft = {
  surveyId: 's',
  versionNo: 1,
  lang: 'pl',
  day: '2026-11-20',
  section: 'one',
  answers: { idea: 'tajne słowo' },
  refused: [],
  seconds: 0,
};
const bytes = ({ data }: Sealed): string => Buffer.from(data).toString('latin1');

describe('the lock of the device', () => {
  it('opens with its phrase, however the tablet wrote the capitals and spaces, and with no other', async () => {
    const { lock, vault } = await newLock(phrase);
    const sealed = await vault.seal({ a: 1 }, 'here');
    const again = await openLock(lock, ' Agrest  lampa rower zupa OKNO ');
    expect(await again?.open(sealed, 'here')).toEqual({ a: 1 });
    expect(await openLock(lock, 'agrest lampa rower zupa oknu')).toBeUndefined();
  });

  it('asks for 600,000 rounds of PBKDF2 with a salt of its own (OWASP Password Storage Cheat Sheet)', async () => {
    const [one, other] = await Promise.all([newLock(phrase), newLock(phrase)]);
    expect(one.lock.rounds).toBe(600_000);
    expect(one.lock.salt).toHaveLength(16);
    expect(one.lock.salt).not.toEqual(other.lock.salt);
    await expect(one.vault.open(await other.vault.seal(1, 'x'), 'x')).rejects.toMatchObject({
      name: 'OperationError',
    });
  });

  it('the lock holds neither the phrase nor the key', async () => {
    const { lock } = await newLock(phrase);
    expect(JSON.stringify(lock)).not.toContain('agrest');
    expect(Object.keys(lock).toSorted()).toEqual(['check', 'rounds', 'salt']);
  });

  it('refuses a phrase that a copied disk would give away', () => {
    expect(phraseFault('1234', '1234')).toBe('short');
    expect(phraseFault('aaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaa')).toBe('poor');
    expect(phraseFault(phrase, 'agrest lampa rower zupa')).toBe('differs');
    expect(phraseFault(phrase, `${phrase} `)).toBeUndefined();
  });

  it('draws from 256 different words that every keyboard types', () => {
    expect(new Set(phraseWords).size).toBe(256);
    expect(phraseWords.every((word) => /^[a-z]{4,9}$/.test(word))).toBe(true);
  });
});

describe('what lies on the disk', () => {
  it('is sealed: no answer can be read, and the same answer never looks the same twice', async () => {
    const store = memoryStore();
    const { vault } = await newLock(phrase);
    const keeping = keepingOf(store, vault);
    await keeping.change([
      { shelf: 'drafts', key: 'k1', value: talk },
      { shelf: 'drafts', key: 'k2', value: talk },
    ]);
    const [one, two] = (await store.all('drafts')).map(([, sealed]) => bytes(sealed));
    expect(one).not.toContain('tajne');
    expect(one).not.toContain('idea');
    expect(one).not.toBe(two);
    expect((await keeping.all('drafts')).map(({ value }) => value)).toEqual([talk, talk]);
  });

  it('opens only in its own place: a sheet cannot be put in the place of another', async () => {
    const store = memoryStore();
    const keeping = keepingOf(store, (await newLock(phrase)).vault);
    await keeping.change([{ shelf: 'drafts', key: 'k1', value: talk }]);
    const [[, sealed] = []] = await store.all('drafts');
    if (!sealed) throw new Error('nothing was kept');
    await store.change([{ shelf: 'drafts', key: 'k2', put: sealed }]);
    expect((await keeping.all('drafts')).map(({ key }) => key)).toEqual(['k1']);
    expect(await keeping.count('drafts')).toBe(2);
  });

  it('a damaged value is passed over and stays; the others are read', async () => {
    const store = memoryStore();
    const keeping = keepingOf(store, (await newLock(phrase)).vault);
    await keeping.change([{ shelf: 'drafts', key: 'k1', value: talk }]);
    await store.change([
      { shelf: 'drafts', key: 'k0', put: { iv: new Uint8Array(12), data: new ArrayBuffer(40) } },
    ]);
    expect((await keeping.all('drafts')).map(({ key }) => key)).toEqual(['k1']);
    expect(await keeping.count('drafts')).toBe(2);
  });
});

describe('wrong phrases', () => {
  const now = 1_000_000;
  const wrong = (times: number): Tries =>
    Array.from({ length: times }).reduce<Tries>((tries) => afterWrong(tries, now), noTries);

  it('five wait a minute, each further one twice as long, none longer than an hour', () => {
    expect([1, 4, 5, 6, 8, 20].map((times) => waitOf(wrong(times), now) / 60_000)).toEqual([
      0, 0, 1, 2, 8, 60,
    ]);
    expect(triesLeft(wrong(3))).toBe(2);
    expect(triesLeft(wrong(9))).toBe(0);
  });

  it('the wait ends by itself, and a clock that was set back does not make it longer', () => {
    expect(waitOf(wrong(5), now + 60_000)).toBe(0);
    expect(waitOf(wrong(20), 0)).toBe(60 * 60_000);
  });
});
