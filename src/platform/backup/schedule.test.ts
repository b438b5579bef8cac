import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { namedKeys, newKey } from '../vault/vault.ts';
import { headerOf } from './file.ts';
import { backupOf, type Backups, type MakeBackup, startBackups } from './schedule.ts';

const house = testHouse();
const folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-schedule-'));
const keys = namedKeys([newKey()]);
const events: string[] = [];

let made = 0;
/** A file in place of a backup: how a real one is made and tried, the first test shows. */
const quick: MakeBackup = async (file) => {
  made += 1;
  await writeFile(file, 'kopia', { flag: 'wx' });
  return { rows: 7, verified: true };
};

const server = (
  plan: { hour?: number | null; folder?: string; keep?: number } = {},
  makeBackup = quick,
): Backups =>
  startBackups(
    { owner: house.owner, makeBackup, clock: house.clock },
    { hour: 2, folder, keep: 2, ...plan },
    (event) => void events.push(event),
  );

interface Run {
  day: string | null;
  verified: boolean;
  error: string | null;
  tries: number;
  removed: boolean;
}

const runs = async (): Promise<Run[]> =>
  (
    await house.owner.query<Run>(
      `select day, verified, error, tries, removed_at is not null as removed from backup_run order by asked_at`,
    )
  ).rows;

afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  made = 0;
  await house.owner.query('truncate backup_run');
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
  // 10:00 in Poland, on a day of winter time.
  house.clock.set('2026-11-16T09:00:00.000Z');
});

describe('backups that a server makes by itself', () => {
  it('are made once a day at their hour in Poland, tried by a restore, and written down', async () => {
    house.clock.set('2026-11-16T00:30:00.000Z');
    await server().run();
    expect(await runs()).toEqual([]);
    house.clock.set('2026-11-16T01:00:00.000Z');
    const real = backupOf(house.address, () => keys);
    await server({}, real).run();
    await server({}, real).run();
    expect(await runs()).toEqual([
      { day: '2026-11-16', verified: true, error: null, tries: 1, removed: false },
    ]);
    const [name = ''] = readdirSync(folder);
    expect((await headerOf(path.join(folder, name), keys)).migrations.length).toBeGreaterThan(13);
  });

  it('are made once by several servers on one database: the lock elects one, the day has one row', async () => {
    await Promise.all([server().run(), server().run(), server().run()]);
    expect(made).toBe(1);
    expect(await runs()).toHaveLength(1);
  });

  it('are made up for during the day when no server ran at the hour', async () => {
    house.clock.set('2026-11-16T18:00:00.000Z');
    await server().run();
    expect(await runs()).toMatchObject([{ day: '2026-11-16', verified: true }]);
  });

  it('are made when asked for, also where none are made by themselves', async () => {
    await house.owner.query(
      `insert into backup_run (id, source, asked_at, next_try_at) values (gen_random_uuid(), 'page', $1, $1)`,
      [house.clock.now()],
    );
    await server({ hour: null }).run();
    expect(await runs()).toMatchObject([{ day: null, verified: true, tries: 1 }]);
  });

  it('stay as many as wanted, the oldest leave, and only after a newer one was proved', async () => {
    for (const day of ['16', '17', '18']) {
      house.clock.set(`2026-11-${day}T09:00:00.000Z`);
      await server().run();
    }
    expect((await runs()).map(({ removed }) => removed)).toEqual([true, false, false]);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('that fail are told, leave no file, and are tried again a quarter of an hour later', async () => {
    const under = path.join(folder, 'plik');
    await writeFile(under, '');
    const plan = { folder: path.join(under, 'kopie') };
    await server(plan).run();
    expect(await runs()).toMatchObject([{ verified: false, error: 'ENOTDIR', tries: 1 }]);
    expect(events).toContain('backup.failed');
    rmSync(under);
    await server().run();
    expect(await runs()).toMatchObject([{ tries: 1 }]);
    house.clock.set('2026-11-16T09:16:00.000Z');
    await server().run();
    expect(await runs()).toMatchObject([{ verified: true, error: null, tries: 2 }]);
  });

  it('of a server that was killed in the middle are begun again by the next', async () => {
    await house.owner.query(
      `insert into backup_run (id, day, source, asked_at, began_at, tries, next_try_at)
       values (gen_random_uuid(), '2026-11-16', 'schedule', $1, $1, 1, $1)`,
      ['2026-11-16T08:00:00.000Z'],
    );
    await server().run();
    expect(await runs()).toMatchObject([{ verified: true, tries: 2 }]);
  });
});
