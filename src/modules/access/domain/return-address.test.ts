import { describe, expect, it } from 'vitest';
import { landing, returnQuery } from './return-address.ts';

describe('where a fresh session lands', () => {
  it.each(['/praca/osoby/1', '/praca/sprawy?stan=otwarte&strona=2', '/praca/plany#tydzien'])(
    'the address that was wanted: %s',
    (wanted) => {
      expect(landing(wanted, '/praca')).toBe(wanted);
    },
  );

  it.each([
    undefined,
    '',
    'praca',
    'https://example.com/',
    '//example.com/',
    '/\\example.com',
    '/\t/example.com',
    '/.//example.com',
    '/praca/../..//example.com',
    'javascript:alert(1)',
  ])('never away from us, but on the first page of their own: %j', (wanted) => {
    expect(landing(wanted, '/praca')).toBe('/praca');
    expect(landing(wanted, '/uk/jarocin/moje')).toBe('/uk/jarocin/moje');
  });

  it('travels through sign-in whole', () => {
    expect(returnQuery('/praca/sprawy?stan=otwarte&strona=2')).toBe(
      '?powrot=%2Fpraca%2Fsprawy%3Fstan%3Dotwarte%26strona%3D2',
    );
    expect(returnQuery(undefined)).toBe('');
  });
});
