import { formsOf, saidIn } from './forms.ts';
import type { Who } from './rows.ts';
import type { Answer, Fields, Visitor } from './visitor.ts';

/** A page that no link of the fresh demonstration leads to, and who stands before it. */
export interface Scene {
  who: Who;
  address: string;
  /** Those of another centre, where it stands there. */
  as?: (who: Who) => Visitor;
}

const plain = (address: string): string => address.split('?')[0] ?? address;

const linkOf = ({ body }: Answer, pattern: RegExp): string => {
  const link = [...body.matchAll(/\bhref="([^"]+)"/g)].find(([, href = '']) => pattern.test(href))?.[1];
  if (!link) throw new Error(`no link like ${pattern.source}`);
  return link.replaceAll('&amp;', '&');
};

/** Fills in the form of a page whose address fits, sends it, and gives the answer; a refusal is an error. */
async function send(visitor: Visitor, address: string, form: RegExp, more: Fields = {}): Promise<Answer> {
  const found = formsOf(await visitor.get(address)).find(({ action }) => form.test(plain(action)));
  if (!found) throw new Error(`no form like ${form.source} at ${address}`);
  const answer = await visitor.post(found.action, { ...found.fields, ...more });
  if (answer.status >= 400) throw new Error(`${found.action} answered ${answer.status}: ${saidIn(answer)}`);
  return answer;
}

/** What opens the own account is asked for again, or set up: no link leads there. */
async function* proof(person: string): AsyncGenerator<Scene> {
  const who = 'plan_coordinator';
  yield { who: 'clerk', address: person.replace('/osoby/', '/logowanie-mieszkanca/') };
  yield { who, address: '/praca/potwierdz' };
  yield { who, address: '/praca/konto/drugi-skladnik' };
}

/** The next version of a programme, from its draft to the day it is put in force. */
async function* programme(organiser: Visitor, version: string): AsyncGenerator<Scene> {
  const who = 'service_organiser';
  const draft = plain((await send(organiser, version, /\/zmiana$/)).address);
  const services = `${draft}?czesc=uslugi`;
  yield { who, address: `${draft}/element/9` };
  yield { who, address: `${draft}/uslugi/nowa` };
  const offer = linkOf(await organiser.get(services), /\/programy\/.*\/uslugi\/[0-9a-f-]{36}$/);
  yield { who, address: offer };
  yield { who, address: `${offer}/oplata` };
  yield { who, address: `${draft}/porownanie?z=1` };
  yield { who, address: `${draft}/informacja` };
  await send(organiser, draft, /\/projekt$/);
  yield { who, address: `${draft}/do-poprawy` };
  yield { who, address: `${draft}/uchwala` };
  await send(organiser, `${draft}/uchwala`, /\/uchwala$/, {
    resolutionNumber: 'XXXI/214/2026',
    resolutionDate: '20.11.2026',
  });
  yield { who, address: `${draft}/obowiazywanie` };
}

/** A resident with a phone: asks to be called, follows the case, begins an application. */
async function* resident(visitor: Visitor, home: string): AsyncGenerator<Scene> {
  const who = 'visitor';
  yield { who, address: `${home}/zadna-z-tych` };
  const sent = await send(visitor, `${home}/oddzwonimy`, /oddzwonimy/, {
    'reporter.phone': '600 100 200',
    'about.birthDate': '7.03.1948',
  });
  yield { who, address: sent.address };
  const code = [...(await visitor.get(sent.address)).body.matchAll(/<kbd[^>]*>([^<]+)/g)]
    .map(([, part]) => part)
    .join('-');
  const followed = await send(visitor, `${home}/sprawa`, /\/sprawa/, { code, birthDate: '7.03.1948' });
  yield { who, address: followed.address };
  const choice = await visitor.get(`${home}/wniosek`);
  const offerId = /<input[^>]*name="offerId"[^>]*value="([^"]+)"/.exec(choice.body)?.[1] ?? '';
  const begun = await send(visitor, `${home}/wniosek`, /\/wniosek/, {
    offerId,
    need: 'Mama nie daje rady sama z zakupami.',
  });
  yield { who, address: begun.address };
  yield { who, address: plain(begun.address).replace(/[^/]+$/, 'wyslij') };
}

