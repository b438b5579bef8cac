import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterAs, expectAccessible, expectReflow, journey, phone, picture } from './support/browser.ts';

const { visit } = journey();

/** Every page on the way is read by axe, and fits 320 px. */
async function expectGood(page: Page, name?: string): Promise<void> {
  await expectAccessible(page);
  await expectReflow(page);
  if (name) await picture(page, name);
}

/** A phone-sized screen that runs no script: what a resident and an association use. */
const onAPhone = async (): Promise<Page> => await visit({ viewport: phone, javaScriptEnabled: false });

const next = async (page: Page, answer: string): Promise<void> => {
  await page.getByLabel(answer, { exact: true }).check();
  await page.getByRole('button', { name: 'Dalej' }).click();
};

let page: Page;

describe('help for a mother with dementia, on a phone without script', () => {
  beforeAll(async () => {
    page = await onAPhone();
  });

  it('the first page is understood at once: one question, three equal ways to ask, the emergency numbers', async () => {
    await page.goto('/jarocin');
    expect(await page.getByRole('searchbox').count()).toBe(1);
    for (const way of ['Napisz', 'Oddzwonimy', 'Wydrukuj i przynieś'])
      expect(await page.getByRole('link', { name: way, exact: true }).count()).toBe(1);
    expect(await page.locator('a[href="tel:112"]').count()).toBe(1);
    expect(await page.locator('script').count()).toBe(0);
    const weight = await page.evaluate(() =>
      ['navigation', 'resource']
        .flatMap((type) => performance.getEntriesByType(type))
        .reduce((sum, one) => sum + (one instanceof PerformanceResourceTiming ? one.transferSize : 0), 0),
    );
    expect(weight).toBeGreaterThan(5_000);
    expect(weight).toBeLessThan(30_000);
    await expectGood(page, 'poczatek');
  });

  it('words of the street find services', async () => {
    await page.getByRole('searchbox').fill('ktos do babci');
    await page.getByRole('button', { name: 'Szukaj' }).click();
    expect(await page.locator('main article, main .card').count()).toBeGreaterThan(0);
    await expectGood(page, 'szukanie');
  });

  it('plain questions lead to services with why, why not, and what is unknown', async () => {
    await page.goto('/jarocin/pomoc');
    await expectGood(page, 'pytanie');
    await next(page, 'dla mamy, taty, babci lub dziadka');
    await next(page, 'od 75 do 79 lat');
    await next(page, 'kłopoty z pamięcią, demencja');
    await next(page, 'w tym tygodniu');
    await next(page, 'Jarocin');
    await next(page, 'nie, potrzebna jest pomoc w domu');
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/Pasuje, bo:/);
    expect(text).toMatch(/Trzeba dopytać:/);
    await expectGood(page, 'co-moze-pomoc');
    const card = page.locator('main article, main .card').first();
    await card.getByRole('link').first().click();
    expect(page.url()).toMatch(/\/jarocin\/uslugi\//);
    await expectGood(page, 'karta-uslugi');
  });

  it('in danger the emergency numbers come before anything else', async () => {
    await page.goto('/jarocin/pomoc');
    await next(page, 'dla siebie');
    await next(page, 'od 30 do 59 lat');
    await next(page, 'przemoc');
    await next(page, 'teraz, ktoś jest w niebezpieczeństwie');
    // Only the way out of the page, for whoever is watched, stands before them.
    const first = page.locator('main :not(.quick-exit) > a').first();
    expect(await first.getAttribute('href')).toBe('tel:112');
    await expectGood(page);
  });

  it('asks to be called back, is told when, and follows the case by code and birth date', async () => {
    await page.goto('/jarocin/oddzwonimy');
    await page.locator('input[name="reporter.phone"]').fill('600 100 200');
    await page.getByLabel('po południu, od 14').check();
    await page.getByLabel('dla kogoś z rodziny').check();
    await page.getByText('Chcesz sprawdzać w internecie').click();
    await page.locator('input[name="about.birthDate"]').fill('7.03.1948');
    await expectGood(page, 'oddzwonimy');
    await page.getByRole('button', { name: 'Poproszę o telefon' }).click();
    const code = (await page.locator('#kod kbd').allInnerTexts()).join('-');
    expect(code).toMatch(/^\w{4}-\w{3}-\w{3}$/);
    await expectGood(page, 'zadzwonimy');
    await page.goto('/jarocin/sprawa');
    await page.locator('input[name="code"]').fill(code);
    await page.locator('input[name="birthDate"]').fill('7.03.1948');
    await page.getByRole('button', { name: 'Pokaż sprawę' }).click();
    for (const part of ['Co się stało', 'Co będzie dalej', 'Do kiedy', 'Do kogo zadzwonić'])
      expect(await page.getByRole('heading', { name: part }).count()).toBe(1);
    await expectGood(page, 'moja-sprawa');
  });

  it('by keyboard alone, at 400 % zoom: the mistake is said first, its line leads to the field, and the call is asked for', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/jarocin/oddzwonimy');
    const at = async (): Promise<{ field: string; seen: boolean }> =>
      await page.evaluate(() => {
        const box = document.activeElement?.getBoundingClientRect();
        return {
          field: document.activeElement?.getAttribute('name') ?? document.activeElement?.tagName ?? '',
          seen: box !== undefined && box.top >= 0 && box.bottom <= window.innerHeight && box.right <= 320,
        };
      });
    const stop = async (name: string): Promise<void> => {
      for (let tabs = 0; tabs < 25; tabs += 1) {
        await page.keyboard.press('Tab');
        if ((await at()).field !== name) continue;
        await expect.poll(async () => (await at()).seen).toBe(true);
        return;
      }
      throw new Error(`Tab never comes to ${name}`);
    };
    await stop('reporter.phone');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('600 100 200');
    await stop('time');
    await page.keyboard.press('ArrowDown');
    await stop('reporter.role');
    await page.keyboard.press('ArrowDown');
    await stop('SUMMARY');
    await page.keyboard.press('Enter');
    await stop('about.birthDate');
    await page.keyboard.type('7.03.1948');
    await stop('BUTTON');
    await Promise.all([page.waitForURL(/\/wyslane\/telefon/), page.keyboard.press('Enter')]);
    expect(await page.locator('#kod kbd').count()).toBe(3);
    await page.setViewportSize(phone);
  });

  it('a wrong code and a wrong birth date get one and the same answer', async () => {
    const answers: string[] = [];
    for (const code of ['AAAA-BBB-CCC', 'ZZZZ-ZZZ-ZZZ']) {
      await page.goto('/jarocin/sprawa');
      await page.locator('input[name="code"]').fill(code);
      await page.locator('input[name="birthDate"]').fill('1.01.1990');
      await page.getByRole('button', { name: 'Pokaż sprawę' }).click();
      answers.push(await page.getByRole('alert').first().innerText());
    }
    expect(answers[0]).toBe(answers[1]);
  });

  it('the same in Ukrainian and English', async () => {
    for (const [lang, path] of [
      ['uk', '/uk/jarocin'],
      ['en', '/en/jarocin/pomoc'],
      ['uk', '/uk/jarocin/oddzwonimy'],
      ['en', '/en/jarocin/uslugi'],
      ['uk', '/uk/jarocin/wydrukuj'],
    ] as const) {
      await page.goto(path);
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      await expectGood(page);
    }
  });
});

