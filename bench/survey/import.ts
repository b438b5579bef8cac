import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { takeAnswers } from '../../src/app/cli/import-answers.ts';
import type { OpenDatabase } from '../../src/app/database.ts';
import { copyInto } from '../../src/platform/database/copy.ts';
import { inTransaction } from '../../src/platform/database/tenant.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { type ArrangedHouse, arrangeCentre, openFolder, scratchFolder } from '../house.ts';
import { startOkienko } from '../processes.ts';
import { type Figure, median, milliseconds, perSecond, say, short } from '../report.ts';
import { asOrganiser, choicesOf, openSurvey, questionnaire } from './asked.ts';

const questions = 40;
const sizes = [100_000, 1_000_000];
const views = 7;

/** Writes a file of coded answers, each line another one. */
async function writeFile(
  path: string,
  rows: number,
  line: (row: number) => string,
  head?: string,
): Promise<void> {
  const out = createWriteStream(path);
  if (head !== undefined) out.write(`${head}\n`);
  for (let row = 0; row < rows; ) {
    const lines: string[] = [];
    for (const until = Math.min(rows, row + 5000); row < until; row++) lines.push(line(row));
    if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

/** Park & Miller (1988). */
const codesOf = (row: number): number[] => {
  let state = ((row + 1) * 48_271) % 2_147_483_647;
  return Array.from({ length: questions }, (_, at) => {
    state = (state * 16_807) % 2_147_483_647;
    return 1 + (state % choicesOf(at));
  });
};

/** The most memory that this process has while it works, above what it had, in MB. */
async function memoryOf<T>(work: () => Promise<T>): Promise<{ value: T; most: number; seconds: number }> {
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
  const began = performance.now();
  try {
    const value = await work();
    return { value, most: (most - before) / 2 ** 20, seconds: (performance.now() - began) / 1000 };
  } finally {
    clearInterval(look);
  }
}

/** The same rows by plain COPY into a table with a key and nothing else: no rights, no checks, no keys to other tables. */
async function plainCopy(
  { owner }: OpenDatabase,
  { centreId }: ArrangedHouse,
  path: string,
): Promise<number> {
  await owner.query('drop table if exists plain_sheet');
  await owner.query(
    'create table plain_sheet (id uuid primary key, version_no int, mode text, day date, lang text, codes int[])',
  );
  const began = performance.now();
  await inTransaction(owner, centreId, (tx) =>
    copyInto(
      tx,
      `copy plain_sheet from stdin (format csv)`,
      createReadStream(path, { highWaterMark: 256 * 1024 }),
    ),
  );
  return (performance.now() - began) / 1000;
}

/** DuckDB reads the same file into a table of its own, where it is there; see bench/parts/survey.ts. */
function duckdb(path: string): number | undefined {
  const python = process.env['OKIENKO_BENCH_PYTHON'] ?? 'python3';
  if (spawnSync(python, ['-c', 'import duckdb']).status !== 0) {
    say('  DuckDB is not on this machine: left out');
    return undefined;
  }
  const script = join(projectRoot, 'bench', 'peers', 'import_duckdb.py');
  const ran = spawnSync(python, [script, path], { encoding: 'utf8' });
  assert.equal(ran.status, 0, ran.stderr);
  return Number(ran.stdout.trim());
}

/** Pages of results over HTTP: the first one reads every sheet, the next ones do not. */
async function pagesOf(folder: string, cookie: string, surveyId: string, rows: number): Promise<Figure[]> {
  const server = await startOkienko(folder);
  try {
    const memory = async (): Promise<number> => {
      const status = await readFile(`/proc/${server.process.pid ?? 0}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
    };
    const open = async (): Promise<number> => {
      const began = performance.now();
      const answer = await fetch(`${server.url}/praca/badania/${surveyId}/wyniki`, { headers: { cookie } });
      const body = await answer.text();
      assert.equal(answer.status, 200, body.slice(0, 300));
      return performance.now() - began;
    };
    await fetch(`${server.url}/praca/badania`, { headers: { cookie } }).then((answer) => answer.text());
    const before = await memory();
    const first = await open();
    const next: number[] = [];
    for (let view = 0; view < views; view++) next.push(await open());
    const held = (await memory()) - before;
    say(
      `  page of results of ${rows} sheets: first ${short(first)} ms, then ${short(median(next))} ms; the server holds ${short(held)} MB more`,
    );
    return [
      {
        part: 'survey',
        measured: `page of results of ${rows} sheets, columns kept in memory`,
        ours: milliseconds(median(next)),
        beside: `${milliseconds(first)} where every sheet is read, as each view did before`,
        ratio: first / median(next),
      },
    ];
  } finally {
    await server.stop();
  }
}

/** A file of answers taken in, beside plain COPY and DuckDB; then its results. @throws when one is missing */
export async function importedAnswers(): Promise<Figure[]> {
  const { folder, remove } = scratchFolder();
  const database = await openFolder(folder);
  try {
    const house = await arrangeCentre(database.owner, 1);
    await asOrganiser(database, house);
    const definition = questionnaire(questions, 8);
    const figures: Figure[] = [];
    const files = join(folder, 'files');
    mkdirSync(files, { recursive: true });
    let smallest: number | undefined;
    for (const rows of sizes) {
      const survey = await openSurvey(database, house, `Plik ${rows}`, definition);
      const path = join(files, `answers-${rows}.csv`);
      const heads = definition.sections.flatMap((section) => section.questions.map(({ name }) => name));
      await writeFile(path, rows, (row) => codesOf(row).join(), heads.join());
      const { value, most, seconds } = await memoryOf(() =>
        takeAnswers(
          database.pool,
          systemClock,
          { centre: house.slug, survey: survey.slug, path, mode: 'paper', withoutFaulty: false },
          say,
        ),
      );
      assert.deepEqual(value, { rows, added: rows, faultCount: 0 });
      const kept = await database.owner.query<{ sheets: number; sum: number }>(
        'select count(*)::int as sheets, sum(codes[40])::int as sum from survey_sheet where survey_id = $1',
        [survey.surveyId],
      );
      let sum = 0;
      for (let row = 0; row < rows; row++) sum += codesOf(row).at(-1) ?? 0;
      assert.deepEqual(kept.rows, [{ sheets: rows, sum }]);
      smallest ??= seconds;
      say(
        `  ${rows} answers of ${questions} questions (${short(statSync(path).size / 2 ** 20)} MB) taken in after ${short(seconds)} s, ${short(rows / seconds)} a second; at most ${short(most)} MB more in the process; load ${(loadavg()[0] ?? 0).toFixed(1)}`,
      );
      figures.push({
        part: 'survey',
        measured: `import of ${rows} answers of ${questions} questions, each checked by the rules of the questionnaire`,
        ours: `${short(seconds)} s, ${perSecond(rows / seconds)}`,
        beside: `${short(seconds / smallest)} times that of ${sizes[0] ?? 0}; ${short(most)} MB more in the process`,
      });
      if (rows === sizes.at(-1))
        figures.push(...(await besidePeers(database, house, files, path, rows, seconds)));
      figures.push(...(await pagesOf(folder, house.workers[0]?.cookie ?? '', survey.surveyId, rows)));
    }
    return figures;
  } finally {
    await database.close();
    remove();
  }
}

async function besidePeers(
  database: OpenDatabase,
  house: ArrangedHouse,
  files: string,
  path: string,
  rows: number,
  ours: number,
): Promise<Figure[]> {
  const coded = join(files, 'coded.csv');
  const day = new Date().toISOString().slice(0, 10);
  await writeFile(
    coded,
    rows,
    (row) => `${crypto.randomUUID()},1,paper,${day},pl,"{${codesOf(row).join()}}"`,
  );
  const plain = await plainCopy(database, house, coded);
  say(`  plain COPY of the same into a table with a key alone: ${short(plain)} s`);
  const duck = duckdb(path);
  if (duck !== undefined) say(`  DuckDB from the same file: ${short(duck)} s`);
  const line = (name: string, theirs: number): Figure => ({
    part: 'survey',
    measured: `import of ${rows} answers beside ${name}`,
    ours: `${short(ours)} s`,
    beside: `${short(theirs)} s`,
    ratio: theirs / ours,
  });
  return [
    line('plain COPY: no checks, rights, keys to other tables', plain),
    ...(duck === undefined ? [] : [line('DuckDB: no checks, its own file', duck)]),
  ];
}
