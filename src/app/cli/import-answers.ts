import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { visitorAccount } from '../../modules/access/index.ts';
import { answerFileWords, findSurvey, importSheets } from '../../modules/survey/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { type Clock, dayInPoland, systemClock } from '../../platform/clock.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { readerFor } from '../../platform/database/tenant.ts';
import { createRunner } from '../../platform/runner/runner.ts';
import { StartupProblem } from '../../platform/startup-problem.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../database.ts';
import { pl } from './pl.ts';

const words = pl.importAnswers;

/** A file of answers, and what the whole of it is taken for. */
export interface AnswerFile {
  centre: string;
  survey: string;
  path: string;
  mode: string;
  /** 'YYYY-MM-DD'; undefined: today. */
  day?: string | undefined;
  withoutFaulty: boolean;
}

const usage = (): StartupProblem => new StartupProblem('okienko.answers.usage', words.usage);

function readArgs(args: string[]): AnswerFile {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        mode: { type: 'string', default: 'paper' },
        day: { type: 'string' },
        'without-faulty': { type: 'boolean', default: false },
      },
    });
    const [centre, survey, path] = positionals;
    if (!centre || !survey || !path) throw usage();
    return {
      centre,
      survey,
      path,
      mode: values.mode,
      day: values.day,
      withoutFaulty: values['without-faulty'],
    };
  } catch (error) {
    throw error instanceof StartupProblem ? error : usage();
  }
}

/**
 * Takes a file of any size in by the same command as the page does, reading it as it goes. Gives how many sheets are new,
 * and tells every faulty row.
 * @throws StartupProblem when the centre, the survey or the file is not there, or the command refuses
 */
export async function takeAnswers(
  pool: Pool,
  clock: Clock,
  file: AnswerFile,
  tell: (line: string) => void,
): Promise<{ rows: number; added: number; faultCount: number }> {
  const found = await pool.query<{ id: string }>('select id from centre where slug = $1', [file.centre]);
  const centreId = found.rows[0]?.id;
  if (!centreId) throw new StartupProblem('okienko.answers.centre', words.noCentre(file.centre));
  const survey = await findSurvey(readerFor(pool, centreId), centreId, { slug: file.survey });
  if (!survey) throw new StartupProblem('okienko.answers.survey', words.noSurvey(file.survey));
  await access(file.path, constants.R_OK).catch(() => {
    throw new StartupProblem('okienko.answers.file', words.noFile(file.path));
  });
  const actor: Actor = {
    centreId,
    accountId: visitorAccount,
    name: words.actor,
    position: '',
    roles: ['service_organiser'],
  };
  const outcome = await createRunner(pool, clock).run(importSheets, actor, {
    surveyId: survey.id,
    file: { open: () => createReadStream(file.path, { highWaterMark: 256 * 1024 }) },
    mode: file.mode,
    day: file.day ?? dayInPoland(clock.now()),
    withoutFaulty: file.withoutFaulty,
  });
  if (!outcome.ok)
    throw new StartupProblem(
      outcome.problem.code,
      Object.values(outcome.problem.fields ?? {})[0] ?? outcome.problem.words,
    );
  const { rows, added, faults, faultCount } = outcome.value;
  for (const { row, at, kind, value } of faults)
    tell(words.fault(row, at, answerFileWords.faults[kind], value));
  if (faultCount > faults.length) tell(answerFileWords.more(faults.length));
  if (faultCount > 0)
    tell(file.withoutFaulty ? answerFileWords.leftOut(faultCount) : answerFileWords.faultsTitle(faultCount));
  return { rows, added, faultCount };
}

/** `okienko import-answers <centre> <survey> <file>`: answers collected elsewhere, of any number. Ends with 1 when nothing was kept because of faulty rows. */
export async function importAnswers(config: Config, args: string[]): Promise<void> {
  const file = readArgs(args);
  const database = await openDatabase(config);
  const began = performance.now();
  try {
    const { added, faultCount } = await takeAnswers(database.pool, systemClock, file, (line) =>
      console.log(line),
    );
    if (faultCount > 0 && !file.withoutFaulty) process.exitCode = 1;
    else console.log(words.done(added, ((performance.now() - began) / 1000).toFixed(1)));
  } finally {
    await database.close();
  }
}