/** An association that keeps its own cards by a signed link. */
async function* association(organiser: Visitor, organization: string): AsyncGenerator<Scene> {
  const shown = await send(organiser, organization, /\/link$/, { way: 'screen' });
  const address = new URL(linkOf(shown, /\/karta\//), 'http://okienko').pathname;
  yield { who: 'visitor', address };
  yield { who: 'visitor', address: linkOf(await organiser.get(address), /\/karta\/.*\/popraw/) };
}

/** The catalogue taken out and given back: a file that waits for a decision. */
async function* exchange(organiser: Visitor): AsyncGenerator<Scene> {
  const page = '/praca/uslugi/wymiana';
  const catalogue = await organiser.get(`${page}/katalog.json`);
  const form = new FormData();
  form.set('file', new File([catalogue.body.replace('"name":"', '"name":"Nowa ')], 'katalog.json'));
  yield { who: 'service_organiser', address: (await organiser.post(page, form)).address };
}

/** A call to complete an application: what follows from it. */
async function* incomplete(clerk: Visitor, call: string): AsyncGenerator<Scene> {
  await send(clerk, call, /\/wezwanie$/, { other: 'Podpis pod wnioskiem.' });
  yield { who: 'clerk', address: call.replace(/wezwanie$/, 'doreczenie') };
  yield { who: 'clerk', address: call.replace(/wezwanie$/, 'bez-rozpoznania') };
}

/** A resident answers the survey of the demonstration. */
async function* survey(visitor: Visitor, home: string): AsyncGenerator<Scene> {
  const intro = linkOf(await visitor.get(`${home}/ankiety`), /\/ankieta\/[^/]+$/);
  yield { who: 'visitor', address: `${intro}/czesc` };
  yield { who: 'visitor', address: `${intro}/koniec` };
}

/** A register of residents as a file: two localities, both sexes, every age. */
const register = [
  'imie_nazwisko;adres;miejscowosc;plec;rok_urodzenia',
  ...Array.from({ length: 60 }, (_, index) =>
    [
      `Osoba Próbna ${index + 1}`,
      `ul. Próbna ${index + 1}`,
      index % 2 === 0 ? 'Jarocin' : 'Witaszyce',
      index % 3 === 0 ? 'K' : 'M',
      String(1940 + index),
    ].join(';'),
  ),
].join('\n');

/** A survey that asks people drawn from a register. */
async function* sample(organiser: Visitor): AsyncGenerator<Scene> {
  const who = 'service_organiser';
  const page = '/praca/badania/nowa';
  const made = await send(organiser, page, /\/nowa$/, { title: 'Kogo wylosujemy', sampling: 'sample' });
  const address = plain(made.address).replace(/\/pytania$/, '/proba');
  yield { who, address };
  const form = formsOf(await organiser.get(address)).find(({ action }) => action === address);
  const fields = new FormData();
  for (const [name, value] of Object.entries(form?.fields ?? {})) fields.set(name, String(value));
  fields.set('file', new File([register], 'rejestr.csv'));
  fields.set('error', '10');
  await organiser.post(address, fields);
  yield { who, address };
}

/** The registers that come along, looked through before they are taken. */
async function* registers(organiser: Visitor): AsyncGenerator<Scene> {
  const staged = await send(organiser, '/praca/zasoby/rejestr', /\/dolaczone$/);
  yield { who: 'service_organiser', address: plain(staged.address) };
}

/** A day as it is typed. */
const today = (): string =>
  new Date().toLocaleDateString('pl-PL', { timeZone: 'Europe/Warsaw', dateStyle: 'short' });

/** A diagnosis from its first day to a remark of a resident. */
async function* diagnosis(organiser: Visitor, visitor: Visitor, home: string): AsyncGenerator<Scene> {
  const who = 'service_organiser';
  const page = plain((await send(organiser, '/praca/diagnoza/nowa', /\/nowa$/)).address);
  await send(organiser, page, /\/krok\/dane$/);
  await send(organiser, page, /\/odswiez$/);
  const chapter = `${page}/rozdzial/needs`;
  yield { who, address: chapter };
  await send(organiser, chapter, /\/needs$/, { words: 'Brakuje pomocy w domu.' });
  await send(organiser, page, /\/krok\/projekt$/);
  await send(organiser, page, /\/krok\/konsultacje$/, { consultedFrom: today() });
  const open = `${home}/konsultacje/${page.split('/').at(-1) ?? ''}`;
  yield { who: 'visitor', address: open };
  await send(visitor, open, /\/konsultacje\//, { words: 'Wieczorem nie ma kto przyjść do mamy.' });
  yield { who, address: page };
  yield { who, address: `${page}/uwagi` };
}

/** A plan that was adopted and the results behind it: of the centres of the demonstration, Piotrków has come so far. */
async function* adopted(visitor: Visitor): AsyncGenerator<Scene> {
  const who = 'visitor';
  const home = '/piotrkow-trybunalski';
  const plan = linkOf(await visitor.get(`${home}/plan-lokalny`), /\/plan-lokalny\/[0-9a-f-]{36}$/);
  yield { who, address: plan };
  yield { who, address: `${plan}/liczby` };
  yield { who, address: linkOf(await visitor.get(plan), /\/plan-lokalny\/.*\/dzialanie\//) };
  yield { who, address: linkOf(await visitor.get(`${home}/wyniki-badan`), /\/wyniki-badan\/[^/.]+$/) };
}

/** A resident complains, and the director has to answer. */
async function* complaint(member: Visitor, director: Visitor, home: string): AsyncGenerator<Scene> {
  const form = linkOf(await member.get(`${home}/moje`), /\/complaint$/);
  await send(member, form, /\/complaint$/, { words: 'Od tygodnia nikt nie dzwoni.' });
  const file = form.replace(/^.*\/sprawa\/([^/]+)\/complaint$/, '/praca/sprawy/$1');
  yield { who: 'director', address: linkOf(await director.get(file), /\/prosba\//) };
}

/** Addresses that scenes begin at, as the walk found them. */
export interface Beginnings {
  home: string;
  version: string;
  organization: string;
  call: string;
  person: string;
}

/**
 * Plays what the fresh demonstration does not hold, one step after the other; each page is to be looked at as soon as it
 * is given, because the next step may close it.
 */
export async function* scenes(as: (who: Who) => Visitor, at: Beginnings): AsyncGenerator<Scene> {
  yield* proof(plain(at.person));
  yield* resident(as('visitor'), at.home);
  yield* association(as('service_organiser'), at.organization);
  yield* exchange(as('service_organiser'));
  yield* programme(as('service_organiser'), plain(at.version));
  yield* incomplete(as('clerk'), at.call);
  yield* complaint(as('resident'), as('director'), at.home);
  yield* survey(as('visitor'), at.home);
  yield* sample(as('service_organiser'));
  yield* registers(as('service_organiser'));
  yield* diagnosis(as('service_organiser'), as('visitor'), at.home);
  yield* adopted(as('visitor'));
}
