import { describe, expect, test } from 'vitest';
import { contrast, shapePairs, textPairs } from './contrast.ts';
import { stylesheet } from './styles.ts';

const [light = '', dark = ''] = stylesheet.split('@media screen and (prefers-color-scheme: dark)');

const tokens = (css: string): ReadonlyMap<string, string> =>
  new Map([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]));

const themes = [
  { theme: 'light', colours: tokens(light) },
  { theme: 'dark', colours: new Map([...tokens(light), ...tokens(dark)]) },
];

const ratio = (colours: ReadonlyMap<string, string>, [one, other]: readonly [string, string]): number =>
  contrast(colours.get(one) ?? '', colours.get(other) ?? '');

describe.each(themes)('Colours of the $theme theme', ({ colours }) => {
  test.each(textPairs)('WCAG 1.4.3: text %s on %s has at least 4.5 to 1', (one, other) => {
    expect(ratio(colours, [one, other])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapePairs)('WCAG 1.4.11: shape %s beside %s has at least 3 to 1', (one, other) => {
    expect(ratio(colours, [one, other])).toBeGreaterThanOrEqual(3);
  });
});

test('contrast follows the formula of WCAG: black on white is 21, equal colours are 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#1e3f9e', '#1e3f9e')).toBe(1);
});

test('the dark theme names every colour of the light one', () => {
  expect([...tokens(dark).keys()].sort()).toEqual([...tokens(light).keys()].sort());
});
