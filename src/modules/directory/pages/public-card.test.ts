import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { testWeb } from '../../../../test/support/web.ts';
import { leafletLetter } from './leaflet.ts';
import { readPdf } from '../../../platform/documents/read-pdf.ts';
import { newId } from '../../../platform/ids.ts';
import { pageFaults } from '../../../ui/index.ts';
import { cards } from '../directory.fixture.ts';

const house = testHouse();
const web = testWeb(house);
const { published, put } = cards(house);

const shown = async (url: string): Promise<string> => {
  const page = await web.get(url);
  expect([url, page.statusCode]).toEqual([url, 200]);
  expect(pageFaults(page.body)).toEqual([]);
  return page.body;
};

const pdf = async (url: string): Promise<string> => {
  const answer = await web.get(url);
  expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([url, 200, 'application/pdf']);
  return readPdf(new Uint8Array(answer.rawPayload))
    .map((piece) => piece.text)
    .join(' ');
};

const known = {
  recipient_groups: ['olderPeople'],
  age_from: 60,
  fee_kind: 'paid',
  fee_grosze: 1250,
  fee_unit: 'hour',
  documents: ['Dowód osobisty'],
  languages: ['pl', 'uk'],
  phone: '62 747 00 00',
  capacity_status: 'waiting',
  wait_value: 3,
  wait_unit: 'months',
  capacity_on: '2026-11-10',
  capacity_until: '2026-12-10',
  schedules: JSON.stringify([{ id: newId(), byday: ['MO', 'TU'], opens: '08:00', closes: '15:00' }]),
  translations: JSON.stringify({
    uk: { name: 'Телеопіка', description: 'Кнопка, якою викликають допомогу.' },
    en: { name: 'Telecare' },
  }),
};

describe('what nobody has translated is said to be Polish (WCAG 3.1.2)', () => {
  it('and what somebody has is not', async () => {
    const id = await published({ name: 'Teleopieka' });
    await put(id, {
      conditions: 'Mieszkaniec gminy',
      note: 'Warto zadzwonić',
      translations: JSON.stringify({ uk: { conditions: 'Мешканець гміни' } }),
    });
    const body = await shown(`/uk/${house.centre.slug}/uslugi/${id}`);
    expect(body).toContain('<span lang="pl">Warto zadzwonić</span>');
    expect(body).toContain('Мешканець гміни');
    expect(body).not.toContain('<span lang="pl">Мешканець');
    const english = await shown(`/en/${house.centre.slug}/uslugi/${id}`);
    expect(english).toContain('<span lang="pl">Mieszkaniec gminy</span>');
  });
});

