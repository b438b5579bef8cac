import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectReflow, journey, phone } from './support/browser.ts';

const { visit } = journey();

let page: Page;
let code: string;

const expectGood = async (lang: string): Promise<void> => {
  expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  expect(await page.locator('script').count()).toBe(0);
  await expectAccessible(page);
  await expectReflow(page);
};

describe('a person who reads Ukrainian, on a phone without script', () => {
  beforeAll(async () => {
    page = await visit({ viewport: phone, javaScriptEnabled: false });
  });

  it('changes the language once, and it stays', async () => {
    await page.goto('/jarocin/sprawa?skad=ulotka');
    await page.getByRole('link', { name: 'Українська' }).click();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/uk/jarocin/sprawa?skad=ulotka');
    await page.getByRole('link', { name: 'Головна сторінка' }).first().click();
    await page.getByRole('link', { name: 'Ми передзвонимо', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/uk/jarocin/oddzwonimy');
    await expectGood('uk');
  });

  it('is told what is missing in Ukrainian, and loses nothing', async () => {
    await page.getByLabel('Про що йдеться?').fill('Мама сама вдома');
    await page.getByRole('button', { name: 'Прошу зателефонувати' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Введіть номер телефону');
    expect(await page.getByLabel('Про що йдеться?').inputValue()).toBe('Мама сама вдома');
    await expectGood('uk');
  });

  it('asks to be called back and gets a code', async () => {
    await page.getByLabel('Ваш номер телефону').fill('600 100 200');
    await page.getByText('Хочете стежити в інтернеті').click();
    await page.getByLabel('Дата народження людини').fill('7.03.1948');
    await page.getByRole('button', { name: 'Прошу зателефонувати' }).click();
    expect(await page.locator('h1').innerText()).toBe('Ми вам зателефонуємо');
    code = (await page.locator('kbd').allInnerTexts()).join('-');
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{3}-[A-Z2-9]{3}$/);
    await expectGood('uk');
  });

  it('follows the case by the code: what happened, what is next, by when, whom to call', async () => {
    await page.getByRole('link', { name: 'Перевірити справу' }).click();
    await page.getByLabel('Код справи').fill(code.toLowerCase());
    await page.getByLabel('Дата народження').fill('7.03.1948');
    await page.getByRole('button', { name: 'Показати справу' }).click();
    for (const part of ['Що сталося', 'Що буде далі', 'До коли', 'Кому телефонувати'])
      expect(await page.getByRole('heading', { name: part, exact: true }).count()).toBe(1);
    await expectGood('uk');
  });

  it('reads the accessibility statement of the centre from the foot of any page', async () => {
    await page.getByRole('link', { name: 'Декларація доступності' }).click();
    expect(await page.locator('[id^="a11y-"]').count()).toBeGreaterThan(13);
    await expectGood('uk');
  });
});

describe('a resident with an account', () => {
  beforeAll(async () => {
    page = await visit({ viewport: phone, javaScriptEnabled: false });
  });

  it('lands on their own cases in the language of the door', async () => {
    await page.goto('/en/jarocin/logowanie');
    await page.locator('.card', { hasText: 'mieszkan' }).first().getByRole('button').click();
    expect(new URL(page.url()).pathname).toBe('/en/jarocin/moje');
    await expectGood('en');
  });

  it('reads the plan in plain words, and who looked at the data', async () => {
    await page.getByRole('link', { name: 'See your plan' }).first().click();
    expect(await page.locator('h1').innerText()).toBe('Your plan of services');
    await expectGood('en');
    await page.getByRole('link', { name: 'Your cases' }).click();
    await page.getByRole('link', { name: 'Who looked at your data' }).click();
    expect(await page.locator('table tbody tr').count()).toBeGreaterThan(3);
    await expectGood('en');
  });

  it('complains, and is told by when it will be answered', async () => {
    await page.goto('/en/jarocin/moje');
    await page.getByRole('link', { name: 'Complain' }).first().click();
    await page.getByLabel('What do you complain about?').fill('Nobody has called for a week.');
    await page.getByRole('button', { name: 'Send the complaint' }).click();
    expect(await page.locator('#prosby').innerText()).toContain('We will answer by');
    await expectGood('en');
  });
});
