import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../../test/support/web.ts';
import { newId } from '../../../platform/ids.ts';
import { pageFaults } from '../../../ui/index.ts';
import { correctService } from '../commands/correct-service.ts';
import { sections } from '../commands/service-input.ts';

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

/** A card of which everything is known. */
const full = {
  gminas: [gminas.town],
  description: 'Opis',
  handled_by: 'zespół',
  recipient_type: 'family',
  recipient_groups: ['families', 'carers'],
  age_from: 3,
  age_to: 99,
  recipients: 'Rodziny',
  conditions: 'Zgłoszenie',
  documents: ['Dowód', 'Wniosek'],
  max_months: 6,
  reach: ['home', 'remote'],
  place: 'w klubach',
  hours: 'rano',
  schedules: JSON.stringify([
    { id: newId(), byday: ['MO', 'TU'], opens: '08:00', closes: '12:00', notes: 'parter' },
    { id: newId(), byday: ['MO'], opens: '13:00', closes: '15:00' },
  ]),
  contact_name: 'Sekretariat',
  phone: '62 747 00 00',
  email: 'kontakt@cus.example',
  web: 'https://cus.example',
  fee_kind: 'paid',
  fee: 'Odpłatnie',
  fee_grosze: 1205,
  fee_unit: 'hour',
  apply_channels: ['phone', 'web'],
  apply_words: 'Zadzwoń',
  apply_link: 'https://cus.example/wniosek',
  languages: ['pl', 'uk'],
  financing: 'budżet gminy',
  financing_from: '2026-01-01',
  financing_to: '2026-12-31',
  translations: JSON.stringify({ uk: { name: 'Назва' }, en: { name: 'Name', fee: 'Paid' } }),
  source: 'https://cus.example/karta',
  note: 'Uwaga',
};

async function place(serviceId: string): Promise<void> {
  const id = newId();
  await house.owner.query(
    `insert into location (centre_id, id, name, street, city, postal_code, teryt, latitude, longitude, accessibility)
     values ($1, $2, 'Klub', 'Długa 1', 'Jarocin', '63-200', $3, 51.97, 17.5, array['stepFree'])`,
    [house.centre.id, id, gminas.town],
  );
  await house.owner.query(
    'insert into service_location (centre_id, id, service_id, location_id) values ($1, $2, $3, $4)',
    [house.centre.id, newId(), serviceId, id],
  );
}

const shown = async (url: string, role?: Parameters<typeof web.get>[1]): Promise<string> => {
  const page = await web.get(url, role);
  expect([url, page.statusCode]).toEqual([url, 200]);
  expect(pageFaults(page.body)).toEqual([]);
  return page.body;
};

it('a long list of cards leads to its next page with the filters kept', async () => {
  await house.owner.query(
    `insert into service (centre_id, id, name, track, state)
     select $1, gen_random_uuid(), 'Seria ' || n, 'general_offer', 'draft' from generate_series(1, 120) n`,
    [house.centre.id],
  );
  const page = await web.get('/praca/uslugi?text=seria', 'service_organiser');
  expect(page.body).toContain('Strona 1 z 2');
  expect(page.body).toContain('href="/praca/uslugi?text=seria&amp;strona=2"');
  const next = await web.get('/praca/uslugi?text=seria&strona=2', 'service_organiser');
  expect(next.body).toContain('Strona 2 z 2');
  await house.owner.query(`delete from service where name like 'Seria %'`);
});

