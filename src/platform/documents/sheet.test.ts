import { describe, expect, it } from 'vitest';
import { letterFonts } from './fonts.ts';
import { heading, letterSchema, paragraph } from './letter.ts';
import { breakable, printable, rightToLeft, xmlSafe } from './printable.ts';
import { callToComplete, refusal, sampleLetters } from './sample-letters.ts';
import { columnWeights, daysOf, fittingColumns, gminaLine, levelled, referenceOf } from './sheet.ts';
import { hardSpaces } from './spacing.ts';
import { woffToSfnt } from './woff.ts';
import { frameWords, writtenDate } from './words.ts';

describe('a letter is checked before it is stored', () => {
  it.each(Object.entries(sampleLetters))('%s is a letter, and stays the same through JSON', (_, letter) => {
    expect(letterSchema.parse(JSON.parse(JSON.stringify(letter)))).toEqual(letter);
  });

  it.each([
    ['a date that does not exist', { date: '2026-02-30' }],
    ['a row shorter than its header', { blocks: [{ type: 'table', header: ['a', 'b'], rows: [['x']] }] }],
    [
      'a time that does not exist',
      { blocks: [{ type: 'week', entries: [{ day: 1, from: '24:10', what: 'x' }] }] },
    ],
    ['an eighth day', { blocks: [{ type: 'week', entries: [{ day: 8, from: '10:00', what: 'x' }] }] }],
    ['a first-level heading inside', { blocks: [{ type: 'heading', level: 1, text: 'x' }] }],
    ['an unknown block', { blocks: [{ type: 'html', text: '<b>' }] }],
    ['an address longer than the window', { addressee: Array.from({ length: 7 }, String) }],
    ['an unknown language', { lang: 'de' }],
  ])('%s is refused', (_, change) => {
    expect(letterSchema.safeParse({ ...refusal, ...change }).success).toBe(false);
  });
});

describe('frame words', () => {
  it.each([
    ['pl', '2026-05-03', '3 maja 2026 r.'],
    ['pl', '2026-11-21', '21 listopada 2026 r.'],
    ['uk', '2026-01-07', '7 січня 2026 р.'],
    ['en', '2026-12-31', '31 December 2026'],
  ] as const)('a date is written out in %s', (lang, date, words) =>
    expect(writtenDate(date, lang)).toBe(words),
  );

  it('one gmina, several gminas (centre by agreement), none named', () => {
    expect([gminaLine(['Jarocin']), gminaLine(['Żabi Bród', 'Zielona Łąka']), gminaLine([])]).toEqual([
      'Gmina Jarocin',
      'Gminy Żabi Bród, Zielona Łąka',
      '',
    ]);
  });
});

describe('the sheet', () => {
  it('mends a skipped heading level and leaves a right one', () => {
    const levels = levelled([heading('a', 3), heading('b', 2), heading('c', 3), paragraph('d')]).map(
      (block) => (block.type === 'heading' ? block.level : 0),
    );
    expect(levels).toEqual([2, 2, 3, 0]);
  });

  it('a week has seven days from Monday, each in order of time', () => {
    const days = daysOf(
      [
        { day: 7, from: '14:00', what: 'spacer' },
        { day: 1, from: '10:30', to: '11:00', what: 'druga', who: 'Jan' },
        { day: 1, from: '09:00', to: '10:00', what: 'pierwsza' },
      ],
      frameWords('pl'),
    );
    expect(days.map((day) => day.name)[0]).toBe('Poniedziałek');
    expect(days.map((day) => day.entries.map((entry) => entry.time))).toEqual([
      ['09:00–10:00', '10:30–11:00'],
      [],
      [],
      [],
      [],
      [],
      ['14:00'],
    ]);
    expect(days[0]?.entries[1]).toEqual({ time: '10:30–11:00', what: 'druga', detail: ['Jan'] });
  });

  it('one long remark does not starve the other columns', () => {
    expect(columnWeights(['Lp.', 'Usługa', 'Uwagi'], [['1', 'Pomoc w domu', 'x'.repeat(900)]])).toEqual([
      8, 12, 40,
    ]);
  });

  it('give an amount and a date the room they need, because neither is ever cut', () => {
    const amount = '4\u00a0404\u00a0480,00\u00a0zł';
    const header = [
      'Placówka',
      'Kto prowadzi',
      'Miejsca',
      'Korzysta',
      'Czeka',
      'Personel',
      'Koszt',
      'Źródło',
    ];
    const rows = [['x'.repeat(90), 'y'.repeat(40), '260', '248', '41', '62', amount, '[6.13]']];
    const weights = columnWeights(header, rows);
    const all = weights.reduce((sum, one) => sum + one, 0);
    expect(((weights[6] ?? 0) / all) * 95).toBeGreaterThanOrEqual(amount.length + 2 - 1e-9);
    expect(weights[0]).toBe(40);
    expect(columnWeights(['a'], [['1'.repeat(300)]])).toHaveLength(1);
  });

  it('columns of numbers take what they need, unless no room would be left for the words', () => {
    const header = ['Usługa', '2026', '2027'];
    expect(fittingColumns(header, [['Pomoc', '120', '7']], [1, 2])).toEqual([false, true, true]);
    const wide = ['Pomoc', 'ok. 8 955 (7 881–10 144) [12]', 'ok. 8 805 (7 731–9 994) [13]'];
    expect(fittingColumns(header, [wide], [1, 2])).toEqual([false, false, false]);
  });
});

