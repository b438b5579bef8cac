import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../../test/support/web.ts';
import { pageFaults } from '../../../ui/index.ts';
import { newSecret } from '../domain/link.ts';
import { cards } from '../directory.fixture.ts';

const house = testHouse();
const web = testWeb(house);
const { published, organization, put, seen } = cards(house);

/** An organization with one card, and the address that the clerk was shown once. */
async function arranged() {
  const organizationId = await organization('Fundacja Dobry Dom', { email: 'dom@example.pl' });
  const serviceId = await published({ organizationId });
  const shown = await web.post(`/praca/wykonawcy/${organizationId}/link`, { way: 'screen' }, 'clerk');
  const address = /\/jarocin\/karta\/[\w-]{43}/.exec(shown.body)?.[0] ?? '';
  return { organizationId, serviceId, address, shown };
}

const opened = async (url: string): Promise<string> => {
  const page = await web.get(url);
  expect([url, page.statusCode]).toEqual([url, 200]);
  expect(pageFaults(page.body)).toEqual([]);
  return page.body;
};

describe('the page that a link opens', () => {
  it('is given once, and the page of the organization does not show it again', async () => {
    const { organizationId, address, shown } = await arranged();
    expect(pageFaults(shown.body)).toEqual([]);
    const page = await web.get(`/praca/wykonawcy/${organizationId}`, 'clerk');
    expect(pageFaults(page.body)).toEqual([]);
    expect(page.body).toMatch(/Działa\..*Pokazany na ekranie.*Unieważnij/s);
    expect(page.body).not.toContain(address.split('/').at(-1));
  });

  it('shows the cards with three plain actions, without script, and is kept nowhere', async () => {
    const { address } = await arranged();
    const page = await opened(address);
    expect(page).toMatch(
      /Nic się nie zmieniło, potwierdzam.*Zamelduj wolne miejsca.*popraw.*Tej usługi już nie ma/s,
    );
    expect(page).not.toContain('<script');
    const { headers } = await web.get(address);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toMatch(/same-origin|no-referrer/);
  });

  it('changes nothing when a mail program opens it before its reader', async () => {
    const { address, serviceId } = await arranged();
    await put(serviceId, { state: 'to_confirm', confirm_by: '2026-11-01', confirmed_on: '2026-08-01' });
    const before = await seen(serviceId);
    await opened(address);
    await opened(`${address}/${serviceId}/popraw`);
    expect([404, 405]).toContain((await web.get(`${address}/${serviceId}/potwierdzam`)).statusCode);
    expect(await seen(serviceId)).toEqual(before);
  });

  it('confirms, reports, corrects and closes', async () => {
    const { address, serviceId } = await arranged();
    const done = async (path: string, fields: Record<string, string> = {}) => {
      const sent = await web.post(`${address}/${serviceId}/${path}`, fields);
      expect([path, sent.statusCode]).toEqual([path, 303]);
      return await opened(sent.headers['location'] ?? '');
    };
    expect(await done('potwierdzam')).toContain('Dziękujemy. Karta jest potwierdzona');
    expect(await done('miejsca', { status: 'none', until: '1.03.2027' })).toMatch(
      /brak miejsc.*jest ważne do 01\.03\.2027/s,
    );
    const form = fieldsOfForm(
      await opened(`${address}/${serviceId}/popraw`),
      `${address}/${serviceId}/popraw`,
    );
    await web.post(`${address}/${serviceId}/popraw`, { ...form, phone: '62 747 22 22', fee: '10 zł' });
    expect(await seen(serviceId)).toMatchObject({
      phone: '62 747 22 22',
      proposals: [{ changes: { fee: { before: null, after: '10 zł' } } }],
    });
    expect(await done('zamykam', { reason: 'Koniec projektu' })).toContain('Nie ma tu żadnej karty');
    expect(await seen(serviceId)).toMatchObject({ state: 'withdrawn', stateReason: 'Koniec projektu' });
  });

  it('gives a wrong report back with what was typed, on the card it belongs to', async () => {
    const { address, serviceId } = await arranged();
    const sent = await web.post(`${address}/${serviceId}/miejsca`, { status: 'none', until: '1.03.2020' });
    expect(sent.statusCode).toBe(409);
    expect(pageFaults(sent.body)).toEqual([]);
    expect(sent.body).toContain('Ten dzień już minął');
  });

  it.each([
    ['withdrawn', 'potwierdzam', 'nie ma pod tym linkiem|wycofan'],
    ['withdrawn', 'miejsca', 'wycofan|opublikowan'],
    ['suspended', 'potwierdzam', 'zawieszon'],
    ['suspended', 'miejsca', 'opublikowan'],
  ])(
    'a card that is %s meanwhile: "%s" from an old page is answered on the screen',
    async (state, path, words) => {
      const { address, serviceId } = await arranged();
      await opened(address);
      await put(serviceId, { state });
      const sent = await web.post(`${address}/${serviceId}/${path}`, { status: 'none' });
      expect(sent.statusCode).toBe(409);
      expect(pageFaults(sent.body)).toEqual([]);
      const alert = /<div class="notice[^"]*" role="alert">.*?<\/div><\/div>/s.exec(sent.body)?.[0] ?? '';
      expect(alert).toContain('Tego nie zapisano');
      expect(alert).toMatch(new RegExp(words));
    },
  );

  it('a card of another organization is answered on the screen as one that is not there', async () => {
    const { address } = await arranged();
    const other = await arranged();
    const sent = await web.post(`${address}/${other.serviceId}/miejsca`, { status: 'none' });
    expect([sent.statusCode, sent.body.includes('Tej karty nie ma pod tym linkiem')]).toEqual([409, true]);
  });

  it('says clearly what is wrong with a link that does not open, and whom to call, and nothing else', async () => {
    const { address, organizationId, serviceId } = await arranged();
    await house.owner.query(`update card_link set expires_on = '2026-11-15' where organization_id = $1`, [
      organizationId,
    ]);
    for (const [url, words] of [
      [address, 'Ten link już wygasł'],
      [`${address}/${serviceId}/popraw`, 'Ten link już wygasł'],
      [`/jarocin/karta/${newSecret()}`, 'Ten link niczego nie otwiera'],
      [`/inne/karta/${address.split('/').at(-1)}`, 'Ten link niczego nie otwiera'],
    ] as const) {
      const page = await opened(url);
      expect([url, page.includes(words)]).toEqual([url, true]);
      expect(page).not.toMatch(/Teleopieka|Fundacja/);
    }
  });
});

