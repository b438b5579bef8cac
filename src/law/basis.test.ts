import { describe, expect, it } from 'vitest';
import { acts, basis, cite, citeAll } from './basis.ts';

describe('a basis is cited in Polish as in a letter', () => {
  it.each([
    [basis('cus', '40', 'statute'), 'art. 40 ustawy o CUS'],
    [basis('cus', '38 ust. 2', 'statute'), 'art. 38 ust. 2 ustawy o CUS'],
    [basis('kpa', '57 § 4', 'secondary'), 'art. 57 § 4 k.p.a.'],
    [basis('kri', '§ 20', 'statute'), '§ 20 rozporządzenia w sprawie KRI'],
    [
      basis('interview', '', 'statute'),
      'Rozporządzenie w sprawie rodzinnego wywiadu środowiskowego (Dz.U. 2021 poz. 893)',
    ],
    [basis('freeDays', '', 'recalled'), 'Ustawa o dniach wolnych od pracy'],
    [basis('resolution', '', 'secondary', 'Uchwała nr 5/2026'), 'Uchwała nr 5/2026'],
    [basis('setting', '', 'proposal'), 'ustawienie centrum'],
    [basis('setting', '', 'proposal', 'odpowiedź w 14 dni'), 'ustawienie centrum: odpowiedź w 14 dni'],
  ])('%o', (of, words) => {
    expect(cite(of)).toBe(words);
  });

  it('several bases name each provision once', () => {
    const forty = basis('cus', '40', 'statute');
    expect(citeAll([forty, basis('kpa', '57', 'secondary'), forty])).toBe(
      'art. 40 ustawy o CUS, art. 57 k.p.a.',
    );
  });

  it('the Act of 19 July 2019 is Dz.U. 2019 poz. 1818', () => {
    expect(acts.cus.journal).toBe('Dz.U. 2019 poz. 1818');
  });
});
