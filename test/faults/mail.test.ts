import { afterEach, describe, expect, it } from 'vitest';
import { type MailManner, type MailServer, openMailServer } from '../../bench/mail-server.ts';
import { jobHandlers } from '../../src/app/modules.ts';
import { cards } from '../../src/modules/directory/directory.fixture.ts';
import { issueLink } from '../../src/modules/directory/commands/links.ts';
import { viewLink } from '../../src/modules/directory/queries/view-link.ts';
import { newId } from '../../src/platform/ids.ts';
import { type JobHandler, mostTries, startJobs } from '../../src/platform/jobs/jobs.ts';
import { type Mailer, openMailer } from '../../src/platform/mail/mailer.ts';
import { testHouse } from '../support/centre.ts';

/**
 * The mail server is down, slow, or breaks off half-way, and the process dies between sending and noting it down. SMTP
 * knows no "exactly once" (RFC 5321, 4.5.4.1, 6.1): promised is at least once, always as the same message, so that
 * whoever receives it twice can tell, and never twice while the answer of the server was heard.
 */
const house = testHouse();
const { published, organiser, organization } = cards(house);
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await house.owner.query('delete from outbox');
});

const mailServer = async (manner?: MailManner): Promise<MailServer> => {
  const server = await openMailServer(manner);
  open.push(server);
  return server;
};

/** Waits for a server that says nothing as long as is said: only then does a busy machine not look like one. */
const mailerTo = (smtp: string, patience = 20_000): Mailer =>
  openMailer({
    smtp,
    from: 'CUS <cus@example.pl>',
    folder: '/nie/ma',
    home: 'https://okienko.example',
    patience,
  });

/** A letter with a link waits in the outbox. */
async function waitingLetter(): Promise<void> {
  const organizationId = await organization('Fundacja', { email: 'fundacja@example.pl' });
  await published({ organizationId });
  expect(await house.runner.run(issueLink, organiser(), { organizationId, way: 'mail' })).toMatchObject({
    ok: true,
  });
}

/** One process carries out what is due; gives what it complained of. */
async function process(handlers: readonly JobHandler[]): Promise<string[]> {
  const complaints: string[] = [];
  const jobs = startJobs(house.pool, handlers, {
    report: (error) => complaints.push(String(error)),
    timer: false,
  });
  await jobs.drain();
  await jobs.stop();
  return complaints;
}

const later = async (): Promise<void> => {
  await house.owner.query('update outbox set next_try_at = now()');
};

interface Left {
  done: boolean;
  tries: number;
  error: string | null;
  /** Minutes until it is due again. */
  due: number;
}

const left = async (): Promise<Left[]> =>
  (
    await house.owner.query<Left>(
      `select done_at is not null as done, tries, last_error as error,
         round(extract(epoch from next_try_at - now()) / 60)::int as due from outbox order by created_at`,
    )
  ).rows;

describe('a letter that the mail server does not take', () => {
  it.each([
    ['puts off', /451/],
    ['says nothing', /abort|timeout/i],
    ['breaks off', /clos|reset/i],
  ] as const)(
    'because it %s, is not lost: it waits with the reason, and leaves when the server is well',
    async (manner, why) => {
      const server = await mailServer(manner);
      await waitingLetter();
      const patience = manner === 'says nothing' ? 300 : undefined;
      expect((await process(jobHandlers(mailerTo(server.url, patience), house.vault))).join()).toMatch(why);
      expect(await left()).toMatchObject([{ done: false, tries: 1 }]);
      server.manner = 'takes';
      await later();
      expect(await process(jobHandlers(mailerTo(server.url), house.vault))).toEqual([]);
      expect(await left()).toMatchObject([{ done: true, tries: 2, error: null }]);
      expect(new Set(server.messages.map(({ id }) => id)).size).toBe(1);
    },
  );

  it('because it is not there at all, the same', async () => {
    const server = await openMailServer();
    await server.close();
    await waitingLetter();
    expect((await process(jobHandlers(mailerTo(server.url), house.vault))).join()).toContain('ECONNREFUSED');
    expect(await left()).toMatchObject([{ done: false, tries: 1, due: 2 }]);
  });

  it('for a whole weekend is tried every hour and still leaves on Monday; after four days it is left to a person', async () => {
    const server = await mailServer('puts off');
    await waitingLetter();
    await house.owner.query('update outbox set tries = 64');
    await process(jobHandlers(mailerTo(server.url), house.vault));
    expect(await left()).toMatchObject([{ done: false, tries: 65, due: 60 }]);
    await house.owner.query('update outbox set tries = $1, next_try_at = now()', [mostTries]);
    server.manner = 'takes';
    await process(jobHandlers(mailerTo(server.url), house.vault));
    expect(server.messages).toEqual([]);
  });
});

