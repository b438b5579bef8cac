import type { Locator, Page } from 'playwright-core';

/** Seconds that a person takes for each, when they know what they want. */
const pace = { clicks: 4, pages: 8, fields: 2 } as const;

/** Milliseconds after which what is not there is not there. */
const patience = 8_000;

/** Somebody who has only the handbook: reads labels, fills in, presses; every step is counted. */
export interface Newcomer {
  page: Page;
  /** Opens an address that stands in the handbook or in what the program printed. */
  goto(address: string): Promise<void>;
  /** Follows a link by its words. */
  follow(words: string | RegExp, within?: Locator): Promise<void>;
  /** Presses a button by its words; a refusal is an error with what the page said. */
  press(words: string | RegExp, within?: Locator): Promise<void>;
  /** Fills in fields by the words of their labels; `true` ticks the choice of these words. */
  write(values: Readonly<Record<string, string | true>>, within?: Locator): Promise<void>;
  /** What the page says. */
  said(): Promise<string>;
  /** How long it has taken so far, as a person would need. */
  minutes(): number;
  log(): string;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** The whole label in these words, wherever its lines break and whether or not it must be filled in. */
const labelled = (words: string): RegExp =>
  new RegExp(`^\\s*${words.split(' ').map(escaped).join('\\s+')}(?:\\s*\\(nieobowiązkowe\\))?\\s*$`);

/** The place of the answer with these words, or that begins with them. */
async function optionOf(field: Locator, words: string): Promise<number> {
  const options = (await field.locator('option').allTextContents()).map((one) => one.trim());
  const exact = options.indexOf(words);
  const index = exact < 0 ? options.findIndex((one) => one.startsWith(words)) : exact;
  if (index < 0) throw new Error(`no answer „${words}” among: ${options.join(', ')}`);
  return index;
}

/** Makes a newcomer of a page. */
export function newcomer(page: Page): Newcomer {
  const done = { clicks: 0, pages: 0, fields: 0 };
  let status = 200;
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) done.pages += 1;
  });
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame())
      status = response.status();
  });
  const said = async (): Promise<string> =>
    (await page.locator('main').innerText()).replaceAll(/[\s\u00a0\u2060]+/g, ' ');
  const click = async (what: Locator, words: string | RegExp): Promise<void> => {
    done.clicks += 1;
    try {
      await what.click({ timeout: patience });
    } catch (error) {
      throw new Error(`no „${String(words)}” on ${page.url()}: ${(await said()).slice(0, 1000)}`, {
        cause: error,
      });
    }
    if (status >= 400) throw new Error(`${String(words)}: ${status} ${(await said()).slice(0, 1000)}`);
  };
  const seconds = (): number =>
    (Object.keys(pace) as (keyof typeof pace)[]).reduce((sum, key) => sum + done[key] * pace[key], 0);
  return {
    page,
    said,
    async goto(address) {
      await page.goto(address);
    },
    async follow(words, within) {
      await click((within ?? page).getByRole('link', { name: words, exact: true }).first(), words);
    },
    async press(words, within) {
      await click(
        (within ?? page.locator('main')).getByRole('button', { name: words, exact: true }).first(),
        words,
      );
    },
    async write(values, within) {
      for (const [words, value] of Object.entries(values)) {
        done.fields += 1;
        const field = (within ?? page.locator('main'))
          .getByLabel(labelled(words))
          .and(page.locator('input, select, textarea'))
          .first();
        await field.waitFor({ timeout: patience }).catch(async (error: unknown) => {
          throw new Error(`no field „${words}” on ${page.url()}: ${(await said()).slice(0, 1000)}`, {
            cause: error,
          });
        });
        if (value === true) await field.check();
        else if ((await field.evaluate((element) => element.tagName)) === 'SELECT')
          await field.selectOption({ index: await optionOf(field, value) });
        else await field.fill(value);
      }
    },
    minutes: () => seconds() / 60,
    log: () =>
      `${done.pages} pages, ${done.clicks} clicks, ${done.fields} fields: ${Math.round(seconds() / 60)} minutes`,
  };
}
