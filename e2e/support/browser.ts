import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { findBrowser } from '../../bin/browser.mjs';

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

export interface Journey {
  /** Opens a fresh browser profile: nobody signed in. */
  visit(options?: {
    viewport?: { width: number; height: number };
    javaScriptEnabled?: boolean;
    colorScheme?: 'light' | 'dark';
    /** Another server than the one with the demonstration. */
    baseURL?: string;
  }): Promise<Page>;
  address: string;
}

/** A real browser for the journeys of one file. */
export function journey(): Journey {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    const executablePath = findBrowser();
    if (!executablePath) throw new Error('no browser');
    browser = await chromium.launch({
      executablePath,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  afterAll(async () => {
    await browser.close();
  });
  const address = inject('address');
  return {
    address,
    async visit({ viewport = desk, ...options } = {}) {
      const context = await browser.newContext({
        viewport,
        locale: 'pl-PL',
        timezoneId: 'Europe/Warsaw',
        baseURL: address,
        ...options,
      });
      contexts.push(context);
      if (options.javaScriptEnabled === false) scriptless.add(context);
      return await context.newPage();
    },
  };
}

/** Enters as a named persona of the demonstration with one click. */
export async function enterAs(page: Page, centre: string, name: RegExp): Promise<void> {
  await page.goto(`/${centre}/logowanie`);
  await page.getByRole('button', { name }).first().click();
  await page.waitForURL(/\/praca/);
}

/** Contexts without script: axe is a script, and waits for ever in one. */
const scriptless = new WeakSet<BrowserContext>();

/** The same bytes in a context that runs axe; the page itself stays as it is. */
async function twinOf(page: Page): Promise<Page> {
  const context = await page.context().browser()?.newContext({ viewport: page.viewportSize() });
  if (!context) throw new Error('no browser');
  const twin = await context.newPage();
  const body = await page.content();
  await twin.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await twin.goto(page.url());
  return twin;
}

/** What axe finds against WCAG 2.2 AA (but for the rules in `without`), each with its places. */
export async function accessibilityFaults(page: Page, without: readonly string[] = []): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules([...without])
    .analyze();
  return found.violations.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

/** WCAG 2.2 AA by axe: nothing found, or the test says what and where. */
export async function expectAccessible(page: Page): Promise<void> {
  if (scriptless.has(page.context())) {
    const twin = await twinOf(page);
    await expectAccessible(twin);
    await twin.context().close();
    return;
  }
  expect(await accessibilityFaults(page)).toEqual([]);
}

/** Nothing is wider than the window: no scrolling sideways at 320 px (400 % zoom of 1280 px). */
export async function expectReflow(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  if (size) await page.setViewportSize(size);
}

const pictures = path.join(path.dirname(path.dirname(import.meta.dirname)), 'docs/handbook/pictures');

/** A picture for the handbook; written only when asked for (PICTURES=1), so that a test run changes nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES'] !== '1') return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: false });
}
