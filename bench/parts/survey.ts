import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../src/platform/root.ts';
import {
  collapse,
  designOf,
  domainsOf,
  mean,
  type Outcome,
  perCell,
  rake,
  shareOf,
  tallyCategories,
} from '../../src/statistics/index.ts';
import { scratchFolder } from '../house.ts';
import { atLeast, atMost, type Figure, median, milliseconds, say, short } from '../report.ts';
import { importedAnswers } from '../survey/import.ts';
import { killedWhileAnswered } from '../survey/kill.ts';
import { asCsv, type MadeSurvey, madeSurvey, marginNames, needs } from '../survey/made.ts';
import { webAnswers } from '../survey/web.ts';

const sizes = [10_000, 100_000, 1_000_000];
const peersAt = 100_000;
const rounds = 7;
/** In people; the same for everybody. */
const tolerance = 1e-8;
const agreement = 1e-6;

const good = <T>(outcome: Outcome<T>): T => {
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
};

interface Weighed {
  /** Seconds until the weights stand, and until all estimates do. */
  raking: number;
  all: number;
  /** Seconds of processor time for all of it: what the load of the machine moves less. */
  processor: number;
  /** Place by place, need by need. */
  values: number[];
  errors: number[];
}

/** From the columns of answers to 160 shares with their standard errors. */
function weigh(made: MadeSurvey): Weighed & { cells: number; cycles: number; held: number } {
  const began = performance.now();
  const worked = process.cpuUsage();
  const cells = collapse(Object.values(made.columns), made.count);
  const margins = marginNames.map((name) => ({
    name,
    column: perCell(cells, made.columns[name]),
    counts: made.counts[name],
  }));
  const { design, cycles } = good(rake(good(designOf(cells)), margins, { tolerance }));
  const raked = performance.now();
  const measures = made.needs.map((column) => shareOf(tallyCategories(cells, column), 1));
  const places = domainsOf(perCell(cells, made.columns.place));
  const estimates = places.flatMap((only) => measures.map((measure) => good(mean(design, measure, only))));
  const ended = performance.now();
  const { user, system } = process.cpuUsage(worked);
  return {
    raking: (raked - began) / 1000,
    all: (ended - began) / 1000,
    processor: (user + system) / 1e6,
    values: estimates.map(({ value }) => value),
    errors: estimates.map(({ standardError }) => standardError),
    cells: cells.size,
    cycles,
    // Typed arrays of the process, columns and what is not collected yet included, in MB.
    held: process.memoryUsage().arrayBuffers / 2 ** 20,
  };
}

const printed = z.object({
  raking: z.number(),
  all: z.number(),
  processor: z.number(),
  values: z.array(z.number()),
  errors: z.array(z.number()),
});

/** A program of somebody else that does the same on the same file; what it prints, or why it cannot. */
interface Peer {
  name: string;
  command: string;
  /** Ends well when the program and what it needs are there. */
  probe: readonly string[];
  script: string;
}

const peers: readonly Peer[] = [
  { name: 'R survey', command: 'Rscript', probe: ['-e', 'library(survey)'], script: 'survey.R' },
  {
    name: 'DuckDB',
    // A Python that has the package duckdb; the product does not need it and the lock does not hold it.
    command: process.env['OKIENKO_BENCH_PYTHON'] ?? 'python3',
    probe: ['-c', 'import duckdb'],
    script: 'survey_duckdb.py',
  },
];

const isThere = ({ command, probe }: Peer): boolean => spawnSync(command, probe).status === 0;

function runPeer({ command, script }: Peer, answers: string, margins: string): Weighed {
  const path = join(projectRoot, 'bench', 'peers', script);
  const ran = spawnSync(command, [path, answers, margins, String(tolerance)], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  assert.equal(ran.status, 0, ran.stderr);
  return printed.parse(JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? ''));
}

/** The largest relative distance between two lists. */
const distance = (ours: readonly number[], theirs: readonly number[]): number => {
  assert.equal(ours.length, theirs.length);
  return Math.max(...ours.map((value, at) => Math.abs(value / (theirs[at] ?? Number.NaN) - 1)));
};

