import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { qrCode } from './qr.ts';

const drawn = (text: string): string[] =>
  qrCode(text).map((row) => row.map((dark) => (dark ? '#' : '.')).join(''));
const digest = (rows: string[]): string =>
  createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 16);

// Expected squares were drawn by another implementation (npm qrcode 1.5.4, byte mode, level M).
describe('a QR code (ISO/IEC 18004)', () => {
  it('of the smallest version is the one that others draw', () => {
    expect(drawn('Okienko')).toEqual([
      '#######.#####.#######',
      '#.....#...##..#.....#',
      '#.###.#...#...#.###.#',
      '#.###.#.##.##.#.###.#',
      '#.###.#.#...#.#.###.#',
      '#.....#.####..#.....#',
      '#######.#.#.#.#######',
      '........#.###........',
      '#...#.###.##.#####..#',
      '##.#.#..#..##......#.',
      '####..#..###..###.##.',
      '#..#.#.#.#...##....##',
      '.#..####.##.#####....',
      '........##..###.#..##',
      '#######.#...##..#..#.',
      '#.....#..####......##',
      '#.###.#.#..#..#.#...#',
      '#.###.#..#.##...#####',
      '#.###.#..#.#..#.#....',
      '#.....#...#..###.....',
      '#######.###.#####...#',
    ]);
  });

  it.each([
    ['several blocks (version 6)', 'okno '.repeat(20), 41, '9775ce10cb756749'],
    [
      'version information and a two-byte length (version 9 and more)',
      'otpauth://totp/Okienko%20%C5%BByrard%C3%B3w:zyr.director?issuer=Okienko%20%C5%BByrard%C3%B3w&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30',
      53,
      '604613e2ef61a8eb',
    ],
    ['the largest one offered (version 15)', 'x'.repeat(412), 77, '7d42c1735fe8f78d'],
  ])('with %s is the one that others draw', (_what, text, size, expected) => {
    expect(drawn(text)).toHaveLength(size);
    expect(digest(drawn(text))).toBe(expected);
  });

  it('refuses a text that does not fit', () => {
    expect(() => qrCode('x'.repeat(413))).toThrow(RangeError);
  });
});
