import { describe, expect, it } from 'vitest';
import { compareDates, compareNames, likeDuplicate, type Likeness } from './duplicates.ts';

const maria: Likeness = {
  givenName: 'Maria',
  familyName: 'Kowalska',
  birthDate: '1950-03-12',
  phone: '+48600100200',
  locality: 'Jarocin',
  street: 'Polna',
  houseNumber: '5',
  flatNumber: '1',
  postcode: null,
  shielded: false,
};

const reasons = (change: Partial<Likeness>) => likeDuplicate(maria, { ...maria, ...change })?.reasons;
const elsewhere = { phone: null, houseNumber: '77' };

describe('names of one person', () => {
  it.each([
    ['the same letters', 'Maria', 'Kowalska', 'same'],
    ['without marks, in capitals', 'MARIA', 'KOWALSKA', 'same'],
    ['name and surname swapped', 'Kowalska', 'Maria', 'same'],
    ['a typing error', 'Maria', 'Kowaslka', 'similar'],
    ['a double surname after the wedding', 'Maria', 'Nowak-Kowalska', 'similar'],
    ['another surname', 'Maria', 'Zielińska', 'given_only'],
    ['a sister', 'Jadwiga', 'Kowalska', 'different'],
  ])('%s', (_what, givenName, familyName, likeness) => {
    expect(compareNames(maria, { givenName, familyName })).toBe(likeness);
  });
});

describe('birth dates of one person', () => {
  it.each([
    ['1950-03-12', 'same'],
    ['1950-03-13', 'near'],
    ['1951-03-12', 'near'],
    ['1950-12-03', 'near'],
    ['1962-07-30', 'different'],
    [null, 'unknown'],
  ])('%s is %s', (date, likeness) => {
    expect(compareDates('1950-03-12', date)).toBe(likeness);
  });
});

describe('a likely duplicate', () => {
  it.each([
    ['the same name and birth date', elsewhere, ['same_name', 'same_birth']],
    ['the same name, nothing known of the birth', { ...elsewhere, birthDate: null }, ['same_name']],
    [
      'the same name, a slip in the date',
      { ...elsewhere, birthDate: '1950-12-03' },
      ['same_name', 'near_birth'],
    ],
    [
      'the same name and phone, another date',
      { birthDate: '1980-07-30', houseNumber: '77' },
      ['same_name', 'same_phone'],
    ],
    [
      'the same name and address, another date',
      { birthDate: '1980-07-30', phone: null },
      ['same_name', 'same_address'],
    ],
    ['a typing error in the name', { ...elsewhere, familyName: 'Kowaslka' }, ['similar_name', 'same_birth']],
    [
      'another surname, same birth and phone',
      { familyName: 'Zielińska', houseNumber: '77' },
      ['same_birth', 'same_phone'],
    ],
  ])('%s', (_what, change, expected) => {
    expect(reasons(change)).toEqual(expected);
  });

  it.each([
    ['the same name, born in another year', { ...elsewhere, birthDate: '1980-07-30' }],
    [
      'a similar name, another date, the same home: mother and daughter',
      { givenName: 'Marta', birthDate: '1980-07-30' },
    ],
    ['a husband under the same roof', { givenName: 'Jan', birthDate: '1948-01-01' }],
    ['a twin', { givenName: 'Jadwiga' }],
    ['another surname, the same birth date only', { ...elsewhere, familyName: 'Zielińska' }],
  ])('is not %s', (_what, change) => {
    expect(reasons(change)).toBeUndefined();
  });

  it('is never told by a hidden address, which the answer would give away', () => {
    expect(reasons({ birthDate: '1980-07-30', phone: null, shielded: true })).toBeUndefined();
    expect(reasons({ phone: null, shielded: true })).toEqual(['same_name', 'same_birth']);
  });

  it('is not told by an address without a house number', () => {
    const nowhere = { houseNumber: null, phone: null, birthDate: '1980-07-30' };
    expect(
      likeDuplicate({ ...maria, ...nowhere, birthDate: '1950-03-12' }, { ...maria, ...nowhere }),
    ).toBeUndefined();
  });

  it('reads a phone number however it is written', () => {
    expect(reasons({ birthDate: '1980-07-30', houseNumber: '77', phone: '600 100 200' })).toEqual([
      'same_name',
      'same_phone',
    ]);
  });

  it('counts more reasons higher', () => {
    const [one, both] = [elsewhere, {}].map(
      (change) => likeDuplicate(maria, { ...maria, ...change })?.points ?? 0,
    );
    expect(both).toBeGreaterThan(one ?? 0);
  });
});