describe('an association by its link', () => {
  let address = '';

  it('the organiser shows the link once', async () => {
    const desk = await visit();
    await enterAs(desk, 'jarocin', /Iwona/);
    await desk.goto('/praca/wykonawcy');
    await desk.getByRole('link', { name: /Ciepły Próg/ }).click();
    await desk.getByRole('button', { name: 'Pokaż link do przekazania' }).click();
    address = (await desk.locator('main a[href*="/karta/"]').getAttribute('href')) ?? '';
    expect(address).toMatch(/\/jarocin\/karta\/.{40,}$/);
    await expectGood(desk);
  });

  it('says on a phone that there are no free places until March, and residents see it', async () => {
    page = await onAPhone();
    await page.goto(address);
    await expectGood(page, 'karty-po-linku');
    const card = page.locator('main article, main .card').first();
    const name = await card.getByRole('heading').first().innerText();
    await card.getByText('Zamelduj wolne miejsca').click();
    await card.getByLabel('brak miejsc', { exact: true }).check();
    await card.locator('input[name="until"]').fill('28.02.2027');
    await card.getByRole('button', { name: 'Zapisz', exact: false }).first().click();
    await page.goto(`/jarocin/uslugi?text=${encodeURIComponent(name)}`);
    await page.getByRole('link', { name }).first().click();
    expect(await page.locator('main').innerText()).toMatch(/nie ma wolnych miejsc.*do 28\.02\.2027/);
  });

  it('a link that nobody issued opens nothing and tells nothing', async () => {
    await page.goto(`${address.slice(0, -6)}AAAAAA`);
    expect(await page.locator('h1').innerText()).toBe('Ten link niczego nie otwiera');
    await expectGood(page);
  });
});

describe('the organiser and last month’s unmet needs', () => {
  it('a map and a chart, each with its table, and small numbers hidden', async () => {
    page = await visit();
    await enterAs(page, 'jarocin', /Iwona/);
    await page.goto('/praca/potrzeby');
    expect(await page.locator('main svg').count()).toBeGreaterThan(1);
    expect(await page.locator('main table').count()).toBeGreaterThan(1);
    expect(await page.locator('main').innerText()).toMatch(/ukryte/);
    await expectGood(page, 'potrzeby');
    await page.goto('/praca/potrzeby/przeglad');
    await expectGood(page);
  });
});
