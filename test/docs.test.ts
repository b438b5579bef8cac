import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.dirname(import.meta.dirname);
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })];
const linked = /!?\[[^\]]*\]\(([^)\s]+)\)/g;

/** Files that a page of documentation names, from the root; addresses of the web and places within a page are not files. */
function named(page: string): string[] {
  const text = readFileSync(path.join(root, page), 'utf8').replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return [...text.matchAll(linked)]
    .map((match) => (match[1] ?? '').split('#')[0] ?? '')
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => path.posix.join(path.posix.dirname(page), decodeURIComponent(target)));
}

describe('what documentation names exists', () => {
  it.each(pages)('%s: pictures and pages', (page) => {
    expect(named(page).filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('no picture is left that no page shows, and none is heavier than 300 kB', () => {
    const shown = new Set(pages.flatMap(named));
    const kept = globSync('docs/**/*.{png,jpg,svg}', { cwd: root });
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.filter((file) => !shown.has(file))).toEqual([]);
    expect(kept.filter((file) => statSync(path.join(root, file)).size > 300_000)).toEqual([]);
  });

  it('every page of the handbook is reached from README by links', () => {
    const reached = new Set<string>();
    const walk = (page: string): void => {
      if (reached.has(page) || !page.endsWith('.md') || !existsSync(path.join(root, page))) return;
      reached.add(page);
      for (const next of named(page)) walk(next);
    };
    walk('README.md');
    expect(globSync('docs/handbook/*.md', { cwd: root }).filter((page) => !reached.has(page))).toEqual([]);
  });
});