describe('the directory of an empty centre says what to do first', () => {
  it('to those who may write, and to those who may not', async () => {
    expect(await shown('/praca/uslugi', 'clerk')).toMatch(/Katalog jest pusty.*Dodaj usługę/s);
    expect(await shown('/praca/uslugi', 'plan_coordinator')).not.toContain('href="/praca/uslugi/nowa"');
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
      expect(page).toMatch(/Nie wiemy jeszcze: |nie wiemy, zapytaj/);
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
      /Potwierdzam.*Zamelduj wolne miejsca.*Wycofaj z katalogu/s,
    );
    expect(await shown(`/praca/uslugi/${id}`, 'provider')).not.toMatch(
      /Potwierdzam|Zamelduj|Wycofaj z katalogu/,
    );
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
      { ...fieldsOfForm(page, '/praca/uslugi/nowa'), name: 'Asystent', track: 'programme', area: '6' },
      'clerk',
    );
    const address = sent.headers['location']?.split('?')[0] ?? '';
    await web.post(
      `${address}/popraw/conditions`,
      {
        'match.all.ageFrom': '18',
        'match.all.resident': 'tak',
        'match.all.groups': ['disabledPeople', 'carers'],
        'match.oneOf.0.livesAlone': 'tak',
        'match.oneOf.1.statuses': ['limitedMobility:yes'],
      },
      'clerk',
    );
    expect(await shown(address, 'clerk')).toContain('mieszka samotnie albo ma trudności w poruszaniu się');
    const form = await shown(`${address}/popraw/conditions`, 'clerk');
    expect(fieldsOfForm(form, `${address}/popraw/conditions`)).toMatchObject({
      'match.all.ageFrom': '18',
      'match.all.groups': ['disabledPeople', 'carers'],
      'match.oneOf.1.statuses': 'limitedMobility:yes',
    });
  });

  it.each(sections)('of section %s sent back untouched changes nothing', async (section) => {
    const id = await service(full);
    await place(id);
    const facts = async () =>
      (
        await house.owner.query(
          `select to_jsonb(s) - array['version', 'changed_at', 'confirmed_on', 'confirm_by', 'track_assumed'] as card,
             (select jsonb_agg(to_jsonb(l) - 'version') from location l join service_location sl
               on sl.location_id = l.id where sl.service_id = s.id) as places
           from service s where id = $1`,
          [id],
        )
      ).rows;
    const before = await facts();
    const address = `/praca/uslugi/${id}/popraw/${section}`;
    const untouched = fieldsOfForm(await shown(address, 'service_organiser'), address);
    expect((await web.post(address, untouched, 'service_organiser')).statusCode).toBe(303);
    expect(await facts()).toEqual(before);
  });

  it('come back with what was typed and what is wrong, field by field', async () => {
    const sent = await web.post(
      '/praca/uslugi/nowa',
      { name: '', track: '', area: '99', description: 'Opis, który nie może zginąć' },
      'clerk',
    );
    expect(sent.statusCode).toBe(422);
    expect(pageFaults(sent.body)).toEqual([]);
    expect(sent.body).toContain('Opis, który nie może zginąć');
    expect(sent.body).toMatch(/href="#f-name".*href="#f-track".*href="#f-area"/s);
  });

  it('are not for those who may not write', async () => {
    expect((await web.get('/praca/uslugi/nowa', 'plan_coordinator')).statusCode).toBe(403);
    const address = `/praca/uslugi/${await service()}/popraw/basics`;
    expect((await web.get(address, 'community_organiser')).statusCode).toBe(403);
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
    await web.post(`/praca/uslugi/${id}/krok/confirm-service`, {}, 'clerk');
    expect(await shown(`/praca/uslugi/${id}`, 'clerk')).toContain('Ostatnio potwierdzono 16.11.2026');
    await web.post(`/praca/uslugi/${id}/krok/withdraw-service`, { reason: 'Koniec umowy' }, 'clerk');
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

describe('what waits on the screen', () => {
  it('a proposal is shown before and after, and taken over or left with a reason', async () => {
    const organizationId = newId();
    await house.owner.query('insert into organization (centre_id, id, name) values ($1, $2, $3)', [
      house.centre.id,
      organizationId,
      'Dom kultury',
    ]);
    const id = await service({
      organization_id: organizationId,
      fee: 'Bezpłatnie',
      confirm_by: '2027-01-01',
    });
    const feeder = await house.centre.account('feeder', { organizationId });
    for (const fee of ['10 zł', '20 zł'])
      await house.runner.run(correctService, feeder, { serviceId: id, section: 'money', fee });
    const page = await shown(`/praca/uslugi/${id}`, 'service_organiser');
    expect(page).toMatch(/Poprawki do decyzji.*<del>Bezpłatnie<\/del> <ins>10 zł<\/ins>/s);
    const addresses = [...page.matchAll(/action="(\/praca\/uslugi\/[^"]*\/poprawka\/[^"]*)"/g)].map(
      ([, address]) => address ?? '',
    );
    const [first = '', second = ''] = [...new Set(addresses)];
    const silent = await web.post(first, { decision: 'decline' }, 'service_organiser');
    expect([silent.statusCode, pageFaults(silent.body)]).toEqual([409, []]);
    await web.post(first, { decision: 'decline', why: 'Za drogo' }, 'service_organiser');
    await web.post(second, { decision: 'accept' }, 'service_organiser');
    const after = await shown(`/praca/uslugi/${id}`, 'service_organiser');
    expect(after).toContain('20 zł');
    expect(after).not.toContain('Poprawki do decyzji');
  });

  it('stands on the list by what it waits for, and on the first page', async () => {
    await service({ name: 'Stara karta', state: 'to_confirm', confirm_by: '2026-01-01' });
    expect(await shown('/praca/uslugi', 'clerk')).toContain('href="/praca/uslugi?waiting=confirm"');
    expect(await shown('/praca/uslugi?waiting=confirm', 'clerk')).toContain('Stara karta');
    expect(await shown('/praca', 'clerk')).toContain('href="/praca/uslugi?waiting=confirm"');
    expect(await shown('/praca', 'plan_coordinator')).not.toContain('waiting=confirm');
  });

  it('is asked of the owner by mail where an address is known', async () => {
    const id = await service({ state: 'to_confirm', confirm_by: '2026-01-01' });
    expect(await shown(`/praca/uslugi/${id}`, 'clerk')).not.toContain(`/praca/uslugi/${id}/prosba`);
  });

  it('the terms of the directory are set by the organiser', async () => {
    const page = await shown('/praca/uslugi/ustawienia', 'service_organiser');
    expect(fieldsOfForm(page, '/praca/uslugi/ustawienia')).toMatchObject({
      confirmDays: '90',
      linkDays: '30',
    });
    expect((await web.get('/praca/uslugi/ustawienia', 'clerk')).statusCode).toBe(403);
  });
});
