import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { roles } from '../src/platform/actor.ts';
import { hiddenAddress, visibilityScene } from './support/visibility-scene.ts';

/**
 * Every page, form, file and answer of the API is asked for as every role in visibility.test.ts and
 * visibility-pages.test.ts, and none may hold the address that this scene hides. Here: what is found by words, what leaves
 * by another way, and what is written down.
 */
const scene = visibilityScene();
const { house } = scene;

let written = '';
beforeAll(() => {
  for (const output of [process.stdout, process.stderr]) {
    const write = output.write.bind(output);
    vi.spyOn(output, 'write').mockImplementation((text) => {
      written += String(text);
      return write(text);
    });
  }
});
afterAll(() => vi.restoreAllMocks());

const surnames = /Chroniona|Ukryta|Zaslonieta/;

describe('a hidden address stays hidden (art. 50(2))', () => {
  it.each(['Tajemna', 'Tajemna 777', 'Skrytkowo', 'Chroniona Tajemna', 'Halina Skrytkowo'])(
    'whoever looks for "%s" finds neither the address nor by it the person',
    async (q) => {
      for (const role of roles) {
        const query = new URLSearchParams({ q }).toString();
        const { body } = await scene.send({ url: `/api/queries/people.search?${query}` }, role);
        const { people = [] } = JSON.parse(body) as { people?: { familyName: string; fit: string }[] };
        expect([role, hiddenAddress.test(body)]).toEqual([role, false]);
        const found = people.filter(({ familyName }) => surnames.test(familyName));
        expect([role, found.filter(({ fit }) => fit !== 'partial')]).toEqual([role, []]);
      }
    },
  );

  it('a search by the name says that it is hidden, and no more', async () => {
    const { body } = await scene.send({ url: '/api/queries/people.search?q=Chroniona' }, 'clerk');
    expect(body).toMatch(/"shielded":true/);
    expect(body).not.toMatch(hiddenAddress);
  });

  it('who writes somebody down at that address is not told who lives there', async () => {
    const query = new URLSearchParams({
      givenName: 'Jan',
      familyName: 'Nowy',
      locality: 'Skrytkowo',
      street: 'Tajemna',
      houseNumber: '777',
    }).toString();
    const { body, statusCode } = await scene.send(
      { url: `/api/queries/people.find-duplicates?${query}` },
      'clerk',
    );
    expect(statusCode).toBe(200);
    expect(body).not.toMatch(surnames);
  });

  it('no calendar tells it', async () => {
    for (const role of roles.filter((one) => one !== 'visitor')) {
      const secret = randomBytes(24).toString('base64url');
      await house.owner.query('update account set feed_secret = $2 where id = $1', [
        scene.actorOf(role).accountId,
        createHash('sha256').update(secret).digest('hex'),
      ]);
      const feed = await scene.send({ url: `/jarocin/kalendarz/${secret}.ics` }, 'visitor');
      expect(feed.body).toContain('BEGIN:VCALENDAR');
      expect(feed.body).not.toMatch(hiddenAddress);
      expect(feed.body).not.toMatch(surnames);
    }
  });

  it('no letter, message, deadline or line of the journal holds it', async () => {
    for (const table of ['document', 'outbox', 'deadline', 'appointment', 'audit_entry', 'command_receipt']) {
      const { rows } = await house.owner.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${table} t`,
      );
      expect([table, rows.filter(({ row }) => hiddenAddress.test(row))]).toEqual([table, []]);
    }
  });

  it('nor does anything that the server wrote to its log', () => {
    expect(written).not.toMatch(hiddenAddress);
  });
});