describe('the process dies after the server has taken the letter and before that is written down', () => {
  it('the copy that is sent then is the same message with the same link, and no third one follows', async () => {
    const server = await mailServer();
    const mailer = mailerTo(server.url);
    await waitingLetter();
    const dying: Mailer = {
      ...mailer,
      async send(mail) {
        await mailer.send(mail);
        throw new Error('kill -9');
      },
    };
    await process(jobHandlers(dying, house.vault));
    await later();
    expect(await process(jobHandlers(mailer, house.vault))).toEqual([]);
    await later();
    await process(jobHandlers(mailer, house.vault));
    const [first, second, ...others] = server.messages;
    expect(others).toEqual([]);
    expect(first?.id).toMatch(/^[0-9a-f-]{36}@okienko\.example$/);
    expect(second?.id).toBe(first?.id);
    const withoutDate = (text = ''): string => text.replace(/^Date: .*$/m, '');
    expect(withoutDate(second?.text)).toBe(withoutDate(first?.text));
    const text = (first?.text ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=');
    const secret = /\/karta\/([\w-]{43})/.exec(text)?.[1];
    expect(await house.runner.ask(viewLink, house.centre.as('visitor'), { secret })).toMatchObject({
      value: { state: 'open' },
    });
  });
});

describe('several processes behind one outbox', () => {
  const post = async (kind: string, count: number): Promise<void> => {
    for (let n = 0; n < count; n++)
      await house.owner.query('insert into outbox (centre_id, id, kind, payload) values ($1, $2, $3, $4)', [
        house.centre.id,
        newId(),
        kind,
        { n },
      ]);
  };

  it('carry out each message once, also while each takes its time', async () => {
    await post('try.count', 60);
    const done: unknown[] = [];
    const handler: JobHandler = {
      kind: 'try.count',
      async run(inCentre, { n }) {
        await inCentre(async () => await Promise.resolve());
        done.push(n);
      },
    };
    await Promise.all(Array.from({ length: 4 }, () => process([handler])));
    expect(done.sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });

  it('claim one message at a time, whatever plan the database makes for a long queue', async () => {
    await house.owner.query(
      `insert into outbox (centre_id, id, kind, payload, done_at)
       select $1, gen_random_uuid(), 'try.old', '{}', now() from generate_series(1, 3000)`,
      [house.centre.id],
    );
    await post('try.count', 40);
    await house.owner.query('analyze outbox');
    let open = 0;
    const counted: number[] = [];
    await process([
      {
        kind: 'try.count',
        async run(inCentre) {
          open += 1;
          const { rows } = await house.owner.query<{ n: number }>(
            `select count(*)::int as n from outbox where kind = 'try.count' and tries > 0`,
          );
          await inCentre(async () => await Promise.resolve());
          counted.push((rows[0]?.n ?? 0) - open);
        },
      },
    ]);
    expect(counted).toEqual(Array(40).fill(0));
  });

  it('hold a message only while they work on it: what waits behind it is free for another process', async () => {
    await post('try.slow', 2);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const seen: string[] = [];
    const slow = process([
      { kind: 'try.slow', run: async (_inCentre, _payload, id) => (seen.push(`slow ${id}`), await held) },
    ]);
    await expect.poll(() => seen.length).toBe(1);
    await process([{ kind: 'try.slow', run: (_in, _payload, id) => (seen.push(id), Promise.resolve()) }]);
    release();
    await slow;
    expect(seen).toHaveLength(2);
    expect(seen[0]).not.toContain(seen[1] ?? 'nothing');
  });

  it("do everything else while a stranger's server keeps them waiting", async () => {
    await post('try.remote', 1);
    await post('try.own', 3);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let own = 0;
    const running = process([
      { kind: 'try.remote', remote: true, run: async () => await held },
      { kind: 'try.own', run: () => ((own += 1), Promise.resolve()) },
    ]);
    await expect.poll(() => own).toBe(3);
    release();
    await running;
  });

  it('leave to a newer process what they do not know', async () => {
    await post('try.unknown', 1);
    await process([{ kind: 'try.own', run: () => Promise.resolve() }]);
    expect(await left()).toMatchObject([{ done: false, tries: 0 }]);
  });
});
