import { describe, expect, test } from 'vitest';
import { pageFaults } from './check.ts';
import { Button } from './form.tsx';
import { examples, GalleryPage } from './gallery/gallery.tsx';
import { samples } from './gallery/samples.tsx';
import { html, Page } from './page.tsx';
import { assets, stylesheet } from './styles.ts';

const centre = { name: 'CUS w Jarocinie', slug: 'jarocin' };

const gallery = html(<GalleryPage />);

const everything = [
  gallery,
  html(<GalleryPage audience="resident" />),
  ...samples.map((sample) => html(sample.page)),
].join('\n');

test.each(examples.map((example) => ({ name: `${example.group}: ${example.name}`, example })))(
  '$name renders',
  ({ example }) => {
    expect(html(example.node).length).toBeGreaterThan('<!doctype html>'.length);
  },
);

test('the gallery breaks no rule of the design system', () => {
  expect(pageFaults(gallery)).toEqual([]);
});

test.each(samples)('the sample page "$name" breaks no rule of the design system', ({ page }) => {
  expect(pageFaults(html(page))).toEqual([]);
});

const grouped = html(
  <Page
    audience="staff"
    title="T"
    centre={centre}
    nav={[{ key: 'b', href: '/b', label: 'B', below: [{ key: 'c', href: '/c', label: 'C' }] }]}
    current="c"
  >
    <p>x</p>
  </Page>,
);

describe('A page', () => {
  const page = html(
    <Page
      audience="resident"
      lang="uk"
      title="Послуги"
      centre={centre}
      nav={[{ key: 'a', href: '/a', label: 'A' }]}
      current="a"
      demo="Люди вигадані."
      invalid
    >
      <p>{'<b>x</b>'}</p>
    </Page>,
  );

  test('is a whole document in its language, with the error first in its title', () => {
    expect(page).toMatch(/^<!doctype html><html lang="uk"/);
    expect(page).toContain('<title>Помилка: Послуги – CUS w Jarocinie</title>');
  });

  test('WCAG 2.4.1: starts with a link to its content', () => {
    expect(page).toMatch(/<body><a class="skip" href="#content">Перейти до змісту<\/a>/);
    expect(page).toContain('<main id="content"');
  });

  test('marks where the person is', () => {
    expect(page).toContain('href="/a" aria-current="page"');
  });

  test('marks the kind of work whose page is open, and shows its pages below it', () => {
    expect(grouped).toContain('href="/b" aria-current="true"');
    expect(grouped).toMatch(/class="nav-open">.*class="nav-below">.*href="\/c" aria-current="page"/);
  });

  test('says that it is a demonstration', () => {
    expect(page).toContain('Люди вигадані.');
  });

  test('shows text of people as text', () => {
    expect(page).toContain('&lt;b>x&lt;/b>');
  });
});

describe('The check of pages finds', () => {
  const broken = (children: string): readonly string[] =>
    pageFaults(
      html(<Page audience="staff" title="T" centre={centre} nav={[]} />).replace(
        '</main>',
        `${children}</main>`,
      ),
    );

  test.each([
    ['<h1>x</h1>', '2 h1 headings'],
    ['<p id="content">x</p>', 'id content is used twice'],
    ['<p style="color:red">x</p>', 'p has a style attribute'],
    ['<label for="gone">x</label>', 'for of label points at a missing gone'],
    ['<input name="a" type="text"/>', 'input a has no label'],
    [
      '<div class="error-summary"><ul><li><a href="#f-x">x</a></li></ul></div>',
      'the error summary points at a missing f-x',
    ],
    ['<p>razem undefined zł</p>', 'the page says undefined'],
  ])('%s', (markup, fault) => {
    expect(broken(markup)).toEqual([fault]);
  });

  test('two primary actions', () => {
    const page = html(
      <Page audience="staff" title="T" centre={centre} nav={[]}>
        <Button variant="primary">A</Button>
        <Button variant="primary">B</Button>
      </Page>,
    );
    expect(pageFaults(page)).toEqual(['2 primary actions']);
  });
});

describe('The style sheet', () => {
  test('names only files that are served, under an address of their content', () => {
    const urls = [...stylesheet.matchAll(/url\(([^)]*)\)/g)].map(([, url]) => url);
    expect(urls).toHaveLength(2);
    expect(assets.map((asset) => asset.url)).toEqual(expect.arrayContaining(urls));
    for (const asset of assets)
      expect(asset.url).toMatch(/^\/assets\/[a-z-]+-[0-9a-f]{10}\.(css|svg|woff2)$/);
  });

  test('has no rule for a class that no component uses', () => {
    const rules = stylesheet.replace(/\/\*.*?\*\/|url\([^)]*\)/gs, '');
    const used = new Set(
      [...`${everything}${grouped}`.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) =>
        names.split(' '),
      ),
    );
    const styled = new Set(
      [...rules.matchAll(/\.([a-z][a-z-]*[a-z0-9])(?=[\s.,:)[{>+~])/g)].map(([, name = '']) => name),
    );
    expect([...styled].filter((name) => !used.has(name))).toEqual([]);
  });
});

test('a drawing stands on every page that shows it, as often as it is shown', () => {
  const pages = ['a', 'b'].map((title) =>
    html(<Page title={title} audience="resident" centre={{ name: 'CUS', slug: 'cus' }} nav={[]} />),
  );
  for (const page of pages) expect(page.match(/<svg class="mark"/g)).toHaveLength(2);
});
