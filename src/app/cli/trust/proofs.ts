import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../platform/root.ts';

/** A test by its title and the title of its group. */
export interface Titled {
  group: string;
  title: string;
}

export interface TestFile {
  file: string;
  tests: Titled[];
}

const words = /\(?\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1,/;
const call = /^\s*(it|test|describe)\b(?:.*?\)\()?/;
const tableEnd = /^\s*\](?: as const)?\)\(/;

/**
 * The titles of the tests in a file, in the order in which they stand, each behind the title of its group. The form of the
 * sources (biome) is what this relies on: a title stands on the line of its call, or alone on the next.
 */
export function titlesIn(text: string): Titled[] {
  const lines = text.split('\n');
  const titles = new Map<string, Titled>();
  let group = '';
  let table: string | undefined;
  for (const [at, line] of lines.entries()) {
    const kind = call.exec(line)?.[1] ?? (tableEnd.test(line) ? table : undefined);
    if (kind === undefined) continue;
    // A call whose table of cases goes on says its title where the table ends.
    if (/\(\[$|\($/.test(line.trimEnd()) && !line.trimEnd().endsWith(')(')) table = kind;
    const last =
      line.lastIndexOf(")('") >= 0 ? line.slice(line.lastIndexOf(")('") + 1) : line.replace(call, '(');
    const here = words.exec(tableEnd.test(line) ? line.replace(tableEnd, '(') : last);
    const found =
      here ??
      (line.trimEnd().endsWith('(')
        ? /^\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1,$/.exec(lines[at + 1] ?? '')
        : null);
    const title = found?.[2]?.replaceAll("\\'", "'");
    if (title === undefined) continue;
    if (kind === 'describe') group = title;
    else titles.set(`${group}\n${title}`, { group, title });
  }
  return [...titles.values()];
}

/** The tests of the files that fit a pattern, file by file. */
export const testsOf = (pattern: string): TestFile[] =>
  globSync(pattern, { cwd: projectRoot })
    .sort()
    .map((file) => ({ file, tests: titlesIn(readFileSync(path.join(projectRoot, file), 'utf8')) }));

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
