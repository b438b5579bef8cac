import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { done } from '../../../test/support/plan.ts';
import { testWeb } from '../../../test/support/web.ts';
import { roles } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import { pageFaults } from '../../ui/index.ts';
import { findHelpQuery } from './queries/find-help.ts';

const house = testHouse();
const web = testWeb(house);

const mother = 'dla=rodzic&wiek=75-79&trudne-pamiec=tak&trudne-codziennosc=tak';
const whole = `${mother}&kiedy=tydzien&gdzie=${gminas.town}.Witaszyce&wyjscie=dom`;

const add = async (
  centreId: string,
  name: string,
  more: { reach?: string[]; match?: unknown; state?: string } = {},
) =>
  await house.owner.query(
    `insert into service (centre_id, id, name, track, area, reach, match, state, recipients) values ($1, $2, $3, 'general_offer', 4, $4, $5, $6, 'Seniorzy')`,
    [centreId, newId(), name, more.reach ?? [], JSON.stringify(more.match ?? []), more.state ?? 'published'],
  );

beforeAll(async () => {
  const { id } = house.centre;
  await add(id, 'Usługi opiekuńcze', { reach: ['home'] });
  await add(id, 'Teleopieka', { match: [{ kind: 'livesAlone' }], reach: ['home'] });
  await add(id, 'Dzienny dom pomocy', { reach: ['stationary'] });
  await add(id, 'Opieka w szkicu', { state: 'draft' });
  await add(house.other.id, 'Opieka Obcoziemna');
});

/** Where the answers lead: what a browser does with the form of a question. */
const answered = async (query: string, prefix = ''): Promise<string> => {
  const sent = await web.post(`${prefix}/jarocin/pomoc`, Object.fromEntries(new URLSearchParams(query)));
  expect(sent.statusCode).toBe(303);
  return String(sent.headers.location);
};

const page = async (query: string, prefix = '') => {
  const answer = await web.get(query ? await answered(query, prefix) : `${prefix}/jarocin/pomoc`);
  expect(answer.statusCode).toBe(200);
  expect(pageFaults(answer.body)).toEqual([]);
  // Short words are tied to the next one by a hard space.
  return answer.body.replaceAll('\u00a0', ' ');
};

