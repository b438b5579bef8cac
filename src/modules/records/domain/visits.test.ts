import { describe, expect, it } from 'vitest';
import { type Looked, visitsOf } from './visits.ts';

const entry = (seq: number, facts: Partial<Looked> = {}): Looked => ({
  seq,
  at: '2026-11-20T08:15:30Z',
  actor: 'Hanna',
  position: 'koordynator',
  action: 'casework.view-case',
  kind: 'read',
  basis: 'art. 50 ust. 1',
  caseId: null,
  ...facts,
});

describe('who looked at the data (art. 50 ust. 3 ustawy o CUS)', () => {
  it('a page that asks three questions is one visit, with everything that was read and every basis', () => {
    const visits = visitsOf([
      entry(3, { action: 'casework.view-fees', basis: 'art. 43' }),
      entry(2, { action: 'casework.view-outcome' }),
      entry(1),
    ]);
    expect(visits).toHaveLength(1);
    expect(visits[0]).toMatchObject({
      seq: 3,
      actions: ['casework.view-case', 'casework.view-outcome', 'casework.view-fees'],
      bases: ['art. 50 ust. 1', 'art. 43'],
    });
  });

  it('another person, another minute and another position are visits of their own', () => {
    const visits = visitsOf([
      entry(4, { actor: 'Iwona' }),
      entry(3, { position: 'dyrektor' }),
      entry(2, { at: '2026-11-20T08:14:59Z' }),
      entry(1),
    ]);
    expect(visits.map((one) => one.seq)).toEqual([4, 3, 2, 1]);
  });

  it('a change and a refused access stand alone, even between reads', () => {
    const kinds: Looked['kind'][] = ['read', 'change', 'change', 'access', 'access', 'read'];
    const visits = visitsOf(kinds.map((kind, index) => entry(10 - index, { kind })));
    expect(visits.map((one) => one.kind)).toEqual(kinds);
  });

  it('the same thing read twice is named once, and an entry without a basis adds none', () => {
    expect(visitsOf([entry(2, { basis: null }), entry(1, { basis: null })])).toMatchObject([
      { actions: ['casework.view-case'], bases: [] },
    ]);
  });
});
