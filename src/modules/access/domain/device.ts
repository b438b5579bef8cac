// Each family by a sign that the others do not have; the order matters, because browsers name their ancestors.
const browsers = [
  ['edge', /\bEdg(e|A|iOS)?\//],
  ['opera', /\b(OPR|Opera)\//],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(Firefox|FxiOS)\//],
  ['chrome', /(\b|Headless)(Chrome|CriOS|Chromium)\//],
  ['safari', /\bSafari\//],
] as const;

const systems = [
  ['iphone', /\biPhone\b/],
  ['ipad', /\biPad\b/],
  ['android', /\bAndroid\b/],
  ['windows', /\bWindows\b/],
  ['mac', /\bMac OS X\b/],
  ['chromebook', /\bCrOS\b/],
  ['linux', /\bLinux\b/],
] as const;

export type Browser = (typeof browsers)[number][0] | 'other';
export type System = (typeof systems)[number][0] | 'other';

/** The family of browser and system, all that is kept of a browser's signature: "firefox/windows". */
export function deviceOf(agent: string | undefined): `${Browser}/${System}` {
  const told = agent ?? '';
  const browser = browsers.find(([, sign]) => sign.test(told))?.[0] ?? 'other';
  const system = systems.find(([, sign]) => sign.test(told))?.[0] ?? 'other';
  return `${browser}/${system}`;
}

/** The shape of such a family, as it is taken in. */
export const devicePattern = /^[a-z]{1,20}\/[a-z]{1,20}$/;

const isBrowser = (word: string): word is Browser => browsers.some(([name]) => name === word);
const isSystem = (word: string): word is System => systems.some(([name]) => name === word);

/** The two halves of a kept family; what is not known is `other`. */
export function partsOfDevice(device: string | null): { browser: Browser; system: System } {
  const [browser = '', system = ''] = (device ?? '').split('/');
  return {
    browser: isBrowser(browser) ? browser : 'other',
    system: isSystem(system) ? system : 'other',
  };
}
