import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { rolesAdmitted } from '../../../test/support/roles.ts';
import { readerFor } from '../../platform/database/tenant.ts';
import { systemActor } from '../../platform/jobs/daily.ts';
import { startJobs } from '../../platform/jobs/jobs.ts';
import type { Mail, SentAs } from '../../platform/mail/mailer.ts';
import { askOwner } from './commands/ask-owner.ts';
import { decideProposal } from './commands/decide-proposal.ts';
import { askingOf, fadeServices } from './commands/fade-services.ts';
import { issueLink, revokeLink } from './commands/links.ts';
import { listLinks } from './db/links.ts';
import { cards, lastAudit } from './directory.fixture.ts';
import { linkState, secretHash } from './domain/link.ts';
import { correctByLink } from './commands/correct-by-link.ts';
import { closeByLink, confirmAllByLink, confirmByLink, reportByLink } from './commands/link-steps.ts';
import { sendLinkJob } from './commands/send-link.ts';
import { viewLink } from './queries/view-link.ts';

const house = testHouse();
const { published, organiser, organization, put, seen } = cards(house);
const visitor = () => house.centre.as('visitor');

/** An organization with one published card and a link to it, shown on the screen. */
async function linked(name = 'Fundacja') {
  const organizationId = await organization(name, { email: 'fundacja@example.pl' });
  const serviceId = await published({ organizationId });
  const outcome = await house.runner.run(issueLink, organiser(), { organizationId, way: 'screen' });
  if (!outcome.ok || outcome.value.secret === null) throw new Error('no link');
  return { ...outcome.value, serviceId, secret: outcome.value.secret };
}

const byLink = { confirmByLink, reportByLink, correctByLink, closeByLink };
const more = { status: 'none', phone: '62 000 00 00' };

const linksOf = async (organizationId: string) =>
  await listLinks(readerFor(house.pool, house.centre.id), house.centre.id, organizationId);

describe('a link for an organization without an account', () => {
  it('is shown once, works 30 days, and only its hash is kept', async () => {
    const { organizationId, secret, expiresOn } = await linked();
    expect(expiresOn).toBe('2026-12-16');
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const tables = await house.owner.query<{ everything: string }>(
      `select (select string_agg(l::text, '') from card_link l) || (select string_agg(o::text, '') from command_receipt o)
         || (select string_agg(a::text, '') from audit_entry a) as everything`,
    );
    expect(tables.rows[0]?.everything ?? '').not.toContain(secret);
    expect(await linksOf(organizationId)).toMatchObject([{ sentAs: 'screen', uses: 0, revoked: false }]);
  });

  it('is given by the director, the organiser and the front desk, of this centre', async () => {
    const organizationId = await organization('Stowarzyszenie');
    const issue = async (actor = organiser()) =>
      at(await house.runner.run(issueLink, actor, { organizationId, way: 'screen' }));
    const roles = ['director', 'service_organiser', 'clerk'];
    expect(await rolesAdmitted(async (role) => await issue(house.centre.as(role)))).toEqual(roles);
    expect(await issue(house.other.as('director'))).toBe('not_found');
    const [link] = await linksOf(organizationId);
    const revoke = async (actor = organiser()) =>
      at(await house.runner.run(revokeLink, actor, { linkId: link?.id }));
    expect(await revoke(house.centre.as('feeder'))).toBe('forbidden');
    expect(await revoke(house.other.as('director'))).toBe('not_found');
    expect(await revoke()).toBe('done');
    expect(await revoke()).toBe('directory.link-revoked');
  });

  it('opens the cards of its organization and no others; looking changes nothing', async () => {
    const { secret, serviceId } = await linked();
    await linked('Inna fundacja');
    const before = await seen(serviceId);
    const look = async () => await house.runner.ask(viewLink, visitor(), { secret });
    expect(await look()).toMatchObject({
      ok: true,
      value: { state: 'open', organization: 'Fundacja', cards: [{ id: serviceId }] },
    });
    await look();
    expect(await seen(serviceId)).toEqual(before);
  });

  it.each([
    ['after its date', 'expired', async (id: string) => await setLink(id, `expires_on = '2026-11-15'`)],
    ['when it was revoked', 'revoked', async (id: string) => await setLink(id, 'revoked_at = now()')],
    ['when it was guessed', 'unknown', async (id: string) => await setLink(id, `token_hash = '\\x00'`)],
  ])('%s says so, shows nothing and changes nothing', async (_title, state, spoil) => {
    const { secret, serviceId, linkId } = await linked();
    await spoil(linkId);
    expect(await house.runner.ask(viewLink, visitor(), { secret })).toEqual({
      ok: true,
      value: { state, organization: null, expiresOn: null, cards: [] },
    });
    const before = await seen(serviceId);
    for (const command of Object.values(byLink))
      expect(
        at(
          await house.runner.run<never, never, never, unknown>(command as never, visitor(), {
            secret,
            serviceId,
            ...more,
          }),
        ),
      ).toBe(`directory.link-${state}`);
    expect(await seen(serviceId)).toEqual(before);
  });

  it("does not reach another organization's card, nor another centre", async () => {
    const { secret } = await linked();
    const { serviceId } = await linked('Druga');
    for (const command of Object.values(byLink)) {
      const run = async (actor = visitor()) =>
        at(
          await house.runner.run<never, never, never, unknown>(command as never, actor, {
            secret,
            serviceId,
            ...more,
          }),
        );
      expect(await run()).toBe('directory.link-card');
      expect(await run(house.other.as('visitor'))).toBe('directory.link-unknown');
    }
  });
});

