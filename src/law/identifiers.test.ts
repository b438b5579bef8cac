import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates.ts';
import {
  checkNip,
  checkPesel,
  checkRegon,
  checkTeryt,
  makePesel,
  normalisePhone,
  normalisePostcode,
} from './identifiers.ts';

const births = fc.integer({ min: 0, max: 182_620 }).map((days) => addDays('1800-01-01', days));
const sexes = fc.constantFrom('female' as const, 'male' as const);
const serials = fc.integer({ min: 0, max: 4999 });

describe('PESEL: checksum, century, date, sex', () => {
  it.each([
    ['44051401359', '1944-05-14', 'male'],
    ['02070803628', '1902-07-08', 'female'],
    ['440514-01359', '1944-05-14', 'male'],
  ])('%s is %s, %s', (text, birthDate, sex) => {
    expect(checkPesel(text)).toMatchObject({ ok: true, birthDate, sex });
  });

  it.each([
    ['1899-12-31', '9992'],
    ['1999-12-31', '9912'],
    ['2000-01-01', '0021'],
    ['2100-01-01', '0041'],
    ['2299-12-31', '9972'],
  ])('the century of %s is coded in the month: %s', (birthDate, start) => {
    const pesel = makePesel(birthDate, 'female', 7);
    expect(pesel.slice(0, 4)).toBe(start);
    expect(checkPesel(pesel)).toMatchObject({ ok: true, birthDate, sex: 'female' });
  });

  it.each([
    ['44051401358', 'checksum'],
    ['00000000000', 'zeros'],
    ['4405140135', 'length'],
    ['440514013591', 'length'],
    ['4405140135X', 'digits'],
    ['', 'length'],
    ['44133001350', 'date'],
    ['44023001354', 'date'],
    ['44000101358', 'date'],
  ])('%s is refused: %s', (text, code) => {
    expect(checkPesel(withCheckDigit(text, code))).toEqual({ ok: false, code });
  });

  it('an invented number gives back the birth date and the sex it was made of', () => {
    fc.assert(
      fc.property(births, sexes, serials, (birthDate, sex, serial) => {
        const pesel = makePesel(birthDate, sex, serial);
        expect(checkPesel(pesel)).toEqual({ ok: true, value: pesel, birthDate, sex });
      }),
    );
  });

  it('one wrong digit is always noticed', () => {
    fc.assert(
      fc.property(
        births,
        sexes,
        serials,
        fc.nat({ max: 10 }),
        fc.integer({ min: 1, max: 9 }),
        (birth, sex, serial, at, by) => {
          const pesel = makePesel(birth, sex, serial);
          const wrong = `${pesel.slice(0, at)}${(Number(pesel[at]) + by) % 10}${pesel.slice(at + 1)}`;
          expect(checkPesel(wrong).ok).toBe(false);
        },
      ),
    );
  });

  it('different serials make different numbers, and only 0-4999 exist', () => {
    expect(makePesel('1950-01-01', 'male', 1)).not.toBe(makePesel('1950-01-01', 'male', 2));
    expect(() => makePesel('1950-01-01', 'male', 5000)).toThrow(RangeError);
    expect(() => makePesel('1700-01-01', 'male', 1)).toThrow(RangeError);
  });

  /** Completes a number meant to fail on its date with the right check digit. */
  function withCheckDigit(text: string, code: string): string {
    if (code !== 'date') return text;
    const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
    const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
    return `${text.slice(0, 10)}${(10 - (sum % 10)) % 10}`;
  }
});

describe('REGON', () => {
  it.each([
    ['123456785', 'entity'],
    ['12345678512347', 'localUnit'],
    ['123-456-785', 'entity'],
  ])('%s is valid (%s)', (text, kind) => {
    expect(checkRegon(text)).toMatchObject({ ok: true, kind });
  });

  it.each([
    ['123456786', 'checksum'],
    ['12345678512348', 'checksum'],
    ['12345678612347', 'checksum'],
    ['1234567850', 'length'],
    ['000000000', 'zeros'],
    ['12345678A', 'digits'],
  ])('%s is refused: %s', (text, code) => {
    expect(checkRegon(text)).toEqual({ ok: false, code });
  });

  it('a remainder of 10 counts as 0', () => {
    expect(checkRegon('101108660')).toEqual({ ok: true, value: '101108660', kind: 'entity' });
    expect(checkRegon('101108661')).toEqual({ ok: false, code: 'checksum' });
  });
});

describe('NIP', () => {
  it.each(['1234563218', '123-456-32-18', 'PL1234563218', 'PL 123 456 32 18'])('%s is valid', (text) => {
    expect(checkNip(text)).toEqual({ ok: true, value: '1234563218' });
  });

  it.each([
    ['1234563219', 'checksum'],
    ['123456321', 'length'],
    ['0000000000', 'zeros'],
    ['DE123456321', 'digits'],
  ])('%s is refused: %s', (text, code) => {
    expect(checkNip(text)).toEqual({ ok: false, code });
  });

  it('a remainder of 10 leaves no valid last digit', () => {
    const every = Array.from({ length: 10 }, (_, digit) => checkNip(`100221732${digit}`).ok);
    expect(every).not.toContain(true);
  });
});

describe('TERYT of a gmina', () => {
  it('the key of joining is the first six digits', () => {
    expect(checkTeryt('3006023')).toEqual({
      ok: true,
      value: '3006023',
      joinKey: '300602',
      kind: 'urbanRural',
    });
    const before = checkTeryt('0601022');
    const after = checkTeryt('0601023');
    expect(before.ok && after.ok && before.joinKey === after.joinKey).toBe(true);
  });

  it.each([
    ['300602', 'length'],
    ['3306023', 'voivodeship'],
    ['3406023', 'voivodeship'],
    ['3006028', 'kind'],
    ['300602a', 'digits'],
  ])('%s is refused: %s', (text, code) => {
    expect(checkTeryt(text)).toEqual({ ok: false, code });
  });
});

describe('telephone and postcode in one form', () => {
  it.each([
    ['600 700 800', '+48600700800', 'PL'],
    ['(62) 747-23-11', '+48627472311', 'PL'],
    ['+48 600 700 800', '+48600700800', 'PL'],
    ['0048600700800', '+48600700800', 'PL'],
    ['48600700800', '+48600700800', 'PL'],
    ['486007008', '+48486007008', 'PL'],
    ['+380 44 123 45 67', '+380441234567', 'other'],
  ])('%s -> %s', (text, value, country) => {
    expect(normalisePhone(text)).toEqual({ ok: true, value, country });
  });

  it.each([
    ['', 'empty'],
    [' - ', 'empty'],
    ['60070080', 'length'],
    ['+48 60070080', 'length'],
    ['060070080', 'length'],
    ['600 700 80O', 'digits'],
    ['+123', 'foreign'],
  ])('telephone %s is refused: %s', (text, code) => {
    expect(normalisePhone(text)).toEqual({ ok: false, code });
  });

  it.each(['63-200', '63200', '63 200'])('postcode %s -> 63-200', (text) => {
    expect(normalisePostcode(text)).toEqual({ ok: true, value: '63-200' });
  });

  it.each([
    ['', 'empty'],
    ['6320', 'length'],
    ['63-2OO', 'digits'],
  ])('postcode %s is refused: %s', (text, code) => {
    expect(normalisePostcode(text)).toEqual({ ok: false, code });
  });
});
