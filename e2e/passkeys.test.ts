import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { enterAs, expectAccessible, expectReflow, journey } from './support/browser.ts';

const { visit, address } = journey();

/** The same server under the name that keys belong to: browsers make none for 127.0.0.1. */
const baseURL = address.replace('127.0.0.1', 'localhost');

/** A device that recognises its owner (finger, face, PIN), as Chromium plays it. */
async function device(page: Page): Promise<{ keys(): Promise<number> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    keys: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
}

describe('a passkey', () => {
  it('is added on the own page and then opens the account without password and code', async () => {
    const page = await visit({ baseURL });
    const { keys } = await device(page);
    await enterAs(page, 'jarocin', /Wejdź jako/);
    await page.goto('/praca/konto');
    await expectAccessible(page);
    await expectReflow(page);
    await page.getByText('Dodaj klucz na tym urządzeniu').click();
    await page.getByLabel('Nazwa klucza').fill('laptop w pracy');
    await page.getByRole('button', { name: 'Dodaj klucz dostępu' }).click();
    await page.getByText('Klucz dodany.').waitFor();
    expect(await keys()).toBe(1);
    await page.context().clearCookies();
    await page.goto('/jarocin/logowanie');
    await page.getByText('Mam konto z hasłem').click();
    await page.getByRole('button', { name: 'Zaloguj się kluczem dostępu' }).click();
    await page.waitForURL(/\/praca\?/);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Dziś');
    await page.goto('/praca/konto');
    expect(await page.getByRole('row', { name: /kluczem dostępu/ }).count()).toBe(1);
  });

  it('is offered only at the address that it belongs to, and never without script', async () => {
    const page = await visit();
    await page.goto('/jarocin/logowanie');
    await page.getByText('Mam konto z hasłem').click();
    const offer = page.getByRole('button', { name: 'Zaloguj się kluczem dostępu' });
    expect(await offer.isVisible()).toBe(false);
    const plain = await visit({ baseURL, javaScriptEnabled: false });
    await plain.goto('/jarocin/logowanie');
    expect(await plain.getByRole('button', { name: 'Zaloguj się kluczem dostępu' }).isVisible()).toBe(false);
  });
});