const setLink = async (id: string, change: string): Promise<void> => {
  await house.owner.query(`update card_link set ${change} where id = $1`, [id]);
};

describe('what an organization does by its link', () => {
  it('confirms, as often as it likes, and each use is written down as that link', async () => {
    const { secret, serviceId, linkId, organizationId } = await linked();
    await put(serviceId, { state: 'to_confirm', confirmed_on: '2026-05-01', confirm_by: '2026-07-30' });
    const again = async () => at(await house.runner.run(confirmByLink, visitor(), { secret, serviceId }));
    expect([await again(), await again()]).toEqual(['done', 'done']);
    expect(await seen(serviceId)).toMatchObject({ state: 'published', confirmedOn: '2026-11-16' });
    expect(await lastAudit(house, 'directory.confirm-by-link')).toMatchObject({
      linkId,
      organizationId,
      serviceId,
    });
    expect(await linksOf(organizationId)).toMatchObject([{ uses: 2 }]);
  });

  it('confirms all its cards at once, only its own, and only those that residents see', async () => {
    const { secret, serviceId, organizationId } = await linked('Wiele kart');
    const [second, draft, foreign] = [
      await published({ organizationId }),
      await published({ organizationId }),
      await published(),
    ];
    await put(second, { state: 'to_confirm' });
    await put(draft, { state: 'draft' });
    for (const id of [serviceId, second, draft, foreign]) await put(id, { confirmed_on: '2026-01-01' });
    const run = async (actor = visitor(), sent = secret) =>
      await house.runner.run(confirmAllByLink, actor, { secret: sent });
    expect(await run()).toMatchObject({ ok: true, value: { confirmed: 2 } });
    const days = await Promise.all(
      [serviceId, second, draft, foreign].map(async (id) => (await seen(id))?.confirmedOn),
    );
    expect(days).toEqual(['2026-11-16', '2026-11-16', '2026-01-01', '2026-01-01']);
    expect(at(await run(house.other.as('visitor')))).toBe('directory.link-unknown');
    expect(at(await run(visitor(), 'x'.repeat(43)))).toBe('directory.link-unknown');
  });

  it('reports "no free places until March"', async () => {
    const { secret, serviceId } = await linked();
    const report = { secret, serviceId, status: 'none', until: '1.03.2027' };
    expect(at(await house.runner.run(reportByLink, visitor(), report))).toBe('done');
    expect((await seen(serviceId))?.capacity).toMatchObject({
      status: 'none',
      on: '2026-11-16',
      until: '2027-03-01',
    });
    expect(at(await house.runner.run(reportByLink, visitor(), { ...report, until: '1.03.2026' }))).toBe(
      'directory.until-past',
    );
  });

  it('corrects contact, place and hours at once, and proposes what residents rely on', async () => {
    const { secret, serviceId } = await linked();
    const outcome = await house.runner.run(correctByLink, visitor(), {
      secret,
      serviceId,
      phone: '62 747 11 11',
      hours: 'pn 8-12',
      description: 'Przycisk, którym wzywa się pomoc.',
      fee: '20 zł za miesiąc',
      words: 'Od grudnia nowe zasady.',
    });
    expect(outcome).toMatchObject({ ok: true, value: { proposed: true } });
    const card = await seen(serviceId);
    expect(card).toMatchObject({
      name: 'Teleopieka',
      phone: '62 747 11 11',
      hours: 'pn 8-12',
      fee: null,
      proposals: [
        { changes: { fee: { before: null, after: '20 zł za miesiąc' } }, words: 'Od grudnia nowe zasady.' },
      ],
    });
    const proposalId = card?.proposals[0]?.id;
    await house.runner.run(decideProposal, organiser(), { proposalId, decision: 'accept' });
    expect(await seen(serviceId)).toMatchObject({ fee: '20 zł za miesiąc', proposals: [] });
  });

  it('proposes nothing when nothing of that kind changes', async () => {
    const { secret, serviceId } = await linked();
    const same = { secret, serviceId, description: 'Przycisk, którym wzywa się pomoc.', hours: 'rano' };
    expect(await house.runner.run(correctByLink, visitor(), same)).toMatchObject({
      ok: true,
      value: { proposed: false },
    });
  });

  it('closes its card; what is closed is not under the link any more', async () => {
    const { secret, serviceId } = await linked();
    expect(at(await house.runner.run(closeByLink, visitor(), { secret, serviceId }))).toBe('done');
    expect(await seen(serviceId)).toMatchObject({ state: 'withdrawn' });
    expect(at(await house.runner.run(closeByLink, visitor(), { secret, serviceId }))).toBe(
      'directory.not-withdrawn',
    );
    expect(await house.runner.ask(viewLink, visitor(), { secret })).toMatchObject({ value: { cards: [] } });
  });
});