const text = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the guided help: one plain question on a page, the answers sealed from page to page', () => {
  it.each([
    ['', 'Dla kogo szukasz pomocy?'],
    ['dla=rodzic', 'Ile lat ma ta osoba?'],
    ['dla=rodzic&wiek=75-79', 'Co jest trudne?'],
    [mother, 'Jak szybko potrzebna jest pomoc?'],
    [`${mother}&kiedy=pozniej`, 'Gdzie mieszka ta osoba?'],
    [`${mother}&kiedy=pozniej&gdzie=${gminas.town}`, 'Czy ta osoba może wyjść z domu?'],
    [whole, 'Co może pomóc'],
  ])('"%s" asks: %s', async (query, question) => {
    expect(await page(query)).toContain(`>${question}</h1>`);
  });

  it('what the address says and is no answer is asked again: nothing breaks, nothing is shown back', async () => {
    const body = await page('dla=%3Cscript%3Ealert(1)%3C/script%3E&wiek=toString&gdzie=__proto__');
    expect(body).toContain('Dla kogo szukasz pomocy?');
    expect(body).not.toContain('<script');
  });

  it('nobody’s mother is asked whether she is five', async () => {
    const ages = (body: string) => /Ile lat ma ta osoba\?/.test(body) && /od 0 do 5 lat/.test(body);
    expect(ages(await page('dla=rodzic'))).toBe(false);
    expect(await page('dla=rodzic')).toContain('od 75 do 79 lat');
    expect(ages(await page('dla=dziecko'))).toBe(true);
  });

  it('who looks for themselves is asked about themselves, not about "this person"', async () => {
    expect(await page('dla=siebie')).toContain('Ile masz lat?');
    expect(await page('dla=siebie')).not.toContain('Ile lat ma ta osoba?');
  });

  it('a question sent without an answer says so, and keeps the answers before it', async () => {
    const body = await page(`dla=rodzic&wiek=75-79&krok=hard`);
    expect(body).toContain('Zaznacz co najmniej jedną odpowiedź.');
    expect(body).toContain('name="dla" value="rodzic"');
  });

  it('nothing that was answered can be read in an address: not in a log, not in the history of a browser', async () => {
    const address = await answered(`${whole}&trudne-przemoc=tak`);
    expect(address).toMatch(/^\/jarocin\/pomoc\?odpowiedzi=/);
    const { body } = await web.get(address);
    const hrefs = [address, ...[...body.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, href]) => href)];
    for (const told of ['rodzic', 'przemoc', 'Witaszyce', 'wyjscie=dom', '75-79'])
      expect(hrefs.filter((href) => href?.includes(told))).toEqual([]);
    expect(body).not.toMatch(/<form[^>]*method="get"/);
  });

  it('answers that stand readable in an address are not read', async () => {
    expect((await web.get(`/jarocin/pomoc?${whole}`)).body).toContain('Dla kogo szukasz pomocy?');
    const plain = `/jarocin/pomoc?odpowiedzi=${encodeURIComponent(whole)}`;
    expect((await web.get(plain)).body).toContain('Dla kogo szukasz pomocy?');
  });

  it('an address found in a history two hours later begins from the first question', async () => {
    const address = await answered(mother);
    house.clock.set('2026-11-16T11:00:00.000Z');
    expect((await web.get(address)).body).toContain('Dla kogo szukasz pomocy?');
    house.clock.set('2026-11-16T09:00:00.000Z');
    expect((await web.get(address)).body).toContain('Jak szybko potrzebna jest pomoc?');
  });

  it('the way back asks the question before again, with its answer; so does "change" in the result', async () => {
    const back = /href="([^"]*pytanie=wiek[^"]*)"/.exec(await page(mother.replace(/&trudne.*/, '')));
    const again = await web.get(String(back?.[1]).replaceAll('&amp;', '&'));
    expect(again.body).toContain('Ile lat ma ta osoba?');
    expect(again.body).toMatch(/<input[^>]*value="75-79"[^>]*checked/);
    expect(again.body).not.toContain('error-summary');
    const change = /href="([^"]*pytanie=jak-szybko[^"]*)"/.exec(await page(whole));
    const soon = await web.get(String(change?.[1]).replaceAll('&amp;', '&'));
    expect(soon.body).toContain('Jak szybko potrzebna jest pomoc?');
    expect(soon.body).toContain('name="wyjscie" value="dom"');
  });

  it('asks for nothing personal and stores nothing: no field to write in, no cookie', async () => {
    const answer = await web.get(await answered(whole));
    expect(answer.cookies).toEqual([]);
    expect(answer.body).not.toMatch(/<textarea|<input[^>]*type="(text|tel|email)"/);
  });
});

describe('in danger the numbers come first', () => {
  it('before the place is asked, and before any service', async () => {
    const body = text(await page(`${mother}&kiedy=teraz`));
    for (const number of ['112', '999', '997', '998', '800 120 002', '116 111', '116 123', '800 70 2222'])
      expect(body).toContain(number);
    expect(body).not.toContain('Usługi opiekuńcze');
  });

  it('a whole address in danger shows them too, until it is said that nobody is in danger any more', async () => {
    const danger = whole.replace('tydzien', 'teraz');
    expect(await page(danger)).toContain('href="tel:112"');
    expect(await page(`${danger}&bezpiecznie=tak`)).toContain('>Co może pomóc</h1>');
  });

  it.each([
    ['przemoc', '800 120 002'],
    ['kryzys', '800 70 2222'],
    ['uzaleznienie', '800 199 990'],
    ['dziecko', '116 111'],
  ])('%s: the line for it stands above the services also without danger', async (hard, number) => {
    const body = text(
      await page(
        `dla=siebie&wiek=30-59&trudne-${hard}=tak&kiedy=pozniej&gdzie=${gminas.town}&wyjscie=wyjdzie`,
      ),
    );
    expect(body).toContain(number);
  });
});

