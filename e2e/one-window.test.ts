import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterAs, expectAccessible, expectReflow, journey, picture } from './support/browser.ts';

const { visit } = journey();

/** Every page on the way is read by axe, and fits 320 px. */
async function expectGood(page: Page, name?: string): Promise<void> {
  await expectAccessible(page);
  await expectReflow(page);
  if (name) await picture(page, name);
}

let page: Page;
let caseUrl = '';
let planUrl = '';

const back = async (who: RegExp, url: string): Promise<void> => {
  await page.context().clearCookies();
  await enterAs(page, 'jarocin', who);
  await page.goto(url);
};

describe('from a need to a running plan', () => {
  beforeAll(async () => {
    page = await visit();
  });

  it('the front desk finds the person and takes the need down once', async () => {
    await enterAs(page, 'jarocin', /Marzena/);
    await page.goto('/praca/zgloszenie?szukaj=anna');
    await expectGood(page);
    await page
      .getByRole('link', { name: /^Wybierz/ })
      .first()
      .click();
    await page.getByLabel('telefon', { exact: true }).check();
    await page
      .locator('textarea[name="needs.0.words"]')
      .fill('Po wylewie mąż źle chodzi. Potrzebuje ćwiczeń i kogoś do towarzystwa dwa razy w tygodniu.');
    await picture(page, 'zgloszenie');
    await page.getByRole('button', { name: 'Zapisz zgłoszenie' }).click();
    expect(await page.getByText('Kod do sprawdzania sprawy').count()).toBe(1);
    await expectGood(page, 'zgloszenie-zapisane');
  });

  it('the report becomes an application without retyping', async () => {
    await page.locator('main a[href$="/wniosek"]').first().click();
    await page.getByRole('checkbox', { name: 'Rehabilitacja indywidualna mobilna' }).check();
    await page.getByRole('checkbox', { name: 'Ćwiczenia grupowe z muzykoterapią' }).check();
    await page.getByRole('radio', { name: 'osoba zainteresowana' }).check();
    await page.getByRole('button', { name: 'Zacznij wniosek' }).click();
    await expectGood(page, 'wniosek');
    await page.locator('input[name="answers.lives_alone"]').first().check();
    await page.locator('select[name="answers.disability_certificate"]').selectOption({ index: 2 });
    await page
      .locator('textarea[name="answers.health_mobility"]')
      .fill('Po domu z laską, na zewnątrz tylko z kimś.');
    expect(
      await page
        .getByText('Jestem świadomy odpowiedzialności karnej za złożenie fałszywego oświadczenia.')
        .count(),
    ).toBeGreaterThan(0);
    await page.locator('input[name="declarations.0.made"]').check();
    await page.getByRole('radio', { name: 'podpis na papierze' }).check();
    await page.locator('input[name="informationGiven"]').check();
    await page.getByRole('button', { name: 'Złóż wniosek' }).click();
    caseUrl = page.url().split('?')[0] ?? '';
    expect(await page.getByText('Opracowanie IPUS').count()).toBeGreaterThan(0);
    await expectGood(page, 'sprawa');
  });

  it('the coordinator sees the clock with its article, and records the assessment', async () => {
    // Nobody leads the case yet: every coordinator sees it under Dziś.
    await back(/Hanna/, '/praca');
    await page.getByRole('link', { name: /^Sprawy bez koordynatora/ }).click();
    await page.locator(`main a[href="${new URL(caseUrl).pathname}"]`).click();
    await page.getByText('Skąd ta data?').first().click();
    expect(await page.getByText('art. 40').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: /rozpocznij rozpoznanie/ }).click();
    await page
      .getByRole('region', { name: 'Co teraz' })
      .getByRole('link', { name: 'Zapisz rozpoznanie' })
      .click();
    await expectGood(page);
    await page.locator('input[name="place"]').fill('w mieszkaniu osoby');
    await page.locator('textarea[name="servicesUsed"]').fill('Z żadnych. Zakupy robi sąsiadka.');
    await page
      .locator('textarea[name="evaluation"]')
      .fill('Potrzeby są zasadne i możliwe do zaspokojenia w programie.');
    await page
      .locator('textarea[name="informationGiven"]')
      .fill('Usługi są bezpłatne; powiedziano o możliwości rezygnacji.');
    await page.locator('input[name="agreed"]').check();
    await page.getByRole('button', { name: 'Zapisz protokół' }).click();
    expect(page.url().split('?')[0]).toBe(caseUrl);
    expect(await page.getByText('w mieszkaniu osoby').count()).toBe(1);
    await expectGood(page, 'rozpoznanie');
  });

  it('a plan is needed: at least three months, and coordination (art. 38)', async () => {
    await page.goto(`${caseUrl}/plan-potrzebny`);
    await expectGood(page, 'czy-plan');
    for (const row of [0, 1]) {
      await page.locator(`input[name="services.${row}.chosen"]`).check();
      await page.locator(`input[name="services.${row}.startsOn"]`).fill('1.12.2026');
      await page.locator(`input[name="services.${row}.endsOn"]`).fill('31.05.2027');
      await page.locator(`input[name="services.${row}.units"]`).fill('24');
    }
    const grounds = page.locator('textarea[name$=".grounds"]');
    for (let index = 0; index < (await grounds.count()); index++)
      await grounds.nth(index).fill('Osoba mówi, że choruje na serce; dokument dołączy.');
    await page.locator('input[name="coordination"][value="tak"]').check();
    await page
      .locator('textarea[name="coordinationReason"]')
      .fill('Dwie usługi w tym samym tygodniu i jeden dojazd.');
    await page.getByRole('button', { name: /Potrzebny plan/ }).click();
    await page.goto(caseUrl);
    expect(await page.getByText('IPUS w opracowaniu').count()).toBeGreaterThan(0);
  });

  it('the plan is drawn up line by line, and says what it still lacks', async () => {
    await page.locator('form[action$="/plan"] button').click();
    planUrl = page.url().split('/opracowanie')[0]?.split('?')[0] ?? '';
    await page.goto(`${planUrl}/uzgodnij`);
    expect(await page.getByText('wskaż wykonawcę').count()).toBeGreaterThan(0);
    await page.goto(`${planUrl}/opracowanie/uslugi`);
    await expectGood(page, 'plan-opracowanie');
    const lines = await page
      .getByRole('link', { name: /^Popraw/ })
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(lines).toHaveLength(2);
    for (const [index, line] of lines.entries()) {
      await page.goto(line);
      await page.locator('select[name="organizationId"]').selectOption({ index: 1 });
      await page.locator('input[name="place"]').fill('w siedzibie centrum');
      await page.locator(`input[name="week.${index === 0 ? 'tue' : 'thu'}"]`).fill('10:00-11:00');
      await page
        .locator('textarea[name="expectedResult"]')
        .fill('Osoba wychodzi z domu dwa razy w tygodniu.');
      await page.getByRole('button', { name: 'Zapisz usługę' }).click();
    }
  });

  it('the plan is agreed with the person (art. 38) and approved by the director (art. 41)', async () => {
    await page.goto(`${planUrl}/uzgodnij`);
    await page.locator('input[name="agreedHow"]').fill('w rozmowie w mieszkaniu osoby');
    await expectGood(page);
    await page.getByRole('button', { name: 'Zapisz uzgodnienie' }).click();
    expect(await page.getByText('Uzgodnienie zapisane').count()).toBeGreaterThan(0);
    await back(/Grażyna/, '/praca');
    await page.getByRole('link', { name: /^Plany do zatwierdzenia/ }).click();
    expect(await page.locator(`main a[href="${new URL(planUrl).pathname}"]`).count()).toBe(1);
    await page.goto(`${planUrl}/zatwierdz`);
    await expectGood(page, 'plan-zatwierdzenie');
    await page.getByRole('button', { name: 'Zatwierdź plan' }).click();
    expect(await page.getByText('Plan zatwierdzony.').count()).toBe(1);
    await page.goto(planUrl);
    await expectGood(page, 'plan');
    await page.goto(caseUrl);
    expect(await page.getByText('IPUS w realizacji').count()).toBeGreaterThan(0);
    await page.goto('/praca/przeglad');
    await expectGood(page, 'przeglad');
    await page.goto('/praca');
    await picture(page, 'dzis');
  });

  it('the history says who did what, in order, and the metric of the case says it too', async () => {
    await back(/Hanna/, `${caseUrl}/metryka`);
    await expectGood(page, 'metryka');
    const actions = await page.locator('main tbody tr').count();
    expect(actions).toBeGreaterThan(5);
    await page.goto('/praca');
    await picture(page, 'dzis');
  });

  it('the provider has no way to any of it (art. 49)', async () => {
    await page.context().clearCookies();
    await page.goto('/jarocin/logowanie');
    await page
      .getByRole('button', { name: /Celina/ })
      .first()
      .click();
    await page.waitForURL(/\/praca/);
    for (const address of [caseUrl, `${planUrl}/opracowanie/uslugi`, `${caseUrl}/rozpoznanie`]) {
      const answer = await page.goto(address);
      expect([403, 404]).toContain(answer?.status());
    }
    await expectGood(page, 'zamkniete');
  });
});

describe('a form that saves itself', () => {
  it('keeps what was typed after the page is left, and after signing out', async () => {
    const worker = await visit();
    await enterAs(worker, 'zyrardow', /Beata/);
    await worker.goto('/praca/zgloszenie');
    const saved = worker.waitForResponse((response) => response.url().endsWith('/szkic'));
    await worker.locator('textarea[name="needs.0.words"]').fill('Pani pyta o pomoc przy zakupach.');
    expect((await saved).status()).toBe(200);
    await worker.context().clearCookies();
    await enterAs(worker, 'zyrardow', /Beata/);
    await worker.goto('/praca/zgloszenie');
    expect(await worker.locator('textarea[name="needs.0.words"]').inputValue()).toBe(
      'Pani pyta o pomoc przy zakupach.',
    );
  });
});