describe('typography', () => {
  it.each([
    ['pl', 'w domu i z psem', 'w\u00a0domu i\u00a0z\u00a0psem'],
    ['pl', 'art. 42 ust. 2, nr 7, § 3', 'art.\u00a042 ust.\u00a02, nr\u00a07, §\u00a03'],
    ['pl', '12,40 zł za 2 godz. w 2026 r.', '12,40\u00a0zł za 2\u00a0godz. w\u00a02026\u00a0r.'],
    ['pl', 'Krakowa i', 'Krakowa i'],
    ['uk', 'у місті і в селі 2026 р.', 'у\u00a0місті і\u00a0в\u00a0селі 2026\u00a0р.'],
    ['en', 'a house', 'a house'],
  ] as const)(
    'a line does not break after a short word or inside a reference (%s: %s)',
    (lang, text, joined) => {
      expect(hardSpaces(text, lang)).toBe(joined);
    },
  );

  it('a long run may break anywhere, a usual word is left alone', () => {
    expect(breakable('zakwalifikowania', 20)).toBe('zakwalifikowania');
    expect(breakable('ab'.repeat(6), 10)).toBe('ababa\u200bbabab\u200bab');
  });
});

describe('what can be printed', () => {
  const { covers, files } = letterFonts();

  it('every Polish, Ukrainian and typographic character is in each weight of the font', () => {
    const needed =
      'ĄĆĘŁŃÓŚŹŻąćęłńóśźżҐЄІЇґєіїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгдежзийклмнопрстуфхцчшщьюя„”«»–—…§№€•’·\u00a0\u00ad\u200b';
    expect(Array.from(needed).filter((letter) => !covers(letter.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('letters written as a base and a mark are put together', () =>
    expect(printable('Z\u0307o\u0301łw', covers)).toBe('Żółw'));

  it('joiners and skin tones go, with what they joined written as codes', () => {
    expect(printable('👩🏽\u200d🍳\ufe0f', covers)).toBe('[U+1F469][U+1F373]');
  });

  it('line ends are one kind, a tab is a space', () =>
    expect(printable('a\r\nb\rc\td', covers)).toBe('a\nb\nc d'));

  it('the ranges from right to left are letters only: no mark that attaches to another', () => {
    for (let code = 0x590; code < 0x700; code += 1) {
      const letter = String.fromCodePoint(code);
      expect([letter, rightToLeft.test(letter) && /\P{L}/u.test(letter)]).toEqual([letter, false]);
    }
  });

  it('what XML 1.0 forbids becomes a mark', () =>
    expect(xmlSafe('a\u0001\ufffe\udc00b\n')).toBe('a\ufffd\ufffd\ufffdb\n'));

  it('a font is unpacked only from WOFF 1.0 that is whole', () => {
    expect(() => woffToSfnt(Buffer.from('not a font'))).toThrow(RangeError);
    expect(files.map((file) => file.readUInt32BE(0))).toEqual([0x00010000, 0x00010000, 0x00010000]);
  });
});

it('the reference names only what is known', () => {
  expect(referenceOf({ ...callToComplete, handler: undefined })).toEqual([
    { label: 'Znak sprawy', lines: ['CUS.5111.23.2026'] },
  ]);
  expect(referenceOf({ ...callToComplete, caseSign: undefined }).map((item) => item.lines)).toEqual([
    ['Jagoda Źrebięcka', 'koordynatorka IPUS', 'tel. 00 000 00 11'],
  ]);
});
