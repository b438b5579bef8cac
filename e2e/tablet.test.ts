import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHouse, type House as Built } from '../src/app/house.ts';
import { runningSurvey } from '../src/modules/survey/survey.fixture.ts';
import { testHouse } from '../test/support/centre.ts';
import { type BadLine, badLine, type Mishap, seeded } from './support/bad-line.ts';
import { expectAccessible, expectReflow, picture } from './support/browser.ts';
import { dump, openDevice, talkAgain } from './support/tablet.ts';

/** Two hundred talks without a network, a restart, a bad line: two hundred rows. */
const house = testHouse();
const phrase = 'agrest lampa rower zupa okno';
const secret = 'TAJNE-brakuje-lekarza';
const talks = 200;

let built: Built;
let line: BadLine;
let profile: string;
let device: BrowserContext;
let page: Page;
let surveyId = '';
let bad = false;
const faults: string[] = [];

/** Switches the device on: the same disk, nothing in memory. */
async function switchOn(): Promise<void> {
  device = await openDevice(profile, line.address);
  // The centre of the test stands on 16 November 2026: so does the clock of the device.
  await device.clock.setFixedTime(house.clock.now());
  page = device.pages()[0] ?? (await device.newPage());
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
}
const signIn = async (): Promise<void> => {
  const { accountId } = house.centre.as('clerk');
  await page.request.post(`${line.address}/jarocin/logowanie/osoba`, {
    form: { accountId },
    maxRedirects: 0,
  });
};
const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
const unlock = async (typed = phrase): Promise<void> => {
  await page.getByLabel('Hasło').fill(typed);
  await button('Odblokuj').click();
};
const heading = async (name: string): Promise<void> =>
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const rows = async (): Promise<number> =>
  (
    await house.owner.query<{ n: number }>(
      `select count(*)::int as n from survey_sheet where survey_id = $1 and mode = 'interviewer'`,
      [surveyId],
    )
  ).rows[0]?.n ?? 0;

beforeAll(async () => {
  built = await buildHouse(house.pool, house.clock, {
    secure: false,
    publicWrites: 10_000,
    vault: house.vault,
  });
  const chance = seeded(20_261_116);
  line = await badLine(
    await built.server.listen({ port: 0, host: '127.0.0.1' }),
    /survey\.post-sheets$/,
    (): Mishap => {
      if (!bad) return undefined;
      const drawn = chance();
      return drawn < 0.25 ? 'lost' : drawn < 0.5 ? 'unanswered' : undefined;
    },
  );
  ({ surveyId } = await runningSurvey(house, 'Czego potrzebujemy'));
  profile = mkdtempSync(path.join(os.tmpdir(), 'okienko-tablet-'));
  await switchOn();
});
afterAll(async () => {
  await device.close();
  await line.close();
  await built.server.close();
  rmSync(profile, { recursive: true, force: true });
});