function besidePeers(made: MadeSurvey, ours: Weighed): Figure[] {
  const { folder, remove } = scratchFolder();
  mkdirSync(folder, { recursive: true });
  try {
    const [answers, margins] = [join(folder, 'answers.csv'), join(folder, 'margins.csv')];
    writeFileSync(answers, asCsv(made));
    const lines = marginNames.flatMap((name) =>
      made.counts[name].map((count, code) => `${name},${code},${count}`),
    );
    writeFileSync(margins, `margin,code,count\n${lines.join('\n')}\n`);
    return peers.flatMap((peer): Figure[] => {
      if (!isThere(peer)) {
        say(`  ${peer.name} is not on this machine: left out`);
        return [];
      }
      const theirs = runPeer(peer, answers, margins);
      const [values, errors] = [distance(ours.values, theirs.values), distance(ours.errors, theirs.errors)];
      say(
        `  ${peer.name}: raking ${theirs.raking.toFixed(2)} s, with estimates ${theirs.all.toFixed(2)} s (processor ${theirs.processor.toFixed(2)} s, ${short(theirs.processor / ours.processor)} times ours); furthest from ours by ${values.toExponential(1)} (value), ${errors.toExponential(1)} (standard error)`,
      );
      assert.ok(values < agreement && errors < agreement, `${peer.name} and we disagree`);
      const ratio = theirs.all / ours.all;
      return [
        {
          part: 'survey',
          measured: `raking and ${ours.values.length} estimates, ${made.count} answers, beside ${peer.name}`,
          ours: milliseconds(ours.all * 1000),
          beside: milliseconds(theirs.all * 1000),
          ratio,
          ...(peer.name === 'R survey' ? { target: atLeast(100, ratio) } : {}),
        },
      ];
    });
  } finally {
    remove();
  }
}

/** Raking to four margins and 160 estimates with standard errors, as answers grow 10 and 100 times. */
function weighing(): Figure[] {
  const figures: Figure[] = [];
  let smallest: number | undefined;
  // The first size would otherwise pay for compiling what the others run.
  for (let round = 0; round < rounds; round++) weigh(madeSurvey(1000));
  for (const size of sizes) {
    const made = madeSurvey(size);
    const first = weigh(made);
    const all = Array.from({ length: rounds }, () => weigh(made));
    const took = median(all.map((one) => one.all));
    const raking = median(all.map((one) => one.raking));
    const processor = median(all.map((one) => one.processor));
    const held = Math.max(...all.map((one) => one.held));
    smallest ??= took;
    const columns = ((marginNames.length + needs) * size) / 2 ** 20;
    say(
      `  ${size} answers, ${first.cells} cells, ${first.cycles} cycles: collapsed and raked in ${short(raking * 1000)} ms, with ${first.values.length} estimates ${short(took * 1000)} ms (processor ${short(processor * 1000)} ms); columns ${short(columns)} MB, with all that the work holds at most ${short(held)} MB; load ${(loadavg()[0] ?? 0).toFixed(1)}`,
    );
    figures.push({
      part: 'survey',
      measured: `raking to four margins and ${first.values.length} estimates with standard errors, ${size} answers`,
      ours: milliseconds(took * 1000),
      beside: `${short(took / smallest)} times that of ${sizes[0]}`,
      ...(size === 1_000_000 ? { target: atMost(1000, took * 1000, ' ms') } : {}),
    });
    if (size === peersAt) figures.push(...besidePeers(made, { ...first, all: took, raking, processor }));
  }
  return figures;
}

/** The pieces of this part in their order; OKIENKO_BENCH_SURVEY names those that are wanted: `web,kill`. */
const pieces: Record<string, () => Figure[] | Promise<Figure[]>> = {
  weights: weighing,
  import: importedAnswers,
  web: webAnswers,
  kill: killedWhileAnswered,
};

/** Weights and estimates beside R and DuckDB, a file taken in and its results, answers over the web, a kill among them. */
export async function surveyPart(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of (process.env['OKIENKO_BENCH_SURVEY'] ?? Object.keys(pieces).join()).split(',')) {
    const piece = pieces[name];
    if (!piece) throw new Error(`the survey has no piece ${name}: ${Object.keys(pieces).join(', ')}`);
    const began = performance.now();
    figures.push(...(await piece()));
    say(`  (${name}: ${Math.round((performance.now() - began) / 1000)} s)`);
  }
  return figures;
}