const exit = /<a[^>]*href="https:\/\/meteo\.imgw\.pl\/"[^>]*rel="noreferrer"/;

describe('who suffers violence can leave the page quickly', () => {
  const said = 'dla=siebie&wiek=30-59&trudne-przemoc=tak';
  const end = `gdzie=${gminas.town}&wyjscie=wyjdzie`;

  it.each([
    ['', 'Wyjdź szybko z tej strony', 'nie usuwa tej strony z historii'],
    ['/uk', 'Швидко залишити цю сторінку', 'не стирає цю сторінку з історії'],
    ['/en', 'Leave this page quickly', 'does not remove this page from the history'],
  ])(
    'by a plain link before everything else, which says what it cannot do: %s',
    async (prefix, words, history) => {
      const body = await page(`${said}&kiedy=tydzien&${end}`, prefix);
      expect(body).toMatch(exit);
      expect(text(body).toLowerCase()).toContain(history.toLowerCase());
      expect(body.indexOf(words)).toBeLessThan(body.indexOf('tel:800120002'));
      expect(body.indexOf('tel:800120002')).toBeLessThan(body.indexOf('id="droga"'));
    },
  );

  it.each([
    ['from the question after it on, with the numbers', said],
    ['where the place is asked', `${said}&kiedy=tydzien`],
    ['where the numbers stand', `${said}&kiedy=teraz`],
    ['in every danger', 'dla=siebie&wiek=30-59&trudne-zdrowie=tak&kiedy=teraz'],
  ])('%s', async (_where, query) => {
    expect(await page(query)).toMatch(exit);
  });

  it('nobody else is shown it', async () => {
    expect(await page(whole)).not.toMatch(exit);
    expect(await page('')).not.toMatch(exit);
  });
});

