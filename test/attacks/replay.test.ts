import { describe, expect, it } from 'vitest';
import { issueLink, revokeLink } from '../../src/modules/directory/commands/links.ts';
import { confirmByLink } from '../../src/modules/directory/commands/link-steps.ts';
import { cards } from '../../src/modules/directory/directory.fixture.ts';
import { newId } from '../../src/platform/ids.ts';
import { gminas, testHouse } from '../support/centre.ts';
import { at } from '../support/outcome.ts';
import { testWeb } from '../support/web.ts';

/**
 * What was once good is sent again: by somebody else, elsewhere, or after its end. Sign-in answers, recovery codes and
 * passkeys are replayed where they are made (modules/access).
 */
const house = testHouse();
const web = testWeb(house);
const { published, organiser, organization } = cards(house);

const report = { channel: 'phone', gmina: gminas.town, needs: [{ words: 'Opieka' }] };
const take = async (who: 'clerk' | 'director', once: string, payload: object = report) =>
  await web.send(
    {
      method: 'POST',
      url: '/api/commands/casework.take-report',
      headers: { 'content-type': 'application/json', 'idempotency-key': once },
      payload: JSON.stringify(payload),
    },
    who,
  );

const count = async (table: string): Promise<number> =>
  (await house.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? 0;

describe('the key of a submission', () => {
  it('sent again gives the first result and does nothing, also with other content', async () => {
    const once = newId();
    const first = (await take('clerk', once)).json();
    const before = await count('case_file');
    expect((await take('clerk', once)).json()).toEqual(first);
    expect((await take('clerk', once, { ...report, needs: [{ words: 'Coś innego' }] })).json()).toEqual(
      first,
    );
    expect(await count('case_file')).toBe(before);
  });

  it("of another account gives nothing of that account's result", async () => {
    const once = newId();
    const first = (await take('clerk', once)).body;
    const { caseId }: { caseId: string } = JSON.parse(first).result;
    const thief = await take('director', once);
    expect(thief.body).not.toContain(caseId);
    expect([403, 409]).toContain(thief.statusCode);
  });

  it('of another command is not that command’s result', async () => {
    const once = newId();
    const { result }: { result: { caseId: string } } = (await take('clerk', once)).json();
    const note = await web.send(
      {
        method: 'POST',
        url: '/api/commands/casework.add-note',
        headers: { 'content-type': 'application/json', 'idempotency-key': once },
        payload: JSON.stringify({ caseId: result.caseId, kind: 'call', body: 'x' }),
      },
      'clerk',
    );
    expect(note.json()).toMatchObject({ code: 'input.once-used' });
  });
});

describe('the link of an organization', () => {
  it('opens nothing when it was revoked, when its day is over, and in another centre', async () => {
    const organizationId = await organization('Fundacja', { email: 'a@example.pl' });
    const serviceId = await published({ organizationId });
    const link = async (): Promise<{ secret: string; linkId: string }> => {
      const issued = await house.runner.run(issueLink, organiser(), { organizationId, way: 'screen' });
      if (!issued.ok || issued.value.secret === null) throw new Error('no link');
      return { secret: issued.value.secret, linkId: issued.value.linkId };
    };
    const use = async (secret: string, actor = house.centre.as('visitor')) =>
      at(await house.runner.run(confirmByLink, actor, { secret, serviceId }));
    const [revoked, later] = [await link(), await link()];
    expect(await use(revoked.secret, house.other.as('visitor'))).toBe('directory.link-unknown');
    await house.runner.run(revokeLink, organiser(), { linkId: revoked.linkId });
    expect(await use(revoked.secret)).toBe('directory.link-revoked');
    expect(await use(later.secret)).toBe('done');
    house.clock.set('2027-03-01T09:00:00.000Z');
    expect(await use(later.secret)).toBe('directory.link-expired');
    house.clock.set('2026-11-16T09:00:00.000Z');
  });
});

describe('the address of a calendar', () => {
  it('that was renewed opens nothing', async () => {
    const renew = async (): Promise<string> => {
      const sent = { method: 'POST' as const, url: '/api/commands/agenda.renew-feed', payload: {} };
      const { result }: { result: { secret: string } } = (await web.send(sent, 'clerk')).json();
      return `/jarocin/kalendarz/${result.secret}.ics`;
    };
    const first = await renew();
    expect((await web.get(first)).statusCode).toBe(200);
    const second = await renew();
    expect([(await web.get(first)).statusCode, (await web.get(second)).statusCode]).toEqual([404, 200]);
    expect((await web.get(second.replace('/jarocin/', '/inne/'))).statusCode).toBe(404);
  });
});

describe('words that were sealed into an address', () => {
  it('open for the account that typed them, and for nobody else', async () => {
    const sent = await web.post('/praca/szukaj', { q: '44051401359' }, 'clerk');
    const address = String(sent.headers.location);
    expect(address).not.toContain('44051401359');
    expect((await web.get(address, 'clerk')).body).toContain('44051401359');
    expect((await web.get(address, 'assistance_organiser')).body).not.toContain('44051401359');
    const changed = address.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect((await web.get(changed, 'clerk')).body).not.toContain('44051401359');
  });
});

describe('a session', () => {
  it('that was ended opens nothing when its cookie is sent again', async () => {
    const worker = await house.centre.account('clerk');
    const entered = await web.post('/jarocin/logowanie/osoba', { accountId: worker.accountId });
    const cookie = `okienko=${entered.cookies.find(({ name }) => name === 'okienko')?.value ?? ''}`;
    const look = async () => (await web.send({ url: '/praca', headers: { cookie } })).statusCode;
    expect(await look()).toBe(200);
    await web.send({ method: 'POST', url: '/wyloguj', headers: { cookie } });
    expect(await look()).toBe(303);
    const api = await web.send({
      method: 'POST',
      url: '/api/commands/agenda.renew-feed',
      headers: { cookie },
      payload: {},
    });
    expect(api.statusCode).toBe(401);
  });
});
