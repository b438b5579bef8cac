import { describe, expect, it } from 'vitest';
import { addressIn, isLang, langs, readAddress, translator } from './lang.ts';

describe('the language of an address', () => {
  it.each([
    ['/jarocin/uslugi?q=dom', 'pl', '/jarocin/uslugi?q=dom'],
    ['/uk/jarocin/uslugi?q=dom', 'uk', '/jarocin/uslugi?q=dom'],
    ['/en', 'en', '/'],
    ['/en/', 'en', '/'],
    ['/uk?x=1', 'uk', '/?x=1'],
    ['/english/uslugi', 'pl', '/english/uslugi'],
    ['/ukraina', 'pl', '/ukraina'],
  ])('%s is %s: %s', (url, lang, address) => {
    expect(readAddress(url)).toEqual({ lang, address });
  });

  it.each(['/uk/praca', '/en/praca/osoby?q=x', '/uk/api/queries/x', '/en/assets/a.css', '/uk/hsds'])(
    'a staff page and a machine have no other language: %s is no address of ours',
    (url) => {
      expect(readAddress(url)).toEqual({ lang: 'pl', address: url });
    },
  );

  it('and is itself in every language', () => {
    for (const lang of langs) expect(addressIn(lang, '/praca/konto?x=1')).toBe('/praca/konto?x=1');
  });

  it('goes there and back', () => {
    for (const lang of langs)
      for (const address of ['/', '/?a=b', '/jarocin', '/jarocin/sprawa?x=1#y'])
        expect(readAddress(addressIn(lang, address))).toEqual({ lang, address });
  });

  it('is no name of a centre', () => {
    expect(['uk', 'en', 'pl', 'jarocin'].map(isLang)).toEqual([true, true, true, false]);
  });
});

describe('a sentence in another language', () => {
  const translate = translator([
    { pl: 'To pole jest potrzebne.', uk: 'Це поле потрібне.', en: 'This field is needed.' },
    {
      pl: 'Od {from} do {to} (razem).',
      uk: '{to} – це кінець, {from} – початок.',
      en: 'From {from} to {to}.',
    },
  ]);

  it('is found by the Polish sentence', () => {
    expect(translate('uk', 'To pole jest potrzebne.')).toBe('Це поле потрібне.');
    expect(translate('pl', 'To pole jest potrzebne.')).toBe('To pole jest potrzebne.');
  });

  it('keeps what differs from case to case, in the order of its own grammar', () => {
    expect(translate('uk', 'Od 2 do 30 (razem).')).toBe('30 – це кінець, 2 – початок.');
  });

  it('stays Polish when nobody translated it: a person is told something rather than nothing', () => {
    expect(translate('en', 'Nieznane zdanie.')).toBe('Nieznane zdanie.');
  });
});