describe('the interviewer’s tablet', () => {
  it('is made ready once, in the network: a name, a phrase, a survey', async () => {
    await signIn();
    await page.goto('/praca/tablet');
    await page.getByLabel('Nazwa tabletu').fill('Tablet 3');
    await button('Wylosuj hasło').click();
    await page.getByText('Wylosowane hasło').waitFor();
    await page.getByLabel('Hasło', { exact: true }).fill('1234');
    await button('Ustaw hasło i zacznij').click();
    expect(await page.getByRole('alert').innerText()).toContain('Za krótkie');
    await expectAccessible(page);
    await page.getByLabel('Hasło', { exact: true }).fill(phrase);
    await page.getByLabel('Hasło jeszcze raz').fill(phrase);
    await button('Ustaw hasło i zacznij').click();
    await button(/^Pobierz na tablet/).click();
    await page.getByText(/^Pobrano:/).waitFor();
    await expectAccessible(page);
    await expectReflow(page);
    await picture(page, 'tablet-ankiety');
  });

  it('opens without a network, and asks section by section what the server would ask', async () => {
    await device.setOffline(true);
    await page.reload();
    await unlock();
    await button(/^Rozpocznij rozmowę/).click();
    await button('Zaczynamy').click();
    // Only who cares for somebody is asked for how many hours.
    expect(await page.getByLabel('Ile godzin w tygodniu?').isVisible()).toBe(false);
    await page.getByLabel('tak', { exact: true }).check();
    await page.getByLabel('Ile godzin w tygodniu?').fill('za dużo');
    await expectAccessible(page);
    await expectReflow(page);
    await picture(page, 'tablet-rozmowa');
    await button('Dalej').click();
    expect(await page.getByRole('alert').innerText()).toContain('Wpisz liczbę cyframi');
    await page.getByLabel('Ile godzin w tygodniu?').fill('20');
    await button('Dalej').click();
    await heading('Dla opiekunów');
    await button('Dalej').click();
    await heading('Gmina');
    // A required question is not answered: it is put right, or the interviewer hears that the person will not.
    await page.getByLabel('Czego brakuje?').fill(secret);
    await button('Zakończ i zapisz').click();
    expect(await page.getByRole('alert').innerText()).toContain('Odpowiedz na to pytanie');
    expect(await page.getByLabel('Czego brakuje?').inputValue()).toBe(secret);
    await button('Osoba nie chce odpowiedzieć').click();
    await heading('Dziękujemy za rozmowę');
    await expectAccessible(page);
  });

  it('takes the other talks through the same pages; one is broken off', { timeout: 300_000 }, async () => {
    await talkAgain(page, talks - 1, secret);
    await button('Rozpocznij następną').click();
    await button('Zaczynamy').click();
    await page.getByLabel('nie', { exact: true }).check();
    await button('Przerwij').click();
    await page.getByText(`Czeka na wysłanie: ${talks}`).waitFor();
    await expectAccessible(page);
    await expectReflow(page);
    await picture(page, 'tablet-do-wyslania');
    expect(await rows()).toBe(0);
  });

  it('a full disk loses nothing that stands on the screen', async () => {
    await button('Dokończ').click();
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        IDBObjectStore.prototype.put = put;
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await button('Dalej').click();
    expect(await page.getByRole('alert').innerText()).toContain('nie ma miejsca');
    expect(await page.getByLabel('nie', { exact: true }).isChecked()).toBe(true);
    await button('Przerwij').click();
    await page.getByText(`Czeka na wysłanie: ${talks}`).waitFor();
  });

  it('nothing of an answer or a question can be read on the device, nor in the files of the browser', async () => {
    const kept = await page.evaluate(dump);
    expect(kept.counts).toEqual({ device: 1, drafts: 1, plain: 3, queue: talks, surveys: 1 });
    for (const word of [secret, 'lekarz', 'cares', 'opiekujesz', 'answers', surveyId])
      expect([word, kept.bytes.includes(word)]).toEqual([word, false]);
    await device.close();
    const files = readdirSync(profile, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /IndexedDB/i.test(entry.parentPath))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)));
    expect(files.length).toBeGreaterThan(0);
    for (const encoding of ['utf8', 'utf16le'] as const)
      expect(files.some((file) => file.includes(Buffer.from(secret, encoding)))).toBe(false);
  });

  it('after a restart, still without a network, everything is there: behind the phrase only', async () => {
    await switchOn();
    await device.setOffline(true);
    await page.goto('/praca/tablet');
    await page.getByText(`Czeka na wysłanie: ${talks}.`).waitFor();
    await unlock('agrest lampa rower zupa dach');
    expect(await page.getByRole('alert').innerText()).toContain('To nie jest hasło tego tabletu');
    await expectAccessible(page);
    await unlock();
    await page.getByText(`Czeka na wysłanie: ${talks}`).waitFor();
  });

  it('the session has ended meanwhile: the sheets stay, and the way to sign in is shown', async () => {
    await device.setOffline(false);
    await page.getByRole('link', { name: 'Zaloguj się' }).waitFor();
    expect(await rows()).toBe(0);
    expect(await page.getByText(`Czeka na wysłanie: ${talks}`).count()).toBe(1);
    await expectAccessible(page);
  });

  it('sent over a bad line, again and again, and every batch once more: exactly two hundred rows', {
    timeout: 300_000,
  }, async () => {
    await signIn();
    bad = true;
    await page.goto('/praca/tablet');
    await unlock();
    const done = page.getByText('Wszystko wysłane.');
    const send = button('Wyślij teraz');
    while ((await done.count()) === 0)
      if (await send.isVisible()) await send.click({ timeout: 1000 }).catch(() => undefined);
    bad = false;
    expect(await rows()).toBe(talks);
    // The line was bad: answers were lost after the commit, and what had not left the device was sent again.
    expect(line.mishaps.filter((one) => one === 'unanswered').length).toBeGreaterThan(1);
    expect(line.mishaps.filter((one) => one === 'lost').length).toBeGreaterThan(1);
    expect((await page.evaluate(dump)).counts.queue).toBe(0);
    for (const { path: to, body } of line.sent.slice()) {
      const again = await page.request.post(`${line.address}${to}`, { data: JSON.parse(body) });
      expect(again.status()).toBe(200);
    }
    expect(await rows()).toBe(talks);
  });

  it('the sheets are as they were told, and nothing leads from a tablet to one of them', async () => {
    const { rows: kept } = await house.owner.query<{
      codes: number[];
      texts: { idea?: string };
      flags: string[];
      day: string;
    }>(`select codes, texts, flags, day::text from survey_sheet where survey_id = $1`, [surveyId]);
    expect(kept.filter(({ texts }) => texts.idea?.startsWith(secret)).length).toBe(talks);
    expect(
      kept.filter(({ flags }) => flags.includes('missing:life')).map(({ codes }) => codes.slice(0, 2)),
    ).toEqual([[1, 20]]);
    expect(new Set(kept.map(({ day }) => day))).toEqual(new Set(['2026-11-16']));
    const devices = await house.owner.query('select name, sent_on::text as "sentOn" from survey_device');
    expect(devices.rows).toEqual([{ name: 'Tablet 3', sentOn: '2026-11-16' }]);
    await page.goto('/praca/badania/tablety');
    expect(await page.getByRole('row', { name: /Tablet 3/ }).innerText()).toContain('16.11.2026');
    await expectAccessible(page);
    expect(faults).toEqual([]);
  });

  it('a browser that keeps nothing says so, and what to do instead', async () => {
    const poor = await device.newPage();
    await poor.addInitScript(() => Reflect.deleteProperty(globalThis, 'indexedDB'));
    await poor.goto('/praca/tablet');
    await poor.getByText('Przeglądarka nie pozwala niczego zapisać').waitFor();
    await expectAccessible(poor);
    await poor.close();
  });
});