describe('the result: why it fits, why not, what is unknown, what would change it', () => {
  it('services stand by how they fit, of this centre, published ones only', async () => {
    const body = text(await page(whole));
    expect(body).toMatch(
      /Pasuje \(1\).*Usługi opiekuńcze.*Trzeba dopytać \(1\).*Teleopieka.*Na razie nie pasuje \(1\).*Dzienny dom pomocy/,
    );
    expect(body).not.toContain('szkicu');
    expect(body).not.toContain('Obcoziemna');
  });

  it('an unknown condition says what to ask, one that is not met what would change it', async () => {
    const body = text(await page(whole));
    expect(body).toContain('Mieszka bez innych osób');
    expect(body).toContain('Tego nie wiemy z Twoich odpowiedzi.');
    expect(body).toContain('Trzeba przyjść na miejsce.');
    expect(body).toContain('Zmieni to pomoc w dojeździe');
  });

  it('leads to the three equal ways; the answers go along only when they are ticked', async () => {
    const body = await page(whole);
    for (const way of ['zglos', 'oddzwonimy', 'wydrukuj'])
      expect(body).toContain(`formaction="/jarocin/pomoc/${way}"`);
    expect(body).toMatch(/<input[^>]*type="checkbox"[^>]*name="potrzeba"/);
    expect(body).not.toMatch(/<input[^>]*type="hidden"[^>]*name="potrzeba"/);
    expect(body).toContain('Co jest trudne: codzienne sprawy');
  });

  it.each(['zglos', 'oddzwonimy', 'wydrukuj'])(
    'ticked, they stand in the text of %s, where they can still be changed, and nowhere in its address',
    async (way) => {
      const potrzeba = 'Dla kogo: dla mamy.\nGdzie: Witaszyce.';
      const sent = await web.post(`/jarocin/pomoc/${way}`, { potrzeba, kto: 'family' });
      const address = String(sent.headers.location);
      expect(address).toMatch(new RegExp(`^/jarocin/${way}\\?potrzeba=`));
      expect(address).not.toMatch(/mam|Witaszyce|family/);
      expect((await web.get(address)).body).toMatch(
        /<textarea[^>]*>Dla kogo: dla mamy.\nGdzie: Witaszyce.<\/textarea>/,
      );
      const unticked = await web.post(`/jarocin/pomoc/${way}`, { kto: 'family' });
      expect(unticked.headers.location).toBe(`/jarocin/${way}`);
      const readable = await web.get(`/jarocin/${way}?potrzeba=Zdanie`);
      expect(readable.body).toMatch(/<textarea[^>]*><\/textarea>/);
    },
  );

  it.each([
    ['rodzic', 'family'],
    ['siebie', 'self'],
    ['sasiad', 'neighbour'],
  ])('whom it is for (%s) is chosen in the report already', async (whom, role) => {
    const result = await page(whole.replace('rodzic', whom));
    expect(result).toContain(`name="kto" value="${role}"`);
    const sent = await web.post('/jarocin/pomoc/zglos', { potrzeba: 'Zakupy', kto: role });
    const report = (await web.get(String(sent.headers.location))).body;
    expect(report).toMatch(new RegExp(`<input[^>]*name="reporter.role"[^>]*value="${role}"[^>]*checked`));
  });

  it('"none of these" carries the code of the need and nothing else', async () => {
    const body = await page(whole);
    expect(body).toContain('action="/jarocin/zadna-z-tych"');
    expect(body).toContain('name="areas" value="4"');
    const sent = await web.post('/jarocin/zadna-z-tych', {
      areas: '4,6',
      gmina: gminas.town,
      locality: 'Witaszyce',
      group: 'olderPeople',
      reason: 'hours',
    });
    expect(sent.headers.location).toBe('/jarocin/zadna-z-tych?zrobione=needs.none-of-these');
    const thanks = await web.get('/jarocin/zadna-z-tych?zrobione=needs.none-of-these');
    expect(thanks.body).toContain('Nie wiemy, że to Ty.');
    expect(pageFaults(thanks.body)).toEqual([]);
    const { rows } = await house.owner.query(
      `select area, locality, recipient_group, reason from unmet_need where centre_id = $1 order by area`,
      [house.centre.id],
    );
    expect(rows).toEqual(
      [4, 6].map((area) => ({
        area,
        locality: 'Witaszyce',
        recipient_group: 'olderPeople',
        reason: 'hours',
      })),
    );
  });

  it('where nothing answers, it says that there is help all the same', async () => {
    const body = text(
      await page(
        `dla=siebie&wiek=30-59&trudne-mieszkanie=tak&kiedy=pozniej&gdzie=${gminas.town}&wyjscie=wyjdzie`,
      ),
    );
    expect(body).toContain('Nie znaleźliśmy usługi');
  });

  it.each([
    ['/uk', 'Що може допомогти', 'Допомога вдома', '/uk/jarocin/pomoc/zglos'],
    ['/en', 'What may help', 'Help at home', '/en/jarocin/pomoc/zglos'],
  ])('in the language of the address: %s', async (prefix, title, reason, way) => {
    const body = await page(whole, prefix);
    expect(body).toContain(`>${title}</h1>`);
    expect(body).toContain(reason);
    expect(body).toContain(`formaction="${way}"`);
    expect(await page('', prefix)).not.toContain('Dla kogo');
  });
});

describe('guidance.find-help', () => {
  it('is open to everybody and leaves no trace of who asked', async () => {
    const asked = { whose: 'parent', age: '75-79', hard: ['memory'], soon: 'week', gmina: gminas.town };
    const count = async () => (await house.owner.query('select from audit_entry')).rowCount;
    const before = await count();
    for (const role of roles) done(await house.runner.ask(findHelpQuery, house.centre.as(role), asked));
    expect(await count()).toBe(before);
  });
});
