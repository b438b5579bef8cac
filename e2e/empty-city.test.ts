import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../src/platform/documents/read-pdf.ts';
import { readZipEntry, zipEntries } from '../src/platform/files/zip.ts';
import { journey, phone, picture } from './support/browser.ts';
import { type Credentials, emptyCity } from './support/empty-city.ts';
import { type Newcomer, newcomer } from './support/newcomer.ts';
import { answerAll, peopleOfRegister, plannedActions } from './support/city-papers.ts';

const { visit } = journey();
const city = emptyCity(
  [
    ['--name', 'Centrum Usług Społecznych w Piotrkowie Trybunalskim'],
    ['--place', 'Piotrków Trybunalski'],
    ['--form', 'transformed'],
    ['--gmina', '1062011;Piotrków Trybunalski;Piotrków Trybunalski;łódzkie'],
    ['--since', '2026-01-02'],
    ['--cell', 'CUS'],
    ['--case-class', '5020'],
    ['--plan-class', '5021'],
    ['--decision-class', '5022'],
    ['--address', 'ul. Szkolna 28'],
    ['--address', '97-300 Piotrków Trybunalski'],
  ].flat(),
  'piotrkow',
);

let me: Newcomer;
const people: Record<'organiser' | 'director', Credentials> = {
  organiser: { login: 'o.zielinska', password: '', key: '' },
  director: { login: 'd.krol', password: '', key: '' },
};

/** A page of the newcomer's own city, without script. */
const onItsOwn = async (viewport?: typeof phone): Promise<Page> =>
  await visit({ javaScriptEnabled: false, baseURL: city.address, ...(viewport ? { viewport } : {}) });

const at = (): string => new URL(me.page.url()).pathname;

const fileOf = async (href: string): Promise<Buffer> => {
  const answer = await me.page.request.get(href);
  expect([href, answer.status()]).toEqual([href, 200]);
  return await answer.body();
};

/** A printed document that a screen reader can follow, with these words in it. */
async function expectTaggedPdf(href: string, ...words: RegExp[]): Promise<void> {
  const bytes = await fileOf(href);
  expect(bytes.toString('latin1')).toMatch(/\/StructTreeRoot/);
  const text = textOf(bytes).replaceAll(/\s+/g, ' ');
  for (const one of words) expect(text).toMatch(one);
}

const year = Number(city.day().slice(0, 4)) + 1;
let surveyPath = '';
let codes: string[] = [];
let surveySlug = '';
let diagnosisPath = '';
let planPath = '';

describe('a city without anything', () => {
  beforeAll(async () => {
    me = newcomer(await onItsOwn());
  });

  it('its administrator signs in and opens accounts, one for each person', async () => {
    await city.enter(me, city.administrator);
    for (const [person, name, position, role] of [
      ['organiser', 'Olga Zielińska', 'organizator usług społecznych', 'organizator usług społecznych'],
      ['director', 'Dariusz Król', 'dyrektor', 'dyrektor'],
    ] as const) {
      await me.follow('Centrum');
      await me.follow('Konta');
      await me.follow('Załóż konto');
      await me.write({
        'Imię i nazwisko': name,
        Stanowisko: position,
        'Nazwa konta': people[person].login,
        Rola: role,
      });
      await me.press('Załóż konto');
      const [, password = '', key = ''] = await me.page.locator('#dane dd').allInnerTexts();
      Object.assign(people[person], { password: password.trim(), key: key.replaceAll(' ', '') });
      expect(key).not.toBe('');
    }
  });

  it('public facts are there from the first day: who lives here, and what is not known', async () => {
    await city.enter(me, people.organiser);
    await me.follow('Diagnoza i plan');
    await me.follow('Ludność');
    expect(await me.said()).toMatch(/Piotrków Trybunalski.*Osoby 65\+/);
    await picture(me.page, 'ludnosc');
  });

  it('resources: registers that come along, and one place of its own', async () => {
    await me.follow('Zasoby');
    await me.press('Pokaż dołączone rejestry');
    expect(await me.said()).toMatch(/nowe 18/);
    await me.press(/^Wpisz wiersze/);
    await me.follow('Dopisz zasób');
    await me.write({
      Nazwa: 'Usługi opiekuńcze w mieszkaniach',
      'Rodzaj usługi': 'Usługi opiekuńcze w domu',
      Miejsca: '120',
      Zajęte: '120',
      Oczekujący: '34',
      'Koszt jednej osoby w miesiącu (zł)': '1850',
      'Koszt z dnia, miesiąca lub roku': String(year - 2),
      Źródło: 'sprawozdanie centrum',
    });
    await me.press('Dopisz zasób');
    expect(await me.said()).toContain('Usługi opiekuńcze w mieszkaniach');
    await picture(me.page, 'zasoby');
  });

  it('a finding: what people say, with how many it concerns', async () => {
    await me.follow('Rozeznanie');
    await me.follow('Zapisz ustalenie');
    await me.write({
      Wniosek: 'Na osiedlu Wyzwolenia starsi mieszkańcy nie mają wieczorem żadnej pomocy.',
      Zakres: 'Pomoc społeczna',
      'Rodzaj usługi': 'usługi opiekuńcze w domu',
      Grupa: 'osoby starsze',
      'Ilu mieszkańców dotyczy': '40',
    });
    await me.press('Zapisz ustalenie');
    expect(await me.said()).toContain('około 40');
  });
});

