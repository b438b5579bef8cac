import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/platform/ids.ts';
import { arrangeCases, arrangeCentre, openFolder, scratchFolder } from '../house.ts';
import { startOkienko } from '../processes.ts';

export interface DiskReport {
  /** Notes acknowledged before, during and after. */
  acknowledged: number;
  /** Answers of 503 while the disk was full. */
  refused: number;
  /** Milliseconds from the moment when there was room again to the first note that was taken. */
  backAfterMs: number;
}

/** A small disk of its own in memory; undefined where this account may mount nothing. */
function smallDisk(folder: string, megabytes: number): (() => void) | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    return undefined;
  }
  return () => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
}

/** Takes all the room that is left, but for some bytes. */
function fill(folder: string): () => void {
  const ballast = path.join(folder, 'ballast');
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 64 * 1024)));
  } catch (error) {
    // The database was quicker: full is full.
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
  return () => rmSync(ballast);
}

/**
 * Fills the disk under the database while notes are written: each is acknowledged and kept, or refused as "not now";
 * when there is room again, they are taken again without anybody's help. @throws when an acknowledged note is lost
 */
export async function fullDisk(): Promise<DiskReport | undefined> {
  const { folder, remove } = scratchFolder();
  const unmount = smallDisk(folder, 320);
  if (!unmount) {
    remove();
    return undefined;
  }
  try {
    const arranging = await openFolder(folder);
    const house = await arrangeCases(arranging.owner, await arrangeCentre(arranging.owner, 1), 2);
    await arranging.close();
    const server = await startOkienko(folder);
    const kept: string[] = [];
    let refused = 0;
    let size = 200;
    const note = async (): Promise<boolean> => {
      const key = newId();
      const words = `pomiar ${key} ${'x'.repeat(size)}`;
      const response = await fetch(`${server.url}/api/commands/casework.add-note`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key,
          cookie: house.workers[0]?.cookie ?? '',
        },
        body: JSON.stringify({ caseId: house.caseIds[0], kind: 'call', body: words }),
      }).catch(() => undefined);
      const said = await response?.text();
      assert.ok(
        response === undefined || [200, 503].includes(response.status),
        `${response?.status} ${said}`,
      );
      if (response?.status === 200) kept.push(key);
      else refused += 1;
      return response?.status === 200;
    };
    try {
      for (let n = 0; n < 50; n++) assert.ok(await note(), 'there is room at first');
      const free = fill(folder);
      size = 3_000;
      // Room that the database had taken before is used up first.
      for (let n = 0; n < 20_000 && refused < 50; n++) await note();
      assert.ok(refused > 0, 'the disk did not fill');
      free();
      const began = performance.now();
      while (!(await note())) {
        assert.ok(performance.now() - began < 120_000, 'two minutes are too long');
        await pause(50);
      }
      const backAfterMs = Math.round(performance.now() - began);
      const database = await openFolder(folder);
      const { rows } = await database.owner.query<{ key: string }>(
        `select split_part(body, ' ', 2) as key from note where body like 'pomiar %'`,
      );
      const broken = await database.owner.query('select app.audit_first_broken($1) as seq', [house.centreId]);
      await database.close();
      const there = new Set(rows.map(({ key }) => key));
      assert.deepEqual(
        kept.filter((key) => !there.has(key)),
        [],
      );
      assert.equal(rows.length, there.size);
      assert.deepEqual(broken.rows, [{ seq: null }]);
      return { acknowledged: kept.length, refused, backAfterMs };
    } finally {
      await server.stop();
    }
  } finally {
    unmount();
    remove();
  }
}