describe('a service for people who suffer violence', () => {
  it.each([
    ['', 'Wyjdź szybko z tej strony'],
    ['/uk', 'Швидко залишити цю сторінку'],
    ['/en', 'Leave this page quickly'],
  ])('the way off the page comes first, then the numbers, then the service: %s', async (prefix, words) => {
    const id = await published({ name: 'Punkt konsultacyjny' });
    await put(id, { recipient_groups: ['violence'] });
    const body = await shown(`${prefix}/${house.centre.slug}/uslugi/${id}`);
    const places = [words, 'tel:112', 'id="dostepnosc"'].map((one) => body.indexOf(one));
    expect(places.every((one) => one > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('so do the services found by such words or chosen by that group; others have neither', async () => {
    const home = `/${house.centre.slug}`;
    for (const query of ['group=violence', 'text=m%C4%85%C5%BC%20mnie%20bije']) {
      const body = await shown(`${home}/uslugi?${query}`);
      expect(body.indexOf('meteo.imgw.pl')).toBeGreaterThan(0);
      expect(body.indexOf('meteo.imgw.pl')).toBeLessThan(body.indexOf('tel:112'));
    }
    const crisis = await published({ name: 'Psycholog' });
    await put(crisis, { recipient_groups: ['mentalCrisis'] });
    const body = await shown(`${home}/uslugi/${crisis}`);
    expect(body).toContain('tel:112');
    expect(body).not.toContain('meteo.imgw.pl');
    expect(await shown(`${home}/uslugi/${await published()}`)).not.toMatch(/tel:112|meteo\.imgw\.pl/);
  });
});

describe('the public card, in the order of need', () => {
  it('says for whom, at what price, whether there is room, how to ask, where and when, and what to bring', async () => {
    const id = await published();
    await put(id, known);
    expect(await shown(`/jarocin/uslugi/${id}`)).toMatch(
      new RegExp(
        [
          'osoby starsze, od 60 lat',
          '12,50.zł za godzinę',
          'lista oczekujących',
          'Tak było 10.11.2026.',
          'Czeka się około 3 miesiące',
          '62 747 00 00',
          `/jarocin/zglos\\?usluga=${id}`,
          `/jarocin/oddzwonimy\\?usluga=${id}`,
          'poniedziałek–wtorek 8:00–15:00',
          'Dowód osobisty',
          'polski, ukraiński',
          'Potwierdzono 16.11.2026',
          `/jarocin/ulotka\\?usluga=${id}`,
        ].join('.*'),
        's',
      ),
    );
  });

  it('says of everything that nobody knows that nobody knows it', async () => {
    const page = await shown(`/jarocin/uslugi/${await published()}`);
    expect(page.match(/nie wiemy/g)?.length).toBeGreaterThanOrEqual(8);
  });

  it('tells the age of what nobody has confirmed, and to call', async () => {
    const id = await published();
    await put(id, { state: 'to_confirm', confirmed_on: '2026-07-19', confirm_by: '2026-10-17' });
    expect(await shown(`/jarocin/uslugi/${id}`)).toContain(
      'Informacja sprzed 120 dni. Potwierdź telefonicznie.',
    );
    expect(await shown(`/en/jarocin/uslugi/${id}`)).toContain('This information is 120 days old');
  });

  it('forgets free places after the last day of their report', async () => {
    const id = await published();
    await put(id, { ...known, capacity_until: '2026-11-15' });
    expect(await shown(`/jarocin/uslugi/${id}`)).not.toContain('lista oczekujących');
  });

  it('speaks the language of the address, and keeps it in every link', async () => {
    const id = await published();
    await put(id, known);
    const page = await shown(`/uk/jarocin/uslugi/${id}`);
    expect(page).toMatch(/Телеопіка.*Кнопка, якою викликають допомогу.*Скільки це коштує.*Переклад наш/s);
    const links = [...page.matchAll(/<main.*<\/main>/gs)].join('').matchAll(/href="(\/[^"]*)"/g);
    expect([...links].map(([, href]) => href).filter((href) => !href?.startsWith('/uk/jarocin'))).toEqual([]);
  });

  it('leads to an application only where a programme gives the service', async () => {
    const [programme, statute] = [await published(), await published({ track: 'separate_statute' })];
    expect(await shown(`/jarocin/uslugi/${programme}`)).toContain(`/jarocin/wniosek?usluga=${programme}`);
    expect(await shown(`/jarocin/uslugi/${statute}`)).not.toContain('/jarocin/wniosek');
  });

  it('is not there for a draft, and not in another centre', async () => {
    const id = await published();
    expect((await web.get(`/inne/uslugi/${id}`)).statusCode).toBe(404);
    await put(id, { state: 'suspended' });
    expect((await web.get(`/jarocin/uslugi/${id}`)).statusCode).toBe(404);
    expect((await web.get(`/jarocin/ulotka?usluga=${id}`)).statusCode).toBe(404);
  });
});

describe('a leaflet', () => {
  it('of one service, in three languages and in large print (18 pt)', async () => {
    const id = await published({ description: 'Przycisk, którym wzywa się pomoc.' });
    await put(id, known);
    expect(await pdf(`/jarocin/ulotka?usluga=${id}`)).toMatch(/Teleopieka.*Dla kogo.*62 747 00 00/s);
    expect(await pdf(`/uk/jarocin/ulotka?usluga=${id}`)).toContain('Кнопка, якою викликають допомогу.');
    expect(await pdf(`/en/jarocin/ulotka?usluga=${id}`)).toContain('Telecare');
    const large = await web.get(`/jarocin/ulotka?usluga=${id}&druk=duzy`);
    const piece = readPdf(new Uint8Array(large.rawPayload)).find((one) =>
      one.text.includes('wzywa się pomoc'),
    );
    expect(piece?.size).toBeGreaterThanOrEqual(18);
  });

  it('of a set chosen by area, and says when there is none', async () => {
    const id = await published({ name: 'Warsztat garncarski', area: '9' });
    expect(await pdf('/jarocin/ulotka?area=9')).toContain('Warsztat garncarski');
    expect(await pdf('/jarocin/ulotka?area=13')).toContain('Nie ma takiej usługi w katalogu');
    await put(id, { state: 'withdrawn' });
  });

  it('says every way to the centre: whoever holds the paper has no page to look at', () => {
    const letterhead = { addressLines: ['ul. Polna 1'], phone: '62 747 00 00', email: 'biuro@cus.example' };
    const centre = {
      id: house.centre.id,
      slug: 'jarocin',
      name: 'CUS',
      place: 'Jarocin',
      legalForm: 'A' as const,
      demonstration: false,
      gminas: [],
      letterhead: { ...letterhead, web: 'https://cus.example', bankAccount: null, hours: 'pn–pt 8–16' },
    };
    const sheet = { lang: 'pl', large: false, today: '2026-11-16' } as const;
    const notice = leafletLetter(centre, { services: [], found: 0 }, sheet).blocks.at(-1);
    for (const way of [
      'ul. Polna 1',
      '62 747 00 00',
      'biuro@cus.example',
      'https://cus.example',
      'pn–pt 8–16',
    ])
      expect(JSON.stringify(notice)).toContain(way);
  });

  it('is a tagged document that may be kept for a while', async () => {
    const answer = await web.get(`/jarocin/ulotka?usluga=${await published()}`);
    expect(answer.headers['cache-control']).toContain('public');
    expect(answer.headers['content-disposition']).toContain('ulotka.pdf');
    expect(Buffer.from(answer.rawPayload).toString('latin1')).toMatch(/\/MarkInfo|\/StructTreeRoot/);
  });
});