describe('a survey of residents', () => {
  it('is put together from the bank of questions', async () => {
    await me.follow('Ankiety');
    await me.follow('Nowa ankieta');
    await me.write({
      Tytuł: 'Czego potrzebują mieszkańcy Piotrkowa',
      'próba losowa': true,
      'Pusta ankieta': true,
    });
    await me.press('Załóż ankietę');
    surveyPath = at().replace(/\/pytania$/, '');
    await me.follow(/^Dodaj z banku pytań/);
    for (const name of ['life_here', 'needs_4', 'sex', 'age'])
      await me.page.locator(`main input[type=checkbox][value="${name}"]`).check();
    await me.press('Dodaj zaznaczone');
    expect(await me.said()).toContain('Nic nie brakuje');
    await picture(me.page, 'pytania');
  });

  it('the sample is drawn from a register, the survey published, and everybody drawn gets a code', async () => {
    await me.follow('Sprawdź i opublikuj');
    await me.follow('Wylosuj próbę');
    await me.page.getByLabel('Plik z rejestrem (CSV)').setInputFiles({
      name: 'rejestr.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(peopleOfRegister(year - 1)),
    });
    await me.write({ 'Dopuszczalny błąd (punkty procentowe)': '8', 'Ile osób na 100 odpowie': '60' });
    await me.press('Wylosuj próbę');
    expect(await me.said()).toMatch(/Razem 360 1\d\d 0/);
    await me.follow('Sprawdź i opublikuj');
    await me.press('Opublikuj');
    await me.follow('Próba i zaproszenia');
    await me.press('Przygotuj pierwsze zaproszenia');
    codes = await me.page.locator('main tbody td:last-child').allInnerTexts();
    expect(codes.length).toBeGreaterThan(100);
    await picture(me.page, 'zaproszenia');
    const letters: unknown[] = JSON.parse(await me.page.locator('main input[name=letters]').inputValue());
    const printed = await me.page.request.post(`${city.address}${surveyPath}/zaproszenia.zip`, {
      // A few of them: each is a file of its own.
      form: { letters: JSON.stringify(letters.slice(0, 3)) },
    });
    expect((await printed.body()).subarray(0, 2).toString()).toBe('PK');
  });

  it('a resident answers on a phone without script, another one by telephone, ninety more on the web', async () => {
    await me.goto(surveyPath);
    const address = await me.page.locator('main a[href*="/ankieta/"]').getAttribute('href');
    surveySlug = address?.split('/').at(-1) ?? '';
    const resident = newcomer(await onItsOwn(phone));
    await resident.goto(address ?? '');
    await resident.write({ 'Kod z zaproszenia': codes[0] ?? '' });
    await resident.press('Zacznij');
    await picture(resident.page, 'ankieta');
    await resident.page.locator('input[name="answers.life_here"][value="4"]').check();
    await resident.write({ 'usługi opiekuńcze w domu': true, kobieta: true, '75 lub więcej': true });
    await resident.press('Wyślij odpowiedzi');
    expect(await resident.page.getByRole('heading', { level: 1 }).innerText()).toMatch(/Dziękujemy/);
    await resident.page.context().close();

    await me.follow('Wywiad przez telefon');
    await me.write({ 'Kod z zaproszenia, jeżeli osoba go ma': codes[1] ?? '', Płeć: '2' });
    await me.press('Zapisz ankietę');
    expect(await answerAll(city.address, 'piotrkow', surveySlug, codes.slice(2, 92))).toBe(90);
    await me.goto(surveyPath);
    expect(await me.said()).toContain('Razem: 92');
  });

  it('weights make those who answered as old, and as many women, as the city; every share has its interval', async () => {
    await me.follow('Wyniki');
    await me.follow('Wagi');
    await me.write({ Sposób: 'raking' });
    for (const table of ['Płeć', 'Ile masz lat?'])
      await me.page
        .getByRole('group', { name: table, exact: true })
        .getByLabel('Dopasuj do tej tabeli')
        .check();
    await me.press('Zapisz wagi');
    expect(await me.said()).toMatch(/Efekt ważenia/);
    await me.follow('Odpowiedzi');
    expect(await me.said()).toMatch(/Przedział 95%/);
    await picture(me.page, 'wyniki');
    expect((await fileOf(`${surveyPath}/wyniki/xlsx`)).subarray(0, 2).toString()).toBe('PK');
  });

  it('the gap: what is needed against what there is, each number open to its source', async () => {
    await me.follow('Diagnoza', me.page.locator('.nav-below'));
    await me.follow('Luka w usługach');
    const row = me.page.locator('#znana tr', { hasText: 'usługi opiekuńcze w domu' }).first();
    expect(await row.innerText()).toMatch(/120/);
    await row.locator('details.figure-value summary').first().click();
    expect(await row.innerText()).toMatch(/Badanie mieszkańców/);
    await picture(me.page, 'luka');
  });
});

