import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readZipEntry, zipEntries } from './zip.ts';
import { writeZip } from './zip-write.ts';

const files = [
  { name: 'usługi.csv', content: 'id,name\r\n1,Złota rączka\r\n'.repeat(500) },
  { name: 'empty.csv', content: '' },
  { name: 'datapackage.json', content: Buffer.from('{}') },
];

describe('writing a ZIP archive', () => {
  it('gives back every file as it was put in, by its name', () => {
    const archive = writeZip(files);
    const entries = zipEntries(archive) ?? [];
    expect(entries.map((one) => one.name)).toEqual(['usługi.csv', 'empty.csv', 'datapackage.json']);
    expect(entries.map((one) => readZipEntry(archive, one, 1_000_000)?.toString())).toEqual(
      files.map((one) => one.content.toString()),
    );
    expect(archive.length).toBeLessThan(files[0]?.content.length ?? 0);
  });

  it('gives the same bytes for the same files', () => {
    expect(writeZip(files).equals(writeZip(files))).toBe(true);
  });

  it('gives an archive without files too', () => {
    expect(zipEntries(writeZip([]))).toEqual([]);
  });

  it('is an archive to other programs', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-zip-'));
    const file = path.join(folder, 'a.zip');
    writeFileSync(file, writeZip(files));
    const read = spawnSync('python3', ['-m', 'zipfile', '-t', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true, force: true });
    // Where there is no Python there is nobody to ask.
    expect(read.error !== undefined || read.stdout.includes('Done testing')).toBe(true);
  });
});
