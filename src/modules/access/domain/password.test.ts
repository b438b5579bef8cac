import { describe, expect, it } from 'vitest';
import known from '../../../../data/access/known-passwords.json' with { type: 'json' };
import { passwordFault } from './password.ts';

const owner = { login: 'a.nowak', name: 'Łucja Nowak-Pszczoła' };

describe('the rule of a password', () => {
  it.each([
    ['dwanaście zn', undefined],
    ['jedenaście.', 'too_short'],
    ['zażółćgęślą1', undefined],
    ['ababababababab', 'too_plain'],
    ['abcdeabcdeabcde', 'too_plain'],
    ['abcdefabcdefabc', undefined],
    ['moje-konto-a.nowak', 'tells_who'],
    ['LUCJA lubi herbatę', 'tells_who'],
    ['łucja lubi herbatę', 'tells_who'],
    ['pszczola i jeszcze coś', 'tells_who'],
    ['poprawny koń bateria spinacz', undefined],
    ['1qaz2wsx3edc', 'leaked'],
    ['QwertyQwerty1234', 'expected'],
    ['LeaveMeAlone', 'leaked'],
    ['Okienko-2026!', 'expected'],
    ['Hasło.Listopad.2026', 'expected'],
    ['administrator1', 'expected'],
    ['w okienku stoi bratek', undefined],
    ['żółw i jeż w maju', undefined],
    ['okienko 8402 5517 9936 2048', undefined],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password, owner)).toBe(fault);
  });

  it('64 characters and more of any kind are taken, no kind is demanded', () => {
    expect(passwordFault('tylko małe litery i nic więcej '.repeat(4), owner)).toBeUndefined();
    expect(passwordFault('8402 5517 9936 2048', owner)).toBeUndefined();
    expect(passwordFault('моє hasło дуже довге', owner)).toBeUndefined();
  });

  it('ten thousand that leaked most often and would pass the rule of length are known, by their marks only', () => {
    expect(known.count).toBe(10_000);
    expect(Buffer.from(known.marks, 'base64')).toHaveLength(60_000);
  });

  it('a letter typed as two characters counts once', () => {
    expect(passwordFault('zażółćgęślą'.normalize('NFD'), owner)).toBe('too_short');
  });
});
