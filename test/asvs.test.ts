import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAsvs, type Requirement } from '../src/app/cli/trust/asvs.ts';
import { readMeasured } from '../src/app/cli/trust/measured.ts';
import { generated } from '../src/app/cli/docs.ts';
import { settings } from '../src/app/settings.ts';
import { projectRoot } from '../src/platform/root.ts';

const chapters = readAsvs();
const all = chapters.flatMap(({ rows }) => rows);
const of = (kind: Requirement['kind']): Requirement[] => all.filter((row) => row.kind === kind);

/** How many requirements of each level the standard has in each chapter (OWASP ASVS 5.0.0). */
// biome-ignore format: a table
const expected: Readonly<Record<string, readonly [l1: number, l2: number]>> = {
  V1: [8, 19], V2: [4, 7], V3: [8, 11], V4: [2, 8], V5: [4, 5], V6: [13, 22], V7: [6, 12], V8: [4, 3], V9: [4, 3],
  V10: [5, 24], V11: [3, 11], V12: [3, 6], V13: [1, 12], V14: [2, 7], V15: [3, 10], V16: [0, 16], V17: [0, 7],
};

const textOf = (file: string): string | undefined => {
  const full = path.join(projectRoot, file);
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
};

const quoted = /(['"`])((?:(?!\1)[^\\]|\\.)*)\1\s*,/g;

/** Whether a title stands in a file as the first thing that a test or a group of tests is told. */
const holdsTitle = (file: string, title: string): boolean =>
  [...(textOf(file) ?? '').matchAll(quoted)].some(([, , found]) => found?.replaceAll("\\'", "'") === title);

const headingOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

/** What is wrong with where a row points to; undefined: nothing. */
function fault({ kind, where }: Requirement): string | undefined {
  const [file = '', part] = where.split('#');
  if (kind === 'test') return part && holdsTitle(file, part) ? undefined : 'no such test';
  if (kind === 'setting')
    return Object.values(settings).some(({ name }) => name === where) ? undefined : 'no such setting';
  const text = textOf(file);
  if (text === undefined) return 'no such file';
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => headingOf(heading));
  return part === undefined || headings.includes(part) ? undefined : 'no such heading';
}

describe('OWASP ASVS 5.0.0, levels 1 and 2', () => {
  it('each of the 253 requirements has one row, in its chapter, at its level', () => {
    const counted = chapters.map(({ id, rows }) => [
      id,
      [rows.filter(({ level }) => level === 1).length, rows.filter(({ level }) => level === 2).length],
    ]);
    expect(Object.fromEntries(counted)).toEqual(expected);
    expect(new Set(all.map(({ id }) => id)).size).toBe(253);
    expect(
      chapters.flatMap(({ id, rows }) => rows.filter((row) => !row.id.startsWith(`${id.slice(1)}.`))),
    ).toEqual([]);
  });

  it('every row points to a test, a setting or a file that is there', () => {
    expect(all.flatMap((row) => (fault(row) ? [`${row.id} ${row.where}: ${fault(row)}`] : []))).toEqual([]);
  });

  it('every reason and every gap is at least a sentence', () => {
    const short = [...of('reason'), ...of('gap')].filter(
      ({ says }) => !says.endsWith('.') || says.split(' ').length < 4,
    );
    expect(short.map(({ id, says }) => `${id} ${says}`)).toEqual([]);
  });
});

describe('the page of trust', () => {
  const page = generated['trust.md']?.() ?? '';

  it('says first what is promised, how it is proved and how it stands', () => {
    expect(page.split('\n').slice(5, 8).join('\n')).toContain('| Obietnica | Dowód | Stan |');
    expect(page).toContain('| **razem** | 253 |');
  });

  it('goes down to every requirement, every table of a centre and every attack', () => {
    for (const { id } of all) expect(page).toContain(`| ${id} |`);
    expect(page).toContain('`audit_entry`');
    expect(page).toContain('  - leave no trace in the centre they are taken from');
  });

  it('says of what nobody has measured that nobody has measured it', () => {
    for (const [name, heading] of [
      ['faults', 'Awarie'],
      ['town', 'Obciążenie'],
    ] as const)
      expect(page.split(`## ${heading}\n`)[1]?.startsWith('\nNie zmierzono')).toBe(
        textOf(`docs/proofs/${name}.json`) === undefined,
      );
  });

  const machine = { cores: 2, memoryGb: 8, node: 'v24.0.0', loadBefore: 0.4 };
  const measuredAt = '2026-11-22T12:00:00.000Z';
  const times = { times: 50, medianMs: 900.4, worstMs: 2100 };
  const townRun = (errors: number, atEndMb: number) => ({
    measuredAt,
    machine,
    people: 100_000,
    minutes: 10,
    requests: 7000,
    errors,
    written: { notes: 700, reports: 35, drafts: 700 },
    memory: { atStartMb: 200, afterQuarterMb: 300, atEndMb, slopeMbPerMinute: 0.1 },
    pages: [{ name: 'note', asked: 720, failed: errors, p50Ms: 12, p99Ms: 80, worstMs: 200 }],
  });
  const broken = (kept: unknown): string[] =>
    readMeasured('town', kept).figures.flatMap(({ what, holds }) => (holds === false ? [what] : []));

  it('tells the figures of a run of faults, and by what promises they are kept', () => {
    const kills = { kills: 100, commands: 5000, letters: 90, mails: 80, copiesOfMail: 1, sentAgain: 40 };
    const kept = {
      measuredAt,
      machine,
      kills: { ...kills, backAfter: { server: times }, all: times, p95Ms: 1800 },
      fullDisk: null,
    };
    const { measuredOn, figures } = readMeasured('faults', kept);
    expect(measuredOn).toBe('2026-11-22');
    expect(figures).toContainEqual({
      what: 'Potwierdzone i zgubione czynności',
      value: '0 z 5000',
      holds: true,
    });
    expect(figures.find(({ what }) => what.startsWith('Powrót do pracy'))?.value).toBe(
      '900 ms, 1800 ms, 2100 ms',
    );
  });

  it('says of an hour of the town what was not kept: errors, memory that grew by more than a tenth', () => {
    expect(broken(townRun(0, 329))).toEqual([]);
    expect(broken(townRun(2, 340))).toEqual([
      'Błędy',
      'Pamięć: początek, po ćwiartce, koniec',
      'Strona: zapis notatki (720 razy)',
    ]);
  });
});
