import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../test/support/web.ts';
import { langs } from '../../lang.ts';
import { pageFaults } from '../../ui/index.ts';
import { isReviewDue, lacksOf, statementSchema } from './domain/statement.ts';

const house = testHouse();
const { get, post } = testWeb(house);
const at = '/jarocin/deklaracja-dostepnosci';
const desk = '/praca/deklaracja-dostepnosci';

const whole = {
  url: 'https://okienko.jarocin.example/jarocin',
  publishedOn: '2.01.2026',
  updatedOn: '16.11.2026',
  status: 'partial',
  notAccessible: 'Skany uchwał bez warstwy tekstowej, do 31.03.2027.\nMapa bez opisu.',
  preparedOn: '2.11.2026',
  contactName: 'Zofia Dostępna',
  email: 'dostepnosc@cus.example',
  phone: '600 100 200',
  architecture: 'Wejście bez progu.\nWinda.',
  communication: 'Tłumacz PJM po umówieniu.',
  applications: 'Centrum nie ma aplikacji.',
  shortcuts: 'Alt+S: szukaj',
  features: 'Pisma dużym drukiem.',
};

/** Mandatory in the technical conditions of statements, version 2.0. */
const mandatory = [
  'a11y-wstep',
  'a11y-podmiot',
  'a11y-zakres',
  'a11y-url',
  'a11y-data-publikacja',
  'a11y-data-aktualizacja',
  'a11y-status',
  'a11y-kontakt',
  'a11y-email',
  'a11y-telefon',
  'a11y-procedura',
  'a11y-data-sporzadzenie',
  'a11y-architektura',
  'a11y-komunikacja',
];

const save = async (typed: Record<string, string>, who: 'administrator' | 'director' | 'clerk') => {
  const page = await get(desk, who);
  return await post(desk, { ...fieldsOfForm(page.body, desk), ...typed }, who);
};

const idsOf = (body: string): string[] => [...body.matchAll(/ id="(a11y-[^"]*)"/g)].map(([, id = '']) => id);
const headings = (body: string, level: number): string[] =>
  [
    ...(body.split('<main')[1] ?? '').matchAll(new RegExp(`<h${level}[^>]*>(?:<span[^>]*>)?([^<]*)<`, 'g')),
  ].map(([, words = '']) => words);

describe('a statement that nobody has filled in', () => {
  it('is published and says what it lacks, also to the administrator', async () => {
    const shown = await get(at);
    expect([shown.statusCode, pageFaults(shown.body)]).toEqual([200, []]);
    for (const words of ['Ta deklaracja jest niepełna', 'Adres strony w internecie', 'brak informacji'])
      expect(shown.body).toContain(words);
    expect(mandatory.filter((id) => !idsOf(shown.body).includes(id))).toEqual([]);
    expect((await get(desk, 'administrator')).body).toContain('Czego brakuje w deklaracji');
  });
});

describe('a statement with its settings', () => {
  beforeAll(async () => {
    await save(whole, 'administrator');
  });

  it.each(langs)('has every mandatory id once and the conditional ones that apply, in %s', async (lang) => {
    const { body } = await get(lang === 'pl' ? at : `/${lang}${at}`);
    const ids = idsOf(body);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(mandatory.filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids).toContain('a11y-aplikacje');
    expect(ids).not.toContain('a11y-data-przeglad');
    expect(pageFaults(body)).toEqual([]);
  });

  it('has the headings of the technical conditions, in their order', async () => {
    const { body } = await get(at);
    expect(headings(body, 1)).toEqual(['Deklaracja dostępności']);
    expect(headings(body, 2)).toEqual([
      'Stan dostępności cyfrowej',
      'Niedostępne treści',
      'Przygotowanie deklaracji dostępności i jej aktualizacja',
      'Udogodnienia, ograniczenia i inne informacje',
      'Skróty klawiszowe',
      'Informacje zwrotne i dane kontaktowe',
      'Obsługa wniosków i skarg związanych z dostępnością',
      'Pozostałe informacje',
    ]);
    expect(headings(body, 3)).toEqual([
      'Aplikacje mobilne',
      'Dostępność architektoniczna',
      'Dostępność komunikacyjno-informacyjna',
    ]);
  });

  it('gives days as time elements, the e-mail as mailto, the terms and the Commissioner', async () => {
    const { body } = await get(at);
    for (const markup of [
      '<time id="a11y-data-publikacja" datetime="2026-01-02">',
      '<time id="a11y-data-aktualizacja" datetime="2026-11-16">',
      '<time id="a11y-data-sporzadzenie" datetime="2026-11-02">',
      'id="a11y-email" href="mailto:dostepnosc@cus.example"',
      'id="a11y-url" href="https://okienko.jarocin.example/jarocin"',
      'częściowo zgodna z ustawą',
      '7 dni',
      '2 miesiące',
      'href="https://bip.brpo.gov.pl"',
    ])
      expect(body).toContain(markup);
  });

  it('is linked from the footer of every page and named in its head', async () => {
    for (const [path, statement] of [
      ['/jarocin/zglos', at],
      ['/uk/jarocin/sprawa', `/uk${at}`],
      ['/jarocin/nie-ma-takiej', '/deklaracja-dostepnosci'],
      ['/', '/deklaracja-dostepnosci'],
    ] as const) {
      const { body } = await get(path);
      expect(body).toContain(`<meta name="deklaracja-dostępności" content="${statement}"`);
      expect(body.split('<footer')[1]).toContain(`href="${statement}"`);
    }
    expect((await get('/praca', 'clerk')).body.split('<footer')[1]).toContain(`href="${at}"`);
    expect((await get('/deklaracja-dostepnosci')).body).toContain(`href="${at}"`);
  });

  it('is saved by the director and the administrator only, with what was typed kept when something is wrong', async () => {
    expect((await save({ phone: '1' }, 'clerk')).statusCode).toBe(403);
    const wrong = await save({ email: 'nie-adres', url: 'okienko' }, 'director');
    expect(wrong.statusCode).toBe(422);
    for (const words of ['Podaj adres e-mail', 'Podaj pełny adres strony', 'value="nie-adres"'])
      expect(wrong.body).toContain(words);
  });
});

describe('what a statement lacks', () => {
  const full = statementSchema.parse({ ...whole, status: 'full', notAccessible: '' });

  it('nothing, when everything mandatory is said', () => {
    expect(lacksOf(full, '2026-11-16')).toEqual([]);
  });

  it('what is not accessible, unless everything is', () => {
    expect(lacksOf({ ...full, status: 'partial' }, '2026-11-16')).toEqual(['notAccessible']);
  });

  it.each([
    ['2026-11-02', undefined, '2027-03-30', false],
    ['2026-11-02', undefined, '2027-03-31', true],
    ['2026-11-02', '2027-02-01', '2027-03-31', false],
    ['2026-11-02', '2027-02-01', '2028-03-31', true],
    ['2026-01-10', undefined, '2026-05-01', false],
  ])(
    'a review by 31 March every year: prepared %s, reviewed %s, on %s: %s',
    (preparedOn, reviewedOn, on, due) => {
      expect(isReviewDue({ preparedOn, reviewedOn }, on)).toBe(due);
    },
  );
});