describe('the diagnosis', () => {
  it('takes figures and findings, gets its words, and goes to the residents', async () => {
    await me.follow('Diagnozy');
    await me.follow('Rozpocznij diagnozę');
    await me.press('Rozpocznij');
    diagnosisPath = at();
    await me.press('Zacznij zbierać dane');
    await me.press('Odśwież liczby i zestawienia');
    await me.follow('Potrzeby w zakresie usług społecznych');
    await me.write({
      'Treść rozdziału': 'Najbardziej brakuje pomocy w domu, zwłaszcza wieczorem i w weekendy.',
    });
    await me.press('Zapisz rozdział');
    await me.press('Projekt jest gotowy');
    await picture(me.page, 'diagnoza');
    await me.write({ 'Pierwszy dzień konsultacji': city.day() });
    await me.press('Ogłoś konsultacje');
    await expectTaggedPdf(`${diagnosisPath}/diagnoza.pdf`, /Najbardziej brakuje pomocy w domu/);
  });

  it('a resident reads the draft and writes a remark, without an account', async () => {
    const resident = newcomer(await onItsOwn(phone));
    await resident.goto('/piotrkow');
    await resident.follow(/[Kk]onsultacje/);
    await resident.follow(/^Diagnoza potrzeb/);
    await resident.page.getByLabel('Uwaga').fill('Wieczorem nie ma kto przyjść do mamy.');
    await resident.press(/^Wyślij/);
    expect(await resident.said()).toContain('Dziękujemy, uwaga jest zapisana');
    await resident.page.context().close();
  });
});

