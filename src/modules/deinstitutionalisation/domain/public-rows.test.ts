import { describe, expect, it } from 'vitest';
import { publicFigure, publicRows } from './public-rows.ts';

const to = { planId: 'p', surveys: new Map([['s', '/wyniki-badan/glos']]), population: '/ludnosc' };

describe('where everybody sees the rows behind a number of an adopted plan', () => {
  it.each([
    ['/praca/lpdi/p/dzialanie/a', '/plan-lokalny/p/dzialanie/a'],
    ['/praca/lpdi/p', '/plan-lokalny/p#cele'],
    ['/praca/zasoby?rodzaj=nursery&gmina=1062011', '/plan-lokalny/p/liczby#placowki'],
    ['/praca/diagnoza/luka?gmina=1062011&group=carers', '/plan-lokalny/p/liczby#luka'],
    ['/praca/ludnosc?gmina=1062011', '/ludnosc?gmina=1062011'],
    ['/praca/badania/s/wyniki?sekcja=opieka#needs_4', '/wyniki-badan/glos?sekcja=opieka#needs_4'],
    ['/uslugi', '/uslugi'],
  ])('%s is %s', (staff, everybody) => {
    expect(publicRows(staff, to)).toBe(everybody);
  });

  it.each(['/praca/badania/other/wyniki', '/praca/potrzeby', '/praca/programy/1', '/praca/nowe-miejsce'])(
    '%s has no public twin: the passport keeps its source, and leads nowhere',
    (staff) => {
      expect(publicRows(staff, to)).toBeUndefined();
      const passport = { source: 'rejestr', asOf: '2026', filter: '', formula: '' };
      const figure = publicFigure(to)({
        value: 1,
        unit: 'persons',
        passport: { ...passport, rows: staff, moreRows: [{ name: 'x', rows: staff }] },
      });
      expect(figure.passport).toEqual(passport);
    },
  );
});
