import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { openZip, type ZipArchive } from './zip-archive.ts';
import { type ZipFile, zipStream } from './zip-stream.ts';
import { writeZip } from './zip-write.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-zip-stream-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

const contents: Record<string, string[]> = {
  'dane/usługi.csv': ['id,name\r\n', '1,Złota rączka\r\n'.repeat(50_000), '2,koniec\r\n'],
  'pusty.csv': [],
  SHA256SUMS: ['x'],
};

async function* files(): AsyncGenerator<ZipFile> {
  for (const [name, texts] of Object.entries(contents))
    yield await Promise.resolve({ name, content: pieces(...texts) });
}

const file = path.join(folder, 'a.zip');
const written = async (from: AsyncIterable<ZipFile> = files()): Promise<string> => {
  await pipeline(zipStream(from), createWriteStream(file));
  return file;
};

const textOf = async (archive: ZipArchive, name: string): Promise<string | undefined> => {
  const content = archive.read(name);
  if (!content) return undefined;
  const read: Buffer[] = [];
  for await (const piece of content) read.push(piece);
  return Buffer.concat(read).toString();
};

describe('an archive that is written piece by piece', () => {
  it('gives back every file as it was put in, by its name', async () => {
    const archive = await openZip(await written());
    expect(archive.names).toEqual(Object.keys(contents));
    for (const [name, texts] of Object.entries(contents))
      expect(await textOf(archive, name)).toBe(texts.join(''));
    expect(await textOf(archive, 'obcy.csv')).toBeUndefined();
  });

  it('holds no file in memory: a piece is asked for when the one before it was taken', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        asked += 1;
        yield await Promise.resolve(Buffer.from(String(asked % 10).repeat(20_000)));
      }
    }
    const archive = zipStream(
      (async function* () {
        yield await Promise.resolve({ name: 'a', content: endless() });
      })(),
    );
    for (let taken = 0; taken < 3; taken += 1) await archive.next();
    await archive.return(undefined);
    expect(asked).toBeLessThan(1000);
  });

  it('ends with what went wrong with a file, and with no archive', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield await Promise.resolve(Buffer.from('a'));
      throw new Error('the disk is away');
    }
    const one = (async function* () {
      yield await Promise.resolve({ name: 'a', content: broken() });
    })();
    await expect(written(one)).rejects.toThrow('the disk is away');
    await expect(openZip(file)).rejects.toThrow('no archive');
  });

  it('is an archive to other programs', async () => {
    const read = spawnSync('python3', ['-m', 'zipfile', '-t', await written()], { encoding: 'utf8' });
    // Where there is no Python there is nobody to ask.
    expect(read.error !== undefined || read.stdout.includes('Done testing')).toBe(true);
  });
});

describe('an archive on a disk', () => {
  it('is read when another program wrote it, without ZIP64', async () => {
    writeFileSync(file, writeZip([{ name: 'a.csv', content: 'żółw' }]));
    expect(await textOf(await openZip(file), 'a.csv')).toBe('żółw');
  });

  it.each(['', 'PK', 'to nie jest archiwum'.repeat(10)])('is none where it is %j', async (text) => {
    writeFileSync(file, text);
    await expect(openZip(file)).rejects.toThrow('no archive');
  });

  it('gives no content of a file that was damaged', async () => {
    await written();
    const bytes = readFileSync(file);
    bytes.fill(0xff, 60, 120);
    writeFileSync(file, bytes);
    await expect(textOf(await openZip(file), 'dane/usługi.csv')).rejects.toThrow(/invalid|incorrect/);
  });
});