describe('performers on the screen', () => {
  it('are added with checked numbers, and corrected', async () => {
    const wrong = await web.post('/praca/wykonawcy/nowy', { name: 'Firma', nip: '123', krs: '1' }, 'clerk');
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toMatch(/NIP.*KRS/s);
    const sent = await web.post(
      '/praca/wykonawcy/nowy',
      { name: 'Firma Opieka', performerType: 'procurement', nip: '526-000-12-46', krs: '0000012345' },
      'clerk',
    );
    const address = sent.headers['location']?.split('?')[0] ?? '';
    const page = await web.get(address, 'clerk');
    expect(pageFaults(page.body)).toEqual([]);
    expect(page.body).toMatch(/firma \(zamówienie publiczne\).*5260001246/s);
    const form = fieldsOfForm((await web.get(`${address}/popraw`, 'clerk')).body, `${address}/popraw`);
    await web.post(`${address}/popraw`, { ...form, email: 'firma@example.pl' }, 'clerk');
    expect((await web.get(address, 'clerk')).body).toContain('Wyślij link e-mailem');
    const list = await web.get('/praca/wykonawcy', 'clerk');
    expect(pageFaults(list.body)).toEqual([]);
    expect(list.body).toContain('firma@example.pl');
  });

  it('are not for units, coordinators and other centres', async () => {
    const { organizationId } = await arranged();
    for (const role of ['feeder', 'plan_coordinator', 'provider'] as const)
      expect((await web.get('/praca/wykonawcy', role)).statusCode).toBe(403);
    expect((await web.get(`/praca/wykonawcy/${organizationId}`, 'feeder')).statusCode).toBe(403);
  });
});
