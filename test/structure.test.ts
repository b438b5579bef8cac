import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/platform/root.ts';

interface Source {
  name: string;
  text: string;
}

const sources: Source[] = ['src', 'test', 'e2e', 'bench', 'bin', 'db'].flatMap((folder) =>
  readdirSync(path.join(projectRoot, folder), { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        /\.(tsx?|mjs|js|sql|css)$/.test(entry.name) &&
        !entry.parentPath.includes('generated'),
    )
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { name: path.relative(projectRoot, file), text: readFileSync(file, 'utf8') };
    }),
);

const isTest = (name: string): boolean => /\.test\.tsx?$/.test(name);

/** Imports that still stand when types are gone. */
const runtimeImports = (text: string): string[] =>
  [...text.matchAll(/^import\s+(?!type\b)([^;]*?)from\s+'([^']+)'/gm)]
    .filter(([, names = '']) => !/^\{\s*(?:type\s+\w+(?:\s+as\s+\w+)?\s*,?\s*)+\}\s*$/.test(names))
    .map(([, , from = '']) => from);

describe('the house rules', () => {
  it('SQL lives in db/: a page, a document or a rule may know the type of a row, never the query', () => {
    const wrong = sources
      .filter(({ name }) => /^src\/modules\/[^/]+\/(pages|documents|domain)\//.test(name) && !isTest(name))
      .flatMap(({ name, text }) =>
        runtimeImports(text)
          .filter((from) => from === 'kysely' || from.startsWith('../db/'))
          .map((from) => `${name} -> ${from}`),
      );
    expect(wrong).toEqual([]);
  });

  it('no file is longer than 500 lines', () => {
    expect(sources.filter(({ text }) => text.split('\n').length > 501).map(({ name }) => name)).toEqual([]);
  });

  it('words on screen live in the words files, so that they can be read and translated together', () => {
    const wordFiles =
      /(^|\/)(pl|en|uk|words|said)(-[a-z-]+)?\.ts$|^src\/law\/|^src\/app\/(demo|cli)\/|\/gallery\/|sample-(letters|report)|application-fields\.ts$|(permission-matrix|visibility-(records|lists))\.ts$|\.fixture\.ts$|\.test\.tsx?$|^(test|e2e|bench|bin|db)\/|platform\/database\/|\.css$|scripts\//;
    const strings = /(['"`])(?:(?!\1)[^\\\n]|\\.)*[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ](?:(?!\1)[^\\\n]|\\.)*\1/;
    const wrong = sources
      .filter(({ name }) => name.startsWith('src/') && !wordFiles.test(name))
      .flatMap(({ name, text }) =>
        text
          .split('\n')
          .filter(
            (line) =>
              strings.test(line) &&
              !/^\s*(\/\/|\*|\/\*)/.test(line) &&
              !/basis|summary|Take down|ustaw|art\.|§|rozporządz|'ł'|"zł"| zł`|ł:l|Ł:/i.test(line),
          )
          .map((line) => `${name}: ${line.trim().slice(0, 80)}`),
      );
    expect(wrong).toEqual([]);
  });
});
