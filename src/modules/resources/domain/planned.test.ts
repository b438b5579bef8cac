import { describe, expect, it } from 'vitest';
import { plannedFigure, type PlannedPlaces, planThatCounts } from './planned.ts';

const row = (more: Partial<PlannedPlaces> = {}): PlannedPlaces => ({
  planId: '1',
  actionId: 'a',
  year: 2027,
  amount: 40,
  kind: 'telecare',
  gmina: '1062011',
  plan: 'LPDI',
  action: '1.1.1. Teleopieka',
  card: '/praca/lpdi/1/dzialanie/a',
  adoptedOn: '2026-11-10',
  ...more,
});
const figureOf = (rows: PlannedPlaces[], until = 2030) => plannedFigure(rows, 'telecare', '1062011', until);

describe('planned capacity', () => {
  it('adds what comes until the year asked for, says each part and opens its one card', () => {
    const figure = figureOf([row(), row({ year: 2029, amount: 10 }), row({ year: 2031, amount: 99 })]);
    expect(figure).toMatchObject({
      value: 50,
      unit: 'persons',
      passport: { source: 'karty działań: LPDI', asOf: '2030', rows: '/praca/lpdi/1/dzialanie/a' },
    });
    expect(figure?.passport.formula).toBe('2027: +40 (1.1.1. Teleopieka); 2029: +10 (1.1.1. Teleopieka)');
  });
  it('of several actions opens the list of them', () => {
    const other = row({ actionId: 'b', card: '/praca/lpdi/1/dzialanie/b' });
    expect(figureOf([row(), other])?.passport.rows).toBe(
      '/praca/zasoby?rodzaj=telecare&gmina=1062011#planowane',
    );
  });
  it('none is planned: that is not 0', () => {
    expect(figureOf([])).toBeUndefined();
    expect(figureOf([row({ kind: 'dayHome' })])).toBeUndefined();
    expect(figureOf([row({ year: 2031 })])).toBeUndefined();
  });
  it('a gmina is its first six digits: a plan of 2020 counts in the gmina of 2026', () => {
    expect(figureOf([row({ gmina: '1062012' })])?.value).toBe(40);
    expect(figureOf([row({ gmina: '1062021' })])).toBeUndefined();
  });
  it('plans are never added up: the last adopted one counts, a draft only while none is adopted, and says so', () => {
    const older = row({ planId: '1', adoptedOn: '2024-01-01' });
    const newer = row({ planId: '2', adoptedOn: '2026-11-10', amount: 7 });
    const draft = row({ planId: '3', adoptedOn: null, amount: 1000 });
    expect(planThatCounts([older, draft, newer], '1062011')).toEqual([newer]);
    const onlyDraft = figureOf([draft]);
    expect(onlyDraft?.value).toBe(1000);
    expect(onlyDraft?.passport.source).toContain('jeszcze nie przyjęto');
  });
});
