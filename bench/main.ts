import type { Config } from '../src/app/config.ts';
import { loadProcess } from './load.ts';
import { caseParts } from './parts/case.ts';
import { faultsPart } from './parts/faults.ts';
import { hotPart } from './parts/hot.ts';
import { hsdsPart } from './parts/hsds.ts';
import { killPart } from './parts/kill.ts';
import { lettersPart } from './parts/letters.ts';
import { pagePart } from './parts/page.ts';
import { judgedPart } from './parts/judged.ts';
import { scalePart } from './parts/scale.ts';
import { searchPart } from './parts/search.ts';
import { startPart } from './parts/start.ts';
import { surveyPart } from './parts/survey.ts';
import { townPart } from './parts/town.ts';
import { workersPart } from './parts/workers.ts';
import { barePeer } from './peers/bare.ts';
import { type Figure, say, table } from './report.ts';
import { peopleProcess } from './survey/people.ts';

/** Every part by its name on the command line, in the order in which they run. */
const parts: Record<string, () => Promise<Figure[]>> = {
  case: caseParts,
  page: pagePart,
  hot: hotPart,
  scale: scalePart,
  letters: lettersPart,
  search: searchPart,
  judged: judgedPart,
  hsds: hsdsPart,
  survey: surveyPart,
  start: startPart,
  workers: workersPart,
  kill: killPart,
  faults: faultsPart,
  town: townPart,
};

/** The benchmark's own processes; see processes.ts. */
const processes: Record<string, () => Promise<void>> = {
  load: loadProcess,
  people: peopleProcess,
  bare: barePeer,
};

/** `npm run bench` measures everything, `npm run bench -- case kill` these parts. Prints figures, never fails by time. */
export async function bench(_config: Config, args: string[]): Promise<void> {
  if (args[0] === 'process') {
    await processes[args[1] ?? '']?.();
    return;
  }
  const unknown = args.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    say(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  const figures: Figure[] = [];
  for (const name of args.length > 0 ? args : Object.keys(parts)) {
    say(`\n── ${name}`);
    figures.push(...((await parts[name]?.()) ?? []));
  }
  say(`\n${table(figures)}`);
}
