import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectRoot } from '../root.ts';
import type { Coverage } from './printable.ts';
import { woffToSfnt } from './woff.ts';

const styles = ['normal', 'semibold', 'bold'] as const;

/** The letter's family as sfnt files, one per weight, and the code points that all of them draw. */
export function letterFonts(): { readonly files: readonly Buffer[]; readonly covers: Coverage } {
  const require = createRequire(path.join(projectRoot, 'package.json'));
  const folder = path.join(path.dirname(require.resolve('lato-font/package.json')), 'fonts');
  const files = styles.map((style) =>
    woffToSfnt(readFileSync(path.join(folder, `lato-${style}`, `lato-${style}.woff`))),
  );
  const sets = files.map(codePoints);
  return { files, covers: (codePoint) => sets.every((set) => set.has(codePoint)) };
}

/** Code points mapped by a font's `cmap` table, subtable formats 4 and 12 (OpenType 1.9, cmap). */
export function codePoints(sfnt: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  const cmap = tableAt(sfnt, 'cmap');
  for (let index = 0; index < sfnt.readUInt16BE(cmap + 2); index += 1) {
    const subtable = cmap + sfnt.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = sfnt.readUInt16BE(subtable);
    if (format === 4) readSegments(sfnt, subtable, found);
    if (format === 12) readGroups(sfnt, subtable, found);
  }
  return found;
}

function tableAt(sfnt: Buffer, tag: string): number {
  const count = sfnt.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16;
    if (sfnt.toString('latin1', entry, entry + 4) === tag) return sfnt.readUInt32BE(entry + 8);
  }
  throw new RangeError(`Font without a ${tag} table`);
}

function readSegments(sfnt: Buffer, at: number, found: Set<number>): void {
  const twice = sfnt.readUInt16BE(at + 6);
  for (let segment = 0; segment < twice; segment += 2) {
    const end = sfnt.readUInt16BE(at + 14 + segment);
    const start = sfnt.readUInt16BE(at + 16 + twice + segment);
    const delta = sfnt.readUInt16BE(at + 16 + twice * 2 + segment);
    const offsetAt = at + 16 + twice * 3 + segment;
    const offset = sfnt.readUInt16BE(offsetAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const raw = offset === 0 ? code : sfnt.readUInt16BE(offsetAt + offset + (code - start) * 2);
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) found.add(code);
    }
  }
}

function readGroups(sfnt: Buffer, at: number, found: Set<number>): void {
  for (let index = 0; index < sfnt.readUInt32BE(at + 12); index += 1) {
    const group = at + 16 + index * 12;
    for (let code = sfnt.readUInt32BE(group); code <= sfnt.readUInt32BE(group + 4); code += 1)
      found.add(code);
  }
}
