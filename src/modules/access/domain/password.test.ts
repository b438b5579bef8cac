import { describe, expect, it } from 'vitest';
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
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password, owner)).toBe(fault);
  });

  it('a letter typed as two characters counts once', () => {
    expect(passwordFault('zażółćgęślą'.normalize('NFD'), owner)).toBe('too_short');
  });
});
