import { describe, expect, it } from 'vitest';
import { trailOf } from './corrections.ts';
import { endFault, type Relation, relationFault } from './relations.ts';

const today = '2026-11-16';
const child = { birthDate: '2015-02-02', deceasedOn: null };
const adult = { birthDate: '1985-02-02', deceasedOn: null };
const mother = {
  personId: 'child',
  otherPersonId: 'mother',
  kind: 'statutory_representative',
  validFrom: '2015-02-02',
  document: 'akt urodzenia',
} as const;
const carer = { ...mother, kind: 'factual_carer', document: null } as const;
const both = { person: child, other: adult };

describe('representatives and carers (art. 35)', () => {
  it('are written down with the day it began', () => {
    expect(relationFault([], mother, both, today)).toBeUndefined();
    expect(relationFault([], { ...carer, validFrom: today }, both, today)).toBeUndefined();
  });

  it('represent by a document; care by the fact', () => {
    expect(relationFault([], { ...mother, document: null }, both, today)).toBe('document-missing');
    expect(relationFault([], carer, both, today)).toBeUndefined();
  });

  it.each([
    ['self', { ...carer, otherPersonId: 'child' }, both],
    ['future', { ...carer, validFrom: '2026-11-17' }, both],
    ['before-birth', { ...carer, validFrom: '2015-02-01' }, both],
    ['after-death', carer, { person: child, other: { ...adult, deceasedOn: '2020-01-01' } }],
    ['after-death', carer, { person: { ...child, deceasedOn: '2020-01-01' }, other: adult }],
  ] as const)('are refused: %s', (fault, relation, people) => {
    expect(relationFault([], relation, people, today)).toBe(fault);
  });

  it('represent from the eighteenth birthday on', () => {
    const young = { birthDate: '1997-02-03', deceasedOn: null };
    expect(relationFault([], mother, { person: child, other: young }, today)).toBe('minor');
    expect(
      relationFault([], mother, { person: child, other: { ...young, birthDate: '1997-02-02' } }, today),
    ).toBeUndefined();
    expect(relationFault([], carer, { person: child, other: young }, today)).toBeUndefined();
  });

  it('are written down once at a time', () => {
    const existing: Relation = { ...carer, id: 'r', validTo: '2020-01-01' };
    expect(relationFault([existing], { ...carer, validFrom: '2020-01-01' }, both, today)).toBe('exists');
    expect(relationFault([existing], { ...carer, validFrom: '2020-01-02' }, both, today)).toBeUndefined();
    expect(relationFault([{ ...existing, validTo: null }], { ...carer, validFrom: today }, both, today)).toBe(
      'exists',
    );
    expect(relationFault([existing], { ...carer, kind: 'family' }, both, today)).toBeUndefined();
  });

  it.each([
    ['future', '2026-11-17', null],
    ['before-start', '2015-02-01', null],
    ['ended', today, '2020-01-01'],
    [undefined, '2015-02-02', null],
    [undefined, today, null],
  ])('end: %s', (fault, on, validTo) => {
    expect(endFault({ validFrom: '2015-02-02', validTo }, on, today)).toBe(fault);
  });
});

describe('the trail of rectification as it is shown', () => {
  it('says what stood there, and what stands there since (art. 16 GDPR)', () => {
    expect(
      trailOf(
        {
          reason: 'dowód osobisty',
          before: { familyName: 'Nowak', street: 'Polna', phone: null },
          after: { familyName: 'Kowal', street: null, phone: '600100200' },
        },
        false,
      ),
    ).toEqual({
      reason: 'dowód osobisty',
      changes: [
        { field: 'familyName', before: 'Nowak', after: 'Kowal', hidden: false },
        { field: 'street', before: 'Polna', after: null, hidden: false },
        { field: 'phone', before: null, after: '600100200', hidden: false },
      ],
    });
  });

  it('names former lines of a hidden address without saying them', () => {
    expect(trailOf({ reason: null, before: { street: 'Polna' } }, true).changes).toEqual([
      { field: 'street', before: null, after: null, hidden: true },
    ]);
  });

  it('keeps back why an address was hidden', () => {
    expect(trailOf({ reason: 'przemoc', before: { shielded: false } }, true)).toEqual({
      reason: null,
      changes: [{ field: 'shielded', before: 'false', after: null, hidden: false }],
    });
  });
});