/** Carries the outbox out with a mailer that keeps what it is given. */
async function carriedOut(sentAs: SentAs = 'mail', fails = false): Promise<Mail[]> {
  const sent: Mail[] = [];
  const mailer = {
    home: 'https://okienko.example',
    send: async (mail: Mail) => {
      if (fails) throw new Error('550');
      sent.push(mail);
      return await Promise.resolve(sentAs);
    },
  };
  const jobs = startJobs(house.pool, [sendLinkJob(mailer, house.vault)], {
    report: () => undefined,
    timer: false,
  });
  await jobs.drain();
  await jobs.stop();
  return sent;
}

describe('asking the owner of a card', () => {
  it('writes to the organization with a working link, and says how the message left', async () => {
    const { serviceId, organizationId } = await linked();
    expect(at(await house.runner.run(askOwner, organiser(), { serviceId }))).toBe('done');
    expect(await seen(serviceId)).toMatchObject({ askedOn: '2026-11-16' });
    const [mail] = await carriedOut();
    expect(mail).toMatchObject({ to: 'fundacja@example.pl' });
    expect(mail?.subject).not.toMatch(/Fundacja|fundacja/);
    const secret = /https:\/\/okienko\.example\/jarocin\/karta\/([\w-]+)/.exec(mail?.text ?? '')?.[1];
    expect(await house.runner.ask(viewLink, visitor(), { secret })).toMatchObject({
      value: { state: 'open', organization: 'Fundacja' },
    });
    const [newest] = await linksOf(organizationId);
    expect(newest).toMatchObject({ sentAs: 'mail', sentAt: expect.any(String) });
    expect(await carriedOut()).toEqual([]);
  });

  it('keeps its secret, sealed, when it must be sent again: a first message that did leave opens the same', async () => {
    const { serviceId, organizationId } = await linked();
    await house.runner.run(askOwner, organiser(), { serviceId });
    await carriedOut('mail', true);
    const hash = async () =>
      (
        await house.owner.query<{ token_hash: Buffer }>(
          `select token_hash from card_link where organization_id = $1 and sent_as is null`,
          [organizationId],
        )
      ).rows[0]?.token_hash.toString('hex');
    const first = await hash();
    await house.owner.query('update outbox set next_try_at = now()');
    const [mail] = await carriedOut();
    const secret = /karta\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(secretHash(secret).toString('hex')).toBe(first);
    const { rows } = await house.owner.query<{ payload: object }>(
      `select payload from outbox where kind = 'directory.send-link'`,
    );
    expect(JSON.stringify(rows)).not.toContain('sealed');
  });

  it('is refused without an address, for a card nobody sees, by role and across centres', async () => {
    const serviceId = await published({ organizationId: await organization('Bez adresu') });
    const ask = async (actor = organiser()) => at(await house.runner.run(askOwner, actor, { serviceId }));
    expect(await ask()).toBe('directory.no-address');
    await put(serviceId, { state: 'draft' });
    expect(await ask()).toBe('directory.not-published');
    expect(await ask(house.centre.as('feeder'))).toBe('forbidden');
    expect(await ask(house.other.as('director'))).toBe('not_found');
  });
});

