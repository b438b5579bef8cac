import { describe, expect, it } from 'vitest';
import { enterAs, expectAccessible, expectReflow, journey, phone } from './support/browser.ts';

const { visit } = journey();

describe('the way in', () => {
  it('shows the centres, and what each demonstration account is for', async () => {
    const page = await visit();
    await page.goto('/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Okienko');
    await expectAccessible(page);
    await expectReflow(page);
    await page.goto('/jarocin/logowanie');
    await expectAccessible(page);
    await expectReflow(page);
    await enterAs(page, 'jarocin', /Wejdź jako/);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Dziś');
    await expectAccessible(page);
    await expectReflow(page);
  });

  it('works on a phone without JavaScript', async () => {
    const page = await visit({ viewport: phone, javaScriptEnabled: false });
    await enterAs(page, 'zyrardow', /Wejdź jako/);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Dziś');
  });

  it('leads back to where one wanted to go', async () => {
    const page = await visit();
    await page.goto('/praca/osoby');
    await page.getByRole('link', { name: /Jarocin/ }).click();
    await page
      .getByRole('button', { name: /Wejdź jako/ })
      .first()
      .click();
    await page.waitForURL(/\/praca\/osoby/);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Osoby');
  });
});
