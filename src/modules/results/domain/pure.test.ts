import { describe, expect, it } from 'vitest';
import { codesOf, masked } from './coding.ts';
import { bandOf, cutsGroup, peopleOfBand } from './proposal.ts';

const words = { pesel: 'PESEL', phone: 'telefon', mail: 'e-mail', number: 'numer' };

describe('an open answer is shown without what leads to a person (art. 5(1)(c) GDPR)', () => {
  it.each([
    ['mój PESEL 44051401359', 'mój PESEL [PESEL]', ['pesel']],
    ['tel. 601 202 303 po 16', 'tel. [telefon] po 16', ['phone']],
    ['+48 601-202-303', '[telefon]', ['phone']],
    ['62 747 15 25', '[telefon]', ['phone']],
    ['pisać do jan.kowalski@poczta.pl!', 'pisać do [e-mail]!', ['mail']],
    ['konto 12 3456 7890 1234 5678 9012 3456', 'konto [numer]', ['number']],
    ['44051401350', '[numer]', ['number']],
  ])('%s', (text, safe, hints) => {
    expect(masked(text, words)).toEqual({ text: safe, hints });
  });

  it('leaves years, amounts, house numbers and bus lines alone', () => {
    const text = 'od 2024 r. autobus 12, ul. Długa 5, 1500 zł, 15 000 osób';
    expect(masked(text, words)).toEqual({ text, hints: [] });
  });
});

describe('the dictionary of open answers', () => {
  const codes = [
    { id: 'a', name: 'chodniki', words: ['chodnik', 'krawężnik'] },
    { id: 'b', name: 'świetlice', words: ['świetlic'] },
    { id: 'c', name: 'drogi rowerowe', words: ['drog rower', 'ścieżk rower'] },
  ];

  it('goes by beginnings of words, whatever the ending, size or Polish marks', () => {
    expect(codesOf('Nowych CHODNIKÓW i swietlicy', codes)).toEqual(['a', 'b']);
  });

  it('a phrase must stand together and in order', () => {
    expect(codesOf('brak dróg rowerowych', codes)).toEqual(['c']);
    expect(codesOf('drogi i ścieżki, także rowerowe', codes)).toEqual([]);
  });

  it('a word inside another is not found', () => {
    expect(codesOf('antychodnik', codes)).toEqual([]);
  });
});

describe('bands of age out of the words of an answer', () => {
  it.each([
    ['18–24', { from: 18, to: 24 }],
    ['25-34 lata', { from: 25, to: 34 }],
    ['75 lub więcej', { from: 75 }],
    ['65+', { from: 65 }],
    ['65 lat i więcej', { from: 65 }],
    ['60 lat i starsze', { from: 60 }],
    ['powyżej 64 lat', { from: 65 }],
    ['do 17 lat', { from: 0, to: 17 }],
    ['poniżej 18 lat', { from: 0, to: 17 }],
    ['nie wiem', undefined],
  ])('%s', (text, band) => {
    expect(bandOf(text)).toEqual(band);
  });

  it('takes a cut five-year group by whole years, and says so', () => {
    const groups = Array.from({ length: 18 }, () => 100);
    expect(peopleOfBand(groups, { from: 18, to: 24 })).toBe(140);
    expect(peopleOfBand(groups, { from: 75 })).toBe(300);
    expect(cutsGroup({ from: 18, to: 24 })).toBe(true);
    expect(cutsGroup({ from: 25, to: 34 })).toBe(false);
  });

  it('what is not known, or cuts the open group, is a gap', () => {
    const groups = Array.from({ length: 18 }, (_, at) => (at === 5 ? null : 100));
    expect(peopleOfBand(groups, { from: 25, to: 34 })).toBeNull();
    expect(peopleOfBand(groups, { from: 30, to: 34 })).toBe(100);
    expect(peopleOfBand(groups, { from: 90 })).toBeNull();
  });
});