describe('directory.fade-services, once a day', () => {
  const round = async () => await house.runner.run(fadeServices, systemActor(house.centre.id), {});

  it('marks what nobody confirmed in time, from the day after its date, and writes to its owner once in 14 days', async () => {
    await house.owner.query(`update service set state = 'withdrawn'`);
    const { serviceId } = await linked('Klub');
    const fresh = await published();
    await put(serviceId, { confirm_by: '2026-11-15' });
    await put(fresh, { confirm_by: '2026-11-16' });
    await carriedOut();
    expect(await round()).toMatchObject({ ok: true, value: { faded: 1, asked: 1 } });
    expect(await seen(serviceId)).toMatchObject({ state: 'to_confirm', askedOn: '2026-11-16' });
    expect(await seen(fresh)).toMatchObject({ state: 'published' });
    expect(await carriedOut()).toMatchObject([{ to: 'fundacja@example.pl' }]);
    expect(await round()).toMatchObject({ value: { faded: 0, asked: 0 } });
  });

  it('asks again after 14 days, and nobody without an address', () => {
    const card = { id: 'a', state: 'to_confirm', ownerId: 'o', email: 'a@b.pl' };
    const asked = (askedOn: string | null, more: object = {}) =>
      askingOf([{ ...card, askedOn, ...more }], '2026-11-16').length;
    expect([asked(null), asked('2026-11-02'), asked('2026-11-03')]).toEqual([1, 1, 0]);
    expect([asked(null, { email: null }), asked(null, { ownerId: null })]).toEqual([0, 0]);
  });

  it('sends one message for all cards of one organization', () => {
    const card = { state: 'published', ownerId: 'o', email: 'a@b.pl', askedOn: null };
    expect(
      askingOf(
        [
          { id: 'a', ...card },
          { id: 'b', ...card },
        ],
        '2026-11-16',
      ),
    ).toMatchObject([{ serviceIds: ['a', 'b'] }]);
  });

  it('is nobody’s to run but the system’s', async () => {
    const admitted = await rolesAdmitted(async (role) =>
      at(await house.runner.run(fadeServices, house.centre.as(role), {})),
    );
    expect(admitted).toEqual([]);
  });
});

describe('the state of a link', () => {
  it('is open on its last day and no longer', () => {
    const link = { expiresOn: '2026-11-16', revoked: false };
    expect(linkState(link, '2026-11-16')).toBe('open');
    expect(linkState(link, '2026-11-17')).toBe('expired');
    expect(linkState({ ...link, revoked: true }, '2026-11-16')).toBe('revoked');
  });
});
