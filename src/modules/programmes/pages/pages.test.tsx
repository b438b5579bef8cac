import type { VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import { filledItems, force, type Place, programmeStage } from '../../../../test/support/programme.ts';
import { fieldsOfForm, testWeb } from '../../../../test/support/web.ts';
import { programmeItems } from '../../../law/index.ts';
import { readerFor } from '../../../platform/database/tenant.ts';
import { html, Page, pageFaults } from '../../../ui/index.ts';
import { findMatches, ServiceMatches } from '../index.ts';

const house = testHouse();
const stage = programmeStage(house);
const web = testWeb(house);

const at = ({ programmeId, number }: Place): string => `/praca/programy/${programmeId}/${number}`;

const shown = async (url: string, role?: Parameters<typeof web.get>[1]): Promise<string> => {
  const page = await web.get(url, role);
  expect([url, page.statusCode]).toEqual([url, 200]);
  expect(pageFaults(page.body)).toEqual([]);
  return page.body;
};

/** What the form of a page would send untouched, with some fields typed over. */
async function sent(url: string, typed: Record<string, string | string[]> = {}) {
  const form = fieldsOfForm(await shown(url, 'director'), url);
  return await web.post(url, { ...form, ...typed }, 'director');
}

describe('a centre without programmes', () => {
  it('says what to do first, to staff and to residents', async () => {
    expect(await shown('/praca/programy', 'director')).toMatch(
      /Nie ma jeszcze żadnego programu.*Zacznij nowy program/s,
    );
    expect(await shown('/praca/programy', 'clerk')).not.toContain('Zacznij nowy program');
    expect(await shown('/jarocin/programy')).toMatch(
      /nie obowiązuje żaden program.*href="\/jarocin\/zglos"/s,
    );
  });

  it('starts one by its form, and the page shows the missing items first', async () => {
    const started = await sent('/praca/programy/nowy', { name: 'Sąsiedzi', gmina: gminas.town });
    const page = await shown(started.headers['location'] ?? '', 'director');
    expect(page).toContain('brakuje 12 z 12 elementów');
    expect(page).toContain('Brakuje jeszcze: cel programu.');
    const order = [...page.matchAll(/id="element-(\d+)"/g)].map((match) => Number(match[1]));
    expect(order).toEqual(programmeItems.map((item) => item.number));
  });
});

describe('the twelve forms', () => {
  it.each(programmeItems.map((item) => [item.name, item] as const))(
    '%s: what is stored comes back untouched',
    async (_name, item) => {
      const draft = await stage.filled();
      const url = `${at(draft)}/element/${item.number}`;
      const items = async () =>
        (await house.owner.query('select items from programme_version where id = $1', [draft.versionId]))
          .rows[0].items;
      const before = await items();
      const answer = await sent(url);
      expect([answer.statusCode, answer.headers['location']]).toEqual([
        303,
        expect.stringContaining('zrobione=programmes.write-item'),
      ]);
      expect(await items()).toEqual(before);
      expect(filledItems[item.id]).toBeDefined();
    },
  );

  it('move a filled item behind those that are missing', async () => {
    const draft = await stage.started();
    await sent(`${at(draft)}/element/3`, { 'value.text': 'Diagnoza mówi jasno.' });
    const page = await shown(`${at(draft)}?czesc=elementy`, 'director');
    expect([...page.matchAll(/id="element-(\d+)"/g)].map((match) => match[1]).at(-1)).toBe('3');
    expect(page).toContain('Diagnoza mówi jasno.');
  });

  it('come back with what was typed and what is wrong in which row', async () => {
    const draft = await stage.started();
    const answer = await sent(`${at(draft)}/element/10`, {
      'value.stages.0.name': 'Nabór, którego szkoda',
      'value.stages.0.from': '30.02.2027',
      'value.stages.0.to': '1.03.2027',
    });
    expect(answer.statusCode).toBe(422);
    expect(pageFaults(answer.body)).toEqual([]);
    expect(answer.body).toContain('Nabór, którego szkoda');
    expect(answer.body).toContain('href="#f-value-stages-0-from"');
  });

  it('are closed once the programme is a draft resolution', async () => {
    expect(await shown(`${at(await stage.submitted())}/element/3`, 'director')).toContain(
      'tego nie da się zrobić',
    );
  });
});

describe('offering a service', () => {
  it('brings limits and conditions back to be corrected, and a table of fees row by row', async () => {
    const draft = await stage.filled();
    const url = `${at(draft)}/uslugi/${stage.serviceId}`;
    expect(fieldsOfForm(await shown(url, 'director'), url)).toMatchObject({
      limitPeople: '2',
      limitGrosze: '1000,00',
      unit: 'month',
      'conditions.all.ageFrom': '60',
    });
    await sent(url, { unit: 'hour' });
    const fee = `${url}/oplata`;
    const typed = {
      kind: 'byIncome',
      'tables.0.validFrom': '1.01.2026',
      'tables.0.hourlyPriceGrosze': '45,00',
      'tables.0.single.0.fromEdge': 'from',
      'tables.0.single.0.from': '0',
      'tables.0.single.0.to': '100',
      'tables.0.single.0.rate': '0',
      'tables.0.single.1.from': '100',
      'tables.0.single.1.rate': '10',
      'tables.0.family.0.fromEdge': 'from',
      'tables.0.family.0.from': '0',
      'tables.0.family.0.rate': '50',
    };
    const overlapping = await sent(fee, { ...typed, 'tables.0.single.1.from': '90' });
    expect([overlapping.statusCode, pageFaults(overlapping.body)]).toEqual([422, []]);
    expect(overlapping.body).toMatch(
      /href="#f-tables-0-single-1-from">[^<]*: Próg od 90% zachodzi na poprzedni/,
    );
    expect((await sent(fee, typed)).statusCode).toBe(303);
    const stored = async () =>
      (
        await house.owner.query('select fee from programme_service where programme_version_id = $1', [
          draft.versionId,
        ])
      ).rows[0].fee;
    const before = await stored();
    expect((await sent(fee)).statusCode).toBe(303);
    expect(await stored()).toEqual(before);
    expect(await shown(`${at(draft)}?czesc=uslugi`, 'director')).toContain('od 0% do 50% ceny godziny');
  });

  it('sends to the directory when there is nothing to add', async () => {
    expect(await shown(`${at(await stage.filled())}/uslugi/nowa`, 'director')).toContain(
      'Nie ma czego dodać',
    );
  });
});

describe('the life of a programme on its pages', () => {
  it('goes from draft resolution to information by the buttons that the page shows', async () => {
    const draft = await stage.filled();
    const page = await shown(at(draft), 'director');
    await web.post(`${at(draft)}/projekt`, fieldsOfForm(page, `${at(draft)}/projekt`), 'director');
    const steps: [string, Record<string, string>, RegExp][] = [
      ['uchwala', { resolutionNumber: 'X/1/26', resolutionDate: '15.01.2026' }, /uchwalony/],
      ['obowiazywanie', force, /obowiązuje/],
      ['koniec', { endedOn: '31.10.2026' }, /Ogłoszenie informacji.*01\.03\.2027.*Skąd ta data/s],
      [
        'informacja',
        {
          'services.0.actual': '2',
          'services.0.performers': 'Fundacja',
          realisation: 'W całości.',
          evaluation: 'Tak.',
          costGrosze: '800',
          bipOffice: force.bipOffice,
          bipCentre: force.bipCentre,
          publishedOn: '10.11.2026',
        },
        /Informacja z realizacji \(art\. 6\)/,
      ],
    ];
    for (const [path, typed, words] of steps) {
      expect(await shown(at(draft), 'director')).toContain(`href="${at(draft)}/${path}"`);
      const answer = await sent(`${at(draft)}/${path}`, typed);
      expect([path, answer.statusCode]).toEqual([path, 303]);
      expect(await shown(at(draft), 'director')).toMatch(words);
    }
  });

  it('refuses an incomplete draft with the items by name and the article', async () => {
    const draft = await stage.started();
    const answer = await web.post(`${at(draft)}/projekt`, { versionId: draft.versionId }, 'director');
    expect([answer.statusCode, pageFaults(answer.body)]).toEqual([409, []]);
    expect(answer.body).toMatch(/Brakuje: 1\. nazwa\si\scel programu; .*12\. budżet/s);
    expect(answer.body).toContain('art. 5 ust. 3');
  });

  it('shows limits as measures, and two versions side by side', async () => {
    const live = await stage.inForce();
    await house.owner.query('update programme_service set used_people = 2 where programme_version_id = $1', [
      live.versionId,
    ]);
    expect(await shown('/praca/programy', 'clerk')).toMatch(/Teleopieka: wolne 0 z 2/);
    expect(await shown(at(live), 'clerk')).toMatch(/limit wyczerpany/);
    await web.post(`${at(live)}/zmiana`, { versionId: live.versionId }, 'director');
    await sent(`/praca/programy/${live.programmeId}/2/element/3`, { 'value.text': 'Nowa diagnoza.' });
    const compared = await shown(`/praca/programy/${live.programmeId}/2/porownanie?z=1`, 'director');
    expect(compared).toMatch(/<del>Diagnoza, rozdział 3\.<\/del>.*<ins>Nowa diagnoza\.<\/ins>/s);
    expect(await shown(`/praca/programy/${live.programmeId}`, 'director')).toContain('obowiązuje');
  });
});

describe('a programme for residents', () => {
  it('says for whom, at what price and what will be asked; drafts are not there', async () => {
    const [live, draft] = [await stage.inForce(), await stage.started()];
    expect(await shown('/jarocin/programy')).toContain(`/jarocin/programy/${live.programmeId}`);
    const page = await shown(`/jarocin/programy/${live.programmeId}`);
    expect(page).toMatch(/ukończone 60 lat.*O nic więcej nie wolno nam pytać.*Imię i nazwisko.*PESEL/s);
    expect(page).toContain(`/jarocin/wniosek?program=${live.programmeId}`);
    expect((await web.get(`/jarocin/programy/${draft.programmeId}`)).statusCode).toBe(404);
    expect((await web.get(`/inne/programy/${live.programmeId}`)).statusCode).toBe(404);
  });
});

describe('matching services on a page of another module', () => {
  const framed = (body: VNode): string =>
    html(
      <Page title="Sprawa" audience="staff" centre={{ name: 'CUS', slug: 'jarocin' }} nav={[]}>
        {body}
      </Page>,
    );

  it('says what fits and why, what must be asked, and folds what does not fit', async () => {
    await stage.inForce();
    const db = readerFor(house.pool, house.centre.id);
    const found = await findMatches(db, house.centre.id, [{ words: 'teleopieka' }], {
      facts: { ageYears: 71, gminaTeryt: gminas.town },
      today: '2026-11-16',
    });
    const page = framed(<ServiceMatches matches={found} today="2026-11-16" />);
    expect(pageFaults(page)).toEqual([]);
    expect(page).toMatch(/pasuje.*ukończone 60 lat.*osoba ma 71 lat/s);
    expect(framed(<ServiceMatches matches={[]} today="2026-11-16" />)).toContain(
      'Żadna usługa w katalogu nie odpowiada',
    );
  });
});
