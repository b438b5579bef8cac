import { describe, expect, it } from 'vitest';
import { kilometresOutside, pointText, readPoint } from './point.ts';

describe('a point as people copy it from a map', () => {
  it.each([
    ['51.9730, 17.5020', { latitude: 51.973, longitude: 17.502 }],
    ['51,973; 17,502', { latitude: 51.973, longitude: 17.502 }],
    ['17.502 51.973', { latitude: 51.973, longitude: 17.502 }],
    ['51.973', undefined],
    ['rynek', undefined],
    ['48.2, 16.4', undefined],
    ['51.973, -17.502', undefined],
    ['51.973, 17.502, 3', undefined],
  ])('%s', (typed, point) => {
    expect(readPoint(typed)).toEqual(point);
  });

  it('is written as it is read', () => {
    const point = { latitude: 51.973, longitude: 17.502 };
    expect(readPoint(pointText(point))).toEqual(point);
  });
});

describe('how far a point lies outside a gmina', () => {
  // About 14 by 11 km.
  const square = [
    [
      [17.4, 51.9],
      [17.6, 51.9],
      [17.6, 52],
      [17.4, 52],
      [17.4, 51.9],
    ],
  ];
  it.each([
    [{ latitude: 51.95, longitude: 17.5 }, 0],
    [{ latitude: 52.009, longitude: 17.5 }, 1],
    [{ latitude: 52.1, longitude: 17.5 }, 11.1],
    [{ latitude: 51.95, longitude: 17.615 }, 1],
  ])('%o', (point, kilometres) => {
    expect(kilometresOutside(point, square)).toBeCloseTo(kilometres, 0);
  });

  it('a hole in it is outside', () => {
    const hole = [
      [17.49, 51.94],
      [17.51, 51.94],
      [17.51, 51.96],
      [17.49, 51.96],
      [17.49, 51.94],
    ];
    expect(kilometresOutside({ latitude: 51.95, longitude: 17.5 }, [...square, hole])).toBeGreaterThan(0.5);
  });
});
