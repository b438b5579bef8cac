import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../bin/browser.mjs';

/** A tablet: a browser whose disk is a folder, so that it can be switched off and on. */
export async function openDevice(profile: string, baseURL: string): Promise<BrowserContext> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no browser');
  return await chromium.launchPersistentContext(profile, {
    executablePath,
    baseURL,
    viewport: { width: 768, height: 1024 },
    locale: 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
}

/** All that lies in the databases of the page: how many values, and their bytes as text. */
export async function dump(): Promise<{ counts: Record<string, number>; bytes: string }> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')));
    });
  const text = (value: unknown): string => {
    if (value instanceof ArrayBuffer) return new TextDecoder().decode(value);
    if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
    return typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([name, inner]) => `${name}=${text(inner)}`)
          .join('\n')
      : String(value);
  };
  const counts: Record<string, number> = {};
  let bytes = '';
  for (const { name } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name ?? ''));
    for (const store of db.objectStoreNames) {
      const place = db.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(place.getAllKeys()), done(place.getAll())]);
      counts[store] = values.length;
      bytes += [...keys.map(String), ...values.map(text)].join('\n');
    }
    db.close();
  }
  return { counts, bytes };
}

/** Talks with one resident after the other, through the page itself: its forms are filled in and sent as by a finger. */
export async function talkAgain(page: Page, count: number, idea: string): Promise<void> {
  await page.evaluate(
    async ({ count, idea }) => {
      const root = document.querySelector('#tablet');
      const form = (action: string, heading?: string): HTMLFormElement | undefined => {
        const found = root?.querySelector<HTMLFormElement>(`form[action="#${action}"]`);
        const title = root?.querySelector('h1')?.textContent;
        return found && (heading === undefined || title === heading) ? found : undefined;
      };
      const shown = (action: string, heading?: string): Promise<HTMLFormElement> =>
        new Promise((resolve) => {
          const look = (): void => {
            const found = form(action, heading);
            if (!found || root?.hasAttribute('aria-busy')) return;
            watch.disconnect();
            resolve(found);
          };
          const watch = new MutationObserver(look);
          if (root) watch.observe(root, { childList: true, subtree: true, attributes: true });
          look();
        });
      const choose = (of: HTMLFormElement, name: string, value: string): void =>
        of.querySelector<HTMLInputElement>(`[name="answers.${name}"][value="${value}"]`)?.click();
      for (let at = 0; at < count; at++) {
        (await shown('begin')).requestSubmit();
        (await shown('start')).requestSubmit();
        const care = await shown('turn', 'Opieka');
        choose(care, 'cares', '2');
        choose(care, 'needs', String((at % 3) + 1));
        care.requestSubmit();
        const gmina = await shown('turn', 'Gmina');
        choose(gmina, 'life', String((at % 5) + 1));
        const words = gmina.querySelector<HTMLTextAreaElement>('[name="answers.idea"]');
        if (words) words.value = `${idea} ${at}`;
        gmina.requestSubmit();
      }
      await shown('begin');
    },
    { count, idea },
  );
}
