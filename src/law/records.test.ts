import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCaseSign, metricFields, parseCaseSign } from './records.ts';

describe('case sign: unit, JRWA class, number, year', () => {
  it('is written with dots', () => {
    expect(formatCaseSign({ unit: 'DU', jrwa: '5023', number: 12, year: 2026 })).toBe('DU.5023.12.2026');
    expect(formatCaseSign({ unit: 'CUS-ŚR', jrwa: '0643', number: 1, year: 2026 })).toBe(
      'CUS-ŚR.0643.1.2026',
    );
  });

  it('the class keeps its leading zero', () => {
    expect(parseCaseSign(' DU.0643.7.2026 ')).toEqual({ unit: 'DU', jrwa: '0643', number: 7, year: 2026 });
  });

  it.each([
    '',
    'DU.5023.2026',
    'DU.5023.0.2026',
    'DU.5023.012.2026',
    'du.5023.1.2026',
    'DU.50A3.1.2026',
    'DU-.5023.1.2026',
    'DU.5023.1.26',
  ])('"%s" is not a case sign', (text) => {
    expect(parseCaseSign(text)).toBeUndefined();
  });

  it('parts that would not read back are refused', () => {
    expect(() => formatCaseSign({ unit: 'D.U', jrwa: '5023', number: 1, year: 2026 })).toThrow(RangeError);
    expect(() => formatCaseSign({ unit: 'DU', jrwa: '5023', number: 0, year: 2026 })).toThrow(RangeError);
  });

  it('what is written reads back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('DU', 'CUS-DU', 'ŁÓDŹ1'),
        fc.stringMatching(/^\d{1,6}$/),
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 2020, max: 2099 }),
        (unit, jrwa, number, year) => {
          expect(parseCaseSign(formatCaseSign({ unit, jrwa, number, year }))).toEqual({
            unit,
            jrwa,
            number,
            year,
          });
        },
      ),
    );
  });
});

describe('Dz.U. 2012 poz. 250: the case metric', () => {
  it('names the case once, and date, person, position, action and document of every action', () => {
    expect(metricFields.filter((field) => field.of === 'case').map((field) => field.id)).toEqual([
      'caseSign',
      'title',
    ]);
    expect(metricFields.filter((field) => field.of === 'action').map((field) => field.id)).toEqual([
      'actionOn',
      'person',
      'position',
      'action',
      'documentId',
    ]);
  });
});
