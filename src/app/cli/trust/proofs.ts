import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../../platform/root.ts';

const measured = z.object({
  measuredOn: z.iso.date(),
  commit: z.string().optional(),
  command: z.string(),
  figures: z.array(z.object({ what: z.string(), value: z.string(), holds: z.boolean().optional() })).min(1),
});

/** Figures of a long run, kept as they came out (docs/proofs/README.md). */
export type Measured = z.output<typeof measured>;

/** What was measured, or undefined where nobody has measured it. */
export function readProof(name: string): Measured | undefined {
  const file = path.join(projectRoot, 'docs/proofs', `${name}.json`);
  return existsSync(file) ? measured.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

export interface TestFile {
  file: string;
  titles: string[];
}

const title =
  /\b(?:it|test)(?:\.each\((?:[^()]|\([^()]*\))*\))?\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`([^`]*)`)/g;
// A table of cases ends with its own bracket, and the title follows.
const afterTable = /^\s*\]\)\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/gm;

/** The titles of the tests in a file, in the order in which they stand. */
export function titlesIn(text: string): string[] {
  const found = [...text.matchAll(title), ...text.matchAll(afterTable)].sort(
    (one, other) => one.index - other.index,
  );
  return [
    ...new Set(
      found.map(([, single, double, tick]) => (single ?? double ?? tick ?? '').replaceAll("\\'", "'")),
    ),
  ];
}

/** The tests of the files that fit a pattern, file by file. */
export const testsOf = (pattern: string): TestFile[] =>
  globSync(pattern, { cwd: projectRoot })
    .sort()
    .map((file) => ({ file, titles: titlesIn(readFileSync(path.join(projectRoot, file), 'utf8')) }));

/** The tables that hold rows of a centre, by the migration that made them: each calls `app.tenant_table`. */
export const tenantTables = (): { migration: string; tables: string[] }[] =>
  globSync('db/migrations/*.sql', { cwd: projectRoot })
    .sort()
    .map((file) => ({
      migration: path.basename(file),
      tables: [
        ...readFileSync(path.join(projectRoot, file), 'utf8').matchAll(/call app\.tenant_table\('(\w+)'/g),
      ].map(([, table = '']) => table),
    }))
    .filter(({ tables }) => tables.length > 0);

/** Versions whose data are kept and brought forward by every later program. */
export const keptReleases = (): string[] =>
  globSync('test/releases/*.kopia', { cwd: projectRoot })
    .map((file) => path.basename(file, '.kopia'))
    .sort();
