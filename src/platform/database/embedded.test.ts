import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { refuseStrange } from './embedded.ts';

const place = mkdtempSync(path.join(os.tmpdir(), 'okienko-strange-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const me = process.getuid?.();
const folder = (name: string, mode: number): string => {
  const made = path.join(place, name);
  mkdirSync(made);
  chmodSync(made, mode);
  return made;
};

describe('what stands ready in the temporary folder before the database starts', () => {
  it('is used when it is ours and closed to others', () => {
    expect(() => refuseStrange(folder('ours', 0o700), [me], 0o077)).not.toThrow();
  });

  it('is refused when somebody else made it, when others may enter it, and when it is a link', () => {
    const link = path.join(place, 'link');
    symlinkSync(folder('aim', 0o700), link);
    expect(() => refuseStrange(folder('another', 0o700), [(me ?? 0) + 1], 0o077)).toThrow(/kogoś innego/);
    expect(() => refuseStrange(folder('open', 0o755), [me], 0o077)).toThrow(/otwarty dla innych/);
    expect(() => refuseStrange(link, [me], 0o077)).toThrow(/kogoś innego/);
  });
});
