import { describe, expect, it } from 'vitest';
import { deviceOf, devicePattern, partsOfDevice } from './device.ts';

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0';

describe('the family of a device', () => {
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36`, 'chrome/windows'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/131.0.0.0`, 'edge/windows'],
    [`Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`, 'chrome/android'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'firefox/linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1',
      'safari/iphone',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15',
      'safari/mac',
    ],
    ['curl/8.5.0', 'other/other'],
    [undefined, 'other/other'],
  ])('%s', (agent, family) => {
    expect(deviceOf(agent)).toBe(family);
    expect(deviceOf(agent)).toMatch(devicePattern);
  });

  it('what is kept is read back, and what nobody knows is "other"', () => {
    expect(partsOfDevice('firefox/linux')).toEqual({ browser: 'firefox', system: 'linux' });
    expect(partsOfDevice(null)).toEqual({ browser: 'other', system: 'other' });
    expect(partsOfDevice('<b>/x')).toEqual({ browser: 'other', system: 'other' });
  });
});
