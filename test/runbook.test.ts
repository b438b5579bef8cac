import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { centreOptions } from '../src/app/cli/add-centre.ts';
import { verbs } from '../src/app/cli/verbs.ts';
import { settings } from '../src/app/settings.ts';
import { projectRoot } from '../src/platform/root.ts';

const folder = path.join(projectRoot, 'docs/runbook');
const chapters = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));

/** Everything that stands as code, on a line of its own or within a sentence; a line that goes on is one. */
const codeOf = (text: string): string[] => {
  const joined = text.replace(/\\\n\s*/g, ' ');
  const blocks = [...joined.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
    block.split('\n'),
  );
  const rest = joined.replace(/^```[\s\S]*?^```/gm, '');
  return [...blocks, ...[...rest.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)].filter(Boolean);
};
const code = chapters.flatMap(({ name, text }) => codeOf(text).map((line) => ({ name, line })));

const found = (pattern: RegExp): { name: string; what: string }[] =>
  code.flatMap(({ name, line }) => [...line.matchAll(pattern)].map(([, what = '']) => ({ name, what })));

const { scripts } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('every command of the runbook is one', () => {
  it.each<[what: string, pattern: RegExp, known: readonly string[], atLeast: number]>([
    ['npm script', /\bnpm run ([\w-]+)/g, Object.keys(scripts), 8],
    ['verb', /(?:\bokienko --|bin\/okienko\.mjs) ([a-z][\w-]*)/g, Object.keys(verbs), 8],
    ['subcommand of npm', /\bnpm (?!run\b)(\w+)/g, ['ci', 'start'], 1],
    ['option of add-centre', /(?<=add-centre .*) --([\w-]+)/g, Object.keys(centreOptions), 8],
    ['setting', /\b((?:OKIENKO|DATABASE)_[A-Z_]+)\b/g, Object.values(settings).map(({ name }) => name), 20],
  ])('names no unknown %s', (_what, pattern, known, atLeast) => {
    const named = found(pattern);
    expect(named.length).toBeGreaterThanOrEqual(atLeast);
    expect(named.filter(({ what }) => !known.includes(what))).toEqual([]);
  });

  it('names no unknown file of ours', () => {
    const named = found(/(?:^|[\s(])((?:deploy|bin|docs)\/[\w./-]*[\w])/g);
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter(({ what }) => !existsSync(path.join(projectRoot, what)))).toEqual([]);
  });

  it('links to what is there', () => {
    const links = chapters.flatMap(({ name, text }) =>
      [...text.matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)].map(([, to = '']) => ({ name, to })),
    );
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter(({ to }) => !existsSync(path.join(folder, to)))).toEqual([]);
  });
});
