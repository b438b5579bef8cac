import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../../test/support/web.ts';
import { newId } from '../../../platform/ids.ts';
import { pageFaults } from '../../../ui/index.ts';

const house = testHouse();
const web = testWeb(house);

async function service(more: Record<string, unknown> = {}): Promise<string> {
  const row = {
    centre_id: house.centre.id,
    id: newId(),
    name: 'Teleopieka',
    track: 'programme',
    area: 6,
    ...more,
  };
  const names = Object.keys(row);
  await house.owner.query(
    `insert into service (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
  return row.id;
}

const shown = async (url: string, role?: Parameters<typeof web.get>[1]): Promise<string> => {
  const page = await web.get(url, role);
  expect([url, page.statusCode]).toEqual([url, 200]);
  expect(pageFaults(page.body)).toEqual([]);
  return page.body;
};

describe('the directory of an empty centre says what to do first', () => {
  it('to those who may write, to those who may not, and to residents', async () => {
    expect(await shown('/praca/uslugi', 'clerk')).toMatch(/Katalog jest pusty.*Dodaj usługę/s);
    expect(await shown('/praca/uslugi', 'plan_coordinator')).not.toContain('href="/praca/uslugi/nowa"');
    expect(await shown('/jarocin/uslugi')).toContain('Katalog jeszcze powstaje');
    expect(await shown('/jarocin')).toContain('href="/jarocin/zglos"');
  });
});

describe('a card of the directory', () => {
  it('shows the source, and says of every fact that the source does not give it', async () => {
    const id = await service({
      source: 'https://cus.example/teleopieka/',
      source_as_of: '2023-05',
      track_assumed: true,
      phone: '46 855 31 26 w. 12, 519 441 704',
    });
    for (const page of [await shown(`/praca/uslugi/${id}`, 'clerk'), await shown(`/jarocin/uslugi/${id}`)]) {
      expect(page).toContain('href="https://cus.example/teleopieka/"');
      expect(page).toContain('05.2023');
      expect(page).toContain('href="tel:468553126"');
      expect(page).toContain('href="tel:519441704"');
      expect(page.match(/źródło nie podaje/g)?.length).toBeGreaterThan(5);
    }
    expect(await shown(`/praca/uslugi/${id}`, 'clerk')).toContain('źródło tego nie mówi');
  });

  it('shows names and words as text, never as markup', async () => {
    const id = await service({ name: '<b>Kluby</b> & "co."' });
    expect(await shown(`/jarocin/uslugi/${id}`)).toContain('&lt;b>Kluby&lt;/b> &amp; ');
  });

  it('gives the steps only to those who may take them', async () => {
    const id = await service();
    expect(await shown(`/praca/uslugi/${id}`, 'clerk')).toMatch(
      /Potwierdzam.*Zamelduj wolne miejsca.*Wycofaj usługę/s,
    );
    expect(await shown(`/praca/uslugi/${id}`, 'provider')).not.toMatch(/Potwierdzam|Zamelduj|Wycofaj usługę/);
  });

  it('does not exist for a resident until it is published, nor for another centre ever', async () => {
    const id = await service({ state: 'draft' });
    expect((await web.get(`/jarocin/uslugi/${id}`)).statusCode).toBe(404);
    expect((await web.get(`/inne/uslugi/${await service()}`)).statusCode).toBe(404);
    expect((await web.get(`/praca/uslugi/${newId()}`, 'clerk')).statusCode).toBe(404);
  });

  it('tells a resident how to get the service, by its track', async () => {
    const [programme, statute, open] = [
      await service(),
      await service({ track: 'separate_statute' }),
      await service({ track: 'general_offer' }),
    ];
    expect(await shown(`/jarocin/uslugi/${programme}`)).toContain(`/jarocin/wniosek?usluga=${programme}`);
    expect(await shown(`/jarocin/uslugi/${statute}`)).not.toContain('/jarocin/wniosek');
    expect(await shown(`/jarocin/uslugi/${open}`)).toContain('Nie trzeba wniosku');
  });
});

describe('the forms of a card', () => {
  it('add a service with its conditions, and bring its facts back to be corrected', async () => {
    const page = await shown('/praca/uslugi/nowa', 'clerk');
    const sent = await web.post(
      '/praca/uslugi/nowa',
      {
        ...fieldsOfForm(page, '/praca/uslugi/nowa'),
        name: 'Asystent',
        track: 'programme',
        area: '6',
        gmina: gminas.town,
        'match.all.ageFrom': '18',
        'match.all.resident': 'tak',
        'match.all.groups': ['disabledPeople', 'carers'],
        'match.oneOf.0.livesAlone': 'tak',
        'match.oneOf.1.statuses': ['limitedMobility:yes'],
      },
      'clerk',
    );
    const address = sent.headers['location']?.split('?')[0] ?? '';
    const card = await shown(address, 'clerk');
    expect(card).toContain('mieszka samotnie albo ma trudności w poruszaniu się');
    const form = await shown(`${address}/popraw`, 'clerk');
    const untouched = fieldsOfForm(form, `${address}/popraw`);
    expect(untouched).toMatchObject({
      name: 'Asystent',
      'match.all.ageFrom': '18',
      'match.all.groups': ['disabledPeople', 'carers'],
      'match.oneOf.1.statuses': 'limitedMobility:yes',
    });
    const before = (
      await house.owner.query('select match, name from service where id = $1', [address.split('/').at(-1)])
    ).rows;
    expect((await web.post(`${address}/popraw`, untouched, 'clerk')).statusCode).toBe(303);
    expect(
      (await house.owner.query('select match, name from service where id = $1', [address.split('/').at(-1)]))
        .rows,
    ).toEqual(before);
  });

  it('come back with what was typed and what is wrong, field by field', async () => {
    const sent = await web.post(
      '/praca/uslugi/nowa',
      { name: '', track: '', phone: 'telefon', description: 'Opis, który nie może zginąć' },
      'clerk',
    );
    expect(sent.statusCode).toBe(422);
    expect(pageFaults(sent.body)).toEqual([]);
    expect(sent.body).toContain('Opis, który nie może zginąć');
    expect(sent.body).toMatch(/href="#f-name".*href="#f-track".*href="#f-phone"/s);
  });

  it('are not for those who may not write', async () => {
    expect((await web.get('/praca/uslugi/nowa', 'plan_coordinator')).statusCode).toBe(403);
    expect((await web.get(`/praca/uslugi/${await service()}/popraw`, 'community_organiser')).statusCode).toBe(
      403,
    );
  });

  it('report places, confirm and withdraw on the card itself', async () => {
    const id = await service();
    expect(
      (
        await web.post(
          `/praca/uslugi/${id}/miejsca`,
          { status: 'free', free: '3', until: '20.11.2026' },
          'clerk',
        )
      ).headers['location'],
    ).toContain('zrobione=directory.report-capacity');
    expect(await shown(`/praca/uslugi/${id}`, 'clerk')).toMatch(/3 wolne miejsca.*ważny do 20.11.2026/s);
    const wrong = await web.post(
      `/praca/uslugi/${id}/miejsca`,
      { status: 'free', until: '1.11.2026' },
      'clerk',
    );
    expect([wrong.statusCode, wrong.body.includes('Ten dzień już minął'), pageFaults(wrong.body)]).toEqual([
      409,
      true,
      [],
    ]);
    await web.post(`/praca/uslugi/${id}/potwierdzenie`, {}, 'clerk');
    expect(await shown(`/praca/uslugi/${id}`, 'clerk')).toContain('Ostatnio potwierdzono 16.11.2026');
    await web.post(`/praca/uslugi/${id}/wycofanie`, { reason: 'Koniec umowy' }, 'clerk');
    expect(await shown(`/praca/uslugi/${id}`, 'clerk')).toContain('Koniec umowy');
  });
});

describe('searching', () => {
  it('keeps the filters in the form, and says what to do when nothing fits', async () => {
    await service({ name: 'Rehabilitacja w domu', area: 5 });
    expect(await shown('/jarocin/uslugi?text=rehabilitacje&area=5')).toMatch(
      /1 usługa.*Rehabilitacja w domu/s,
    );
    const none = await shown('/jarocin/uslugi?text=basen');
    expect(none).toMatch(/Nie znaleźliśmy.*href="\/jarocin\/zglos"/s);
    expect(none).toContain('value="basen"');
    expect(await shown('/praca/uslugi?text=basen', 'clerk')).toContain('Nic nie pasuje');
  });
});
