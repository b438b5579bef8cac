import { describe, expect, it } from 'vitest';
import { figureOf, joinFault, leaving, livesThere, type Membership } from './household.ts';

const today = '2026-11-16';
const alive = { birthDate: '1980-05-05', deceasedOn: null };
const head: Membership = { personId: 'head', part: 'head', validFrom: '2010-01-01', validTo: null };
const gone: Membership = { personId: 'me', part: 'partner', validFrom: '2012-01-01', validTo: '2015-06-30' };
const joining = (change: Partial<Membership> = {}) => ({
  personId: 'me',
  part: 'partner' as const,
  validFrom: '2020-01-01',
  ...change,
});

describe('joining a household', () => {
  it('may begin today, or on the day of birth', () => {
    expect(joinFault([head], joining({ validFrom: today }), alive, today)).toBeUndefined();
    expect(joinFault([head], joining({ validFrom: '1980-05-05' }), alive, today)).toBeUndefined();
  });

  it.each([
    ['future', joining({ validFrom: '2026-11-17' }), alive],
    ['before-birth', joining({ validFrom: '1980-05-04' }), alive],
    ['after-death', joining(), { ...alive, deceasedOn: '2026-01-01' }],
    ['second-head', joining({ part: 'head' }), alive],
  ] as const)('is refused: %s', (fault, member, person) => {
    expect(joinFault([head], member, person, today)).toBe(fault);
  });

  it('is refused while the person still lives there, and allowed again from the day after they left', () => {
    expect(joinFault([head, gone], joining({ validFrom: '2015-06-30' }), alive, today)).toBe('overlaps');
    expect(joinFault([head, gone], joining({ validFrom: '2015-07-01' }), alive, today)).toBeUndefined();
    expect(joinFault([{ ...gone, validTo: null }], joining(), alive, today)).toBe('overlaps');
  });

  it('finds a new head once the former one has left', () => {
    const former = { ...head, validTo: '2019-12-31' };
    expect(joinFault([former], joining({ part: 'head' }), alive, today)).toBeUndefined();
    expect(joinFault([former], joining({ part: 'head', validFrom: '2019-12-31' }), alive, today)).toBe(
      'second-head',
    );
  });

  it('asks nothing of a birth date that nobody knows', () => {
    expect(
      joinFault([], joining({ validFrom: '1901-01-01' }), { birthDate: null, deceasedOn: null }, today),
    ).toBeUndefined();
  });
});

describe('leaving a household', () => {
  const members = [head, { ...gone, validTo: null }];

  it('ends the membership that is open, on a day within it', () => {
    expect(leaving(members, { personId: 'me', validTo: '2012-01-01' }, today)).toMatchObject({
      ok: true,
      membership: { validFrom: '2012-01-01' },
    });
    expect(leaving(members, { personId: 'me', validTo: today }, today)).toMatchObject({ ok: true });
  });

  it.each([
    ['future', 'me', '2026-11-17'],
    ['before-start', 'me', '2011-12-31'],
    ['not-a-member', 'stranger', today],
  ])('is refused: %s', (fault, personId, validTo) => {
    expect(leaving(members, { personId, validTo }, today)).toEqual({ ok: false, fault });
  });

  it('cannot end what has ended', () => {
    expect(leaving([gone], { personId: 'me', validTo: today }, today)).toEqual({
      ok: false,
      fault: 'not-a-member',
    });
  });
});

describe('a household on a day', () => {
  it('counts the first and the last day', () => {
    expect(
      ['2011-12-31', '2012-01-01', '2015-06-30', '2015-07-01'].map((day) => livesThere(gone, day)),
    ).toEqual([false, true, true, false]);
  });

  it.each([
    ['2008-11-17', 'child'],
    ['2008-11-16', 'adult'],
    ['1961-11-17', 'adult'],
    ['1961-11-16', 'older'],
    [null, 'adult'],
  ])('draws somebody born %s as %s', (birthDate, figure) => {
    expect(figureOf(birthDate, today)).toBe(figure);
  });
});
