import { describe, expect, it } from 'vitest';
import { type Findable, termsOf } from './terms.ts';

const person: Findable = {
  givenName: 'Maria',
  middleName: 'Zofia',
  familyName: 'Kowalska-Nowak',
  formerNames: ['Wójcik'],
  birthDate: '1950-03-12',
  pesel: '50031200071',
  otherIdNumber: 'AB 123-456',
  locality: 'Jarocin',
  street: '3 Maja',
  houseNumber: '5A',
  flatNumber: '12',
  postcode: '63-200',
  shielded: false,
  phone: '+48600100200',
};

const terms = (change: Partial<Findable> = {}) => termsOf({ ...person, ...change }).map(({ term }) => term);

describe('what a person is found by', () => {
  it('is names, numbers, birth date and address', () => {
    expect(terms().sort()).toEqual(
      [
        'maria',
        'zofia',
        'kowalska',
        'nowak',
        'wojcik',
        '19500312',
        '50031200071',
        'ab123456',
        '600100200',
        '<002001006',
        'jarocin',
        '#3',
        'maja',
        '#5a',
        '#5a/12',
        '63200',
      ].sort(),
    );
  });

  it('is never a hidden address', () => {
    expect(terms({ shielded: true }).sort()).toEqual(
      [
        'maria',
        'zofia',
        'kowalska',
        'nowak',
        'wojcik',
        '19500312',
        '50031200071',
        'ab123456',
        '600100200',
        '<002001006',
      ].sort(),
    );
  });

  it('has two numbers of which the index keeps only the mark: the PESEL and the document', () => {
    expect(termsOf(person).flatMap(({ term, secret }) => (secret ? [term] : []))).toEqual([
      '50031200071',
      'ab123456',
    ]);
  });

  it('weighs a word once, by the best place it stands in', () => {
    const found = termsOf({ ...person, familyName: 'Maja' });
    expect(found.filter(({ term }) => term === 'maja').map(({ weight }) => weight)).toEqual([4]);
  });

  it('is a name alone for somebody of whom nothing else is known', () => {
    const nothing = {
      middleName: null,
      formerNames: [],
      birthDate: null,
      pesel: null,
      otherIdNumber: null,
      locality: null,
      street: null,
      houseNumber: null,
      flatNumber: null,
      postcode: null,
      phone: null,
    };
    expect(terms({ ...nothing, familyName: 'Nowak' })).toEqual(['nowak', 'maria']);
  });
});
