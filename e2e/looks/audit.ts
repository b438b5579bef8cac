import type { Page } from 'playwright-core';
import type { Look } from './gather.ts';

/** What a look does against rules that axe does not know, found in the page as the browser shows it. */
async function faultsInPage(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
    const text = (element: Element): string => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? text(element);
    const faults: string[] = [];
    const says = (wrong: boolean, words: string): void => void (wrong && faults.push(words));

    says(all('h1').length !== 1, `${all('h1').length} h1`);
    says(!document.title.includes(' – '), `title „${document.title}”`);
    says(document.querySelector('.brand-centre')?.textContent === '', 'the page of no centre');
    says(all('main .button-primary').length > 1, `${all('main .button-primary').length} primary actions`);
    says(
      /\b(undefined|NaN|\[object Object\]|Invalid Date)\b/.test(document.body.innerText),
      'a raw value is shown',
    );

    // A list of links read aloud: the same words lead to one place (WCAG 2.4.9, kept although AAA).
    const targets = new Map<string, Set<string>>();
    for (const link of all('main a[href]')) {
      const name = nameOf(link);
      targets.set(name, (targets.get(name) ?? new Set()).add(link.getAttribute('href') ?? ''));
    }
    for (const [name, hrefs] of targets) says(hrefs.size > 1, `„${name}” leads to ${hrefs.size} places`);
    // Buttons that do the same to several things say to which.
    const actions = new Map<string, Set<string>>();
    for (const button of all('main form[method="post"] button')) {
      const action = button.closest('form')?.getAttribute('action') ?? '';
      const name = nameOf(button);
      actions.set(name, (actions.get(name) ?? new Set()).add(action));
    }
    for (const [name, forms] of actions)
      says(forms.size > 1, `„${name}” is the button of ${forms.size} forms`);
    for (const summary of all('main summary')) says(text(summary) === '', 'a summary without words');

    for (const table of all('table')) {
      says(!table.querySelector('caption'), 'a table without caption');
      says(
        table.querySelector('th:not([scope])') !== null,
        `a header without scope: ${text(table).slice(0, 40)}`,
      );
    }
    const labelled = new Set(all('nav').map((nav) => nav.getAttribute('aria-label')));
    says(labelled.size < all('nav').length, 'two navigations of one name');

    const summary = all('.error-summary')[0];
    if (summary) {
      says(!/^(Błąd|Error|Помилка)/.test(document.title), 'the title does not say that there is an error');
      says(document.activeElement !== summary, 'the focus is not on the summary of errors');
      says(summary.getClientRects().length === 0, 'the summary of errors is not seen');
      for (const link of summary.querySelectorAll('a')) {
        const target = document.getElementById((link.getAttribute('href') ?? '').slice(1));
        says(!target, `the summary leads nowhere: ${text(link)}`);
        says(
          target !== null && !target.matches('input, select, textarea, fieldset, [tabindex]'),
          `the summary does not lead to a field: ${text(link)}`,
        );
        says(target?.getClientRects().length === 0, `the summary leads to a hidden field: ${text(link)}`);
      }
    }
    return faults;
  });
}

const words: Record<'error' | 'forbidden', RegExp> = {
  error: /nie trzeba wpisywać drugi raz|jest bezpieczne|(nie ma|Nie znaleźliśmy|Znaleziono|pasuje|Wczytano)/i,
  forbidden: /Kto może pomóc|Co zrobić teraz/,
};

/** Faults of one look: of its status, its words and its page. */
export async function faultsOf(page: Page, look: Look): Promise<readonly string[]> {
  // A browser gives the first focus of a page with its first frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const faults = [...(await faultsInPage(page))];
  if (look.status >= 500) faults.push(`answered ${look.status}`);
  if (look.kind === 'full' && look.status !== 200) faults.push(`answered ${look.status}`);
  if (look.kind === 'forbidden') {
    if (look.status !== 403 && look.status !== 404)
      faults.push(`${look.who} is not turned away: ${look.status}`);
    else if (!words.forbidden.test(look.body)) faults.push('does not say who can help');
  }
  if (look.kind === 'error' && look.status >= 400 && !words.error.test(look.body))
    faults.push('does not say what was kept');
  return faults;
}

/** Stops of the Tab key that are not seen: without an outline, of no size, or behind something else. */
export async function unseenStops(page: Page, atMost = 80): Promise<readonly string[]> {
  const faults = new Set<string>();
  const seen = new Set<string>();
  for (let step = 0; step < atMost; step++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(async () => {
      // A browser scrolls to what Tab has reached with its next frame.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return undefined;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 0), innerWidth - 1);
      const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
      const over = document.elementFromPoint(x, y);
      const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
      return {
        name: `${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40) || (element.getAttribute('name') ?? '')}`,
        wrong: [
          ...(outlined ? [] : ['no outline']),
          ...(box.width > 0 && box.height > 0 ? [] : ['no size']),
          ...(over && !element.contains(over) && !over.contains(element) && !over.closest('label')
            ? ['covered']
            : []),
          ...(box.bottom < 0 || box.top > innerHeight ? ['out of sight'] : []),
        ],
      };
    });
    if (!stop) break;
    for (const wrong of stop.wrong) faults.add(`${stop.name}: ${wrong}`);
    seen.add(stop.name);
  }
  return [...faults];
}