describe('the local plan', () => {
  it('goals and actions: cards, money, the EU test, indicators', async () => {
    await me.follow('Plan LPDI');
    await me.follow('Utwórz plan');
    await me.press('Utwórz plan');
    planPath = at();
    await me.follow('Dodaj cel');
    await me.write({ 'Co ma się zmienić': 'Starsi mieszkańcy żyją u siebie tak długo, jak chcą' });
    await me.press('Zapisz cel');
    for (const { card, costs, places, note, indicator } of plannedActions(year)) {
      await me.follow(/^Dodaj działanie/);
      await me.write(card);
      await me.press('Zapisz działanie');
      await me.follow(new RegExp(card['Działanie'] ?? ''), me.page.locator('main'));
      await me.write(costs, me.page.locator('#koszty'));
      await me.press('Zapisz koszty');
      await me.write(places, me.page.locator('#miejsca'));
      await me.press('Zapisz planowane miejsca');
      for (const question of await me.page.locator('#test fieldset').all())
        await me.write({ tak: true }, question);
      await me.write({ 'Dlaczego tak odpowiadasz': note });
      await me.press('Zapisz odpowiedzi');
      await me.follow('Dodaj wskaźnik');
      await me.write(indicator);
      await me.press('Zapisz wskaźnik');
      await me.follow('Cele i działania');
    }
    expect(await me.said()).toContain('1.2. Teleopieka');
    await picture(me.page, 'lpdi-cele');
  });

  it('risks, who answers for what, figures of the system; then it is finished and adopted', async () => {
    const parts = me.page.locator('main');
    await me.follow('Diagnoza', parts);
    await me.press('Pobierz liczby z systemu');
    await picture(me.page, 'lpdi-diagnoza');
    await me.follow('Ryzyka, role, dokumenty', parts);
    await me.follow('Dodaj ryzyko');
    await me.write({
      Ryzyko: 'Brak opiekunek na rynku pracy',
      'Co robimy': 'Szkolenia i usługi sąsiedzkie.',
      'Kto pilnuje': 'organizator usług społecznych',
    });
    await me.press('Dodaj ryzyko');
    await me.follow('Dodaj osobę lub jednostkę');
    await me.write({ Kto: 'Dyrektor centrum', 'Za co': 'Nadzór i sprawozdanie dla rady raz w roku.' });
    await me.press('Dodaj osobę lub jednostkę');
    await me.follow('Cele i działania', parts);
    await me.press('Zamknij projekt');
    await city.enter(me, people.director);
    await me.goto(planPath);
    await me.write({ 'Uchwała lub zarządzenie': `Zarządzenie nr 12/${year - 1} Prezydenta Miasta` });
    await me.press('Zapisz przyjęcie');
    expect(await me.said()).toContain('Przyjęty: Zarządzenie nr 12');
    await picture(me.page, 'lpdi');
  });

  it('its documents are printed: a tagged PDF and an editable DOCX', async () => {
    await expectTaggedPdf(
      `${planPath}/dokument.pdf`,
      /Więcej godzin usług opiekuńczych/,
      /180 000,00/,
      /Zarządzenie nr 12/,
    );
    const docx = await fileOf(`${planPath}/dokument.docx`);
    const entry = zipEntries(docx)?.find(({ name }) => name === 'word/document.xml');
    expect(entry ? String(readZipEntry(docx, entry, 5_000_000)) : '').toContain('Teleopieka');
  });

  it('a councillor opens five numbers of it: source, day, formula, and the rows each was made of', async () => {
    let opened = 0;
    for (const [part, row] of [
      ['Diagnoza', '65 lat i starsze'],
      ['Diagnoza', 'usługi opiekuńcze w domu'],
      ['Diagnoza', 'żłobek lub klub dziecięcy'],
      ['Pieniądze i terminy', 'budżet gminy'],
      ['Monitorowanie', String(year)],
    ] as const) {
      await me.goto(planPath);
      await me.follow(part, me.page.locator('main'));
      const number = me.page
        .locator('main tr')
        .filter({ hasText: new RegExp(row, 'i') })
        .locator('details.figure-value')
        .first();
      await number.locator('summary').click({ timeout: 8_000 });
      const passport = (await number.innerText()).replaceAll(/\s+/g, ' ');
      for (const fact of ['Źródło', 'Stan na', 'Jak policzono'])
        expect([part, row, passport]).toEqual([part, row, expect.stringContaining(fact)]);
      const rows = number.getByRole('link', { name: /^Zobacz wiersze/ }).first();
      if ((await rows.count()) === 0) continue;
      const answer = await me.page.goto((await rows.getAttribute('href')) ?? '');
      expect([row, answer?.status()]).toEqual([row, 200]);
      opened += 1;
    }
    expect(opened).toBe(5);
  });

  it('all of it is one sitting: every click 4 s, every page 8 s, every field 2 s', () => {
    expect(me.minutes(), me.log()).toBeLessThan(30);
  });
});

describe('a fortnight later', () => {
  it('the consultation is over: every remark has its answer, and the diagnosis comes into force', async () => {
    city.wait(16 * 24 * 60);
    await city.enter(me, people.organiser);
    await me.goto(diagnosisPath);
    await me.press('Zamknij konsultacje');
    await me.follow('Czytaj uwagi i odpowiadaj');
    await me.write({ Odpowiedź: 'Dodajemy godziny wieczorem: działanie 1.1 planu.' });
    await me.press('Zapisz odpowiedź');
    await city.enter(me, people.director);
    await me.goto(diagnosisPath);
    for (const step of ['Zapisz przekazanie wójtowi', 'Zapisz przekazanie radzie', 'Zapisz, że obowiązuje'])
      await me.press(step);
    expect(await me.said()).toContain('obowiązuje');
    await expectTaggedPdf(
      `${diagnosisPath}/raport.pdf`,
      /Wieczorem nie ma kto/,
      /Dodajemy godziny wieczorem/,
    );
  });

  it('the plan is monitored: what was measured, and what the system says otherwise today', async () => {
    await me.goto(planPath);
    await me.follow('Monitorowanie', me.page.locator('main'));
    const details = me.page.locator('details:has(form[action*="/pomiar/"])', { hasText: 'teleopieką' });
    await details.locator('summary').first().click();
    await me.write({ Wartość: '25', Źródło: 'rejestr usług centrum' }, details);
    await me.press(/^Zapisz pomiar/, details);
    expect(await me.said()).toMatch(/osoby z teleopieką.*25/);
  });
});
