import { makePesel } from '../../../law/index.ts';
import { describe, expect, it } from 'vitest';
import { isEmptySearch, prefillFrom, readSearch } from './search-words.ts';

const pesel = makePesel('1950-03-12', 'female', 7);
const kindsOf = (typed: string) => readSearch(typed).tokens.map(({ kind, exact }) => [kind, exact]);

describe('what a worker types into the search box', () => {
  it.each([
    [
      'Kowalska Maria',
      [
        ['name', 'kowalska'],
        ['name', 'maria'],
      ],
    ],
    [pesel, [['pesel', pesel]]],
    [`${pesel.slice(0, 6)} ${pesel.slice(6)}`, [['pesel', pesel]]],
    ['600 100 200', [['phone', '600100200']]],
    ['+48 600-100-200', [['phone', '600100200']]],
    ['48600100200', [['phone', '600100200']]],
    ['62 747 12 34', [['phone', '627471234']]],
    ['12.03.1950', [['date', '19500312']]],
    ['5.3.1950', [['date', '19500305']]],
    ['1950-03-12', [['date', '19500312']]],
    ['63-200', [['number', '63200']]],
    [
      'ul. Polna 5',
      [
        ['name', 'polna'],
        ['house', '#5'],
      ],
    ],
    [
      'Polna 5a/12',
      [
        ['house', '#5a/12'],
        ['name', 'polna'],
      ],
    ],
    [
      'Polna 5 m. 12',
      [
        ['house', '#5/12'],
        ['name', 'polna'],
      ],
    ],
    ['os. Kopernika', [['name', 'kopernika']]],
  ])('%s', (typed, kinds) => {
    expect(kindsOf(typed)).toEqual(kinds);
  });

  it('keeps a phone number apart from the house number before it', () => {
    expect(kindsOf('Polna 5 600 100 200')).toEqual([
      ['phone', '600100200'],
      ['name', 'polna'],
      ['house', '#5'],
    ]);
  });

  it('reads a lone year as a year of birth, and as a house number just in case', () => {
    expect(readSearch('Nowak 1950').tokens[1]).toMatchObject({
      kind: 'date',
      exact: '#1950',
      prefix: ['1950'],
    });
  });

  it('looks for part of a number from both of its ends', () => {
    expect(readSearch('100200').tokens[0]).toMatchObject({ prefix: ['100200', '<002001'] });
  });

  it('reads six digits that begin a PESEL as the birth date they say: of a sealed number nothing else is found', () => {
    expect(readSearch('500312').tokens[0]).toMatchObject({
      exact: '19500312',
      prefix: ['500312', '<213005'],
    });
    expect(readSearch('500332').tokens[0]).toMatchObject({ exact: '500332' });
  });

  it.each(['XY 98765', 'ABC-123456', 'abc123456'])('takes %s for an identity document', (typed) => {
    expect(readSearch(typed).tokens).toMatchObject([{ kind: 'document', prefix: [], fuzzy: [] }]);
  });

  it('looks for a whole PESEL or phone as it is, because it is nobody else’s', () => {
    expect(readSearch(pesel).tokens[0]?.prefix).toEqual([]);
    expect(readSearch('600100200').tokens[0]?.prefix).toEqual([]);
  });

  it.each([
    ['CUS.5020.17.2026', 'CUS.5020.17.2026'],
    ['cus.5020.17', 'CUS.5020.17'],
    ['sprawa dps-2.5020.', 'DPS-2.5020.'],
  ])('%s is a case sign', (typed, sign) => {
    expect(readSearch(typed).caseSign).toBe(sign);
  });

  it.each(['12.03.1950', 'ul. Polna', 'm. st. Warszawa'])('%s is not a case sign', (typed) => {
    expect(readSearch(typed).caseSign).toBeNull();
  });

  it('tells a PESEL whose checksum is broken', () => {
    const broken = `${pesel.slice(0, 10)}${(Number(pesel[10]) + 1) % 10}`;
    expect(readSearch(broken).brokenPesel).toBe(true);
    expect(readSearch(pesel).brokenPesel).toBe(false);
  });

  it('keeps silent words when they are all there is', () => {
    expect(kindsOf('Pani')).toEqual([['name', 'pani']]);
  });

  it('reads every word once and at most six of them', () => {
    expect(kindsOf('jan Jan JAN')).toEqual([['name', 'jan']]);
    expect(readSearch('a1b b2c c3d d4e e5f f6g g7h').tokens).toHaveLength(6);
  });

  it.each(['', '   ', 'k', '5', '!!!'])('finds nobody by "%s"', (typed) => {
    expect(isEmptySearch(readSearch(typed))).toBe(true);
  });

  it('takes no markup, pattern or quote for anything but words', () => {
    expect(kindsOf(`<script>alert('x')</script>`)).toEqual([
      ['name', 'script'],
      ['name', 'alert'],
      ['name', 'x'],
    ]);
    expect(kindsOf('%_=|()')).toEqual([]);
  });
});

describe('a new person’s form after a search that found nobody', () => {
  it.each([
    [pesel, { pesel }],
    ['600 100 200', { phone: '600100200' }],
    ['Wiśniewska', { familyName: 'Wiśniewska' }],
    [`Wiśniewska ${pesel}`, { pesel, familyName: 'Wiśniewska' }],
    ['Maria Wiśniewska', {}],
    ['Polna 5', {}],
  ])('%s', (typed, filled) => {
    expect(prefillFrom(typed)).toEqual(filled);
  });
});
