import assert from 'node:assert/strict';
import { loadavg } from 'node:os';
import type { OpenDatabase } from '../../src/app/database.ts';
import type { Definition } from '../../src/modules/survey/index.ts';
import { costOf, costWords } from '../cpu.ts';
import { type ArrangedHouse, arrangeCentre, openFolder, scratchFolder } from '../house.ts';
import { type Running, startOkienko } from '../processes.ts';
import { atLeast, type Figure, milliseconds, perSecond, say, short } from '../report.ts';
import { namesOf, openSurvey, questionnaire } from './asked.ts';
import { type Answered, answerTogether, type PeopleTask } from './people.ts';

const people = 500;
const minute = 60;
const wanted = 2000;

interface Played {
  database: OpenDatabase;
  house: ArrangedHouse;
  ours: Running;
}

const pagesOf = (definition: Definition): PeopleTask['pages'] =>
  definition.sections.map(({ name }) => ({ name, questions: namesOf(definition, name) }));

async function sheetsOf({ database }: Played, surveyId: string): Promise<{ sheets: number; drafts: number }> {
  const { rows } = await database.owner.query<{ sheets: number; drafts: number }>(
    `select (select count(*)::int from survey_sheet where survey_id = $1) as sheets,
      (select count(*)::int from survey_draft where survey_id = $1) as drafts`,
    [surveyId],
  );
  return rows[0] ?? { sheets: 0, drafts: 0 };
}

/** Sheets of one page, sent one after the other over many connections: each is acknowledged after its commit. */
async function rate(played: Played): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const questions of [10, 40]) {
    const definition = questionnaire(questions, 1);
    const survey = await openSurvey(
      played.database,
      played.house,
      `Na jednej stronie ${questions}`,
      definition,
    );
    const task = {
      port: played.ours.port,
      path: `/${played.house.slug}/ankieta/${survey.slug}`,
      pages: pagesOf(definition),
      people: 250,
      reads: false,
    };
    let acknowledged = (await answerTogether({ ...task, seconds: 3 })).acknowledged;
    let best: Answered | undefined;
    const cost = await costOf(played.database, played.ours.process.pid, async () => {
      best = await answerTogether({ ...task, seconds: 10 });
      acknowledged += best.acknowledged;
      return best.acknowledged;
    });
    assert.ok(best);
    const { sheets } = await sheetsOf(played, survey.surveyId);
    assert.equal(sheets, acknowledged, 'as many rows as acknowledgements');
    say(
      `  a sheet of ${questions} questions on one page: ${short(best.perSecond)} a second, p50 ${short(best.p50)} ms, p99 ${short(best.p99)} ms; ${costWords(cost)}; ${sheets} rows, as many as acknowledged; load ${(loadavg()[0] ?? 0).toFixed(1)}`,
    );
    figures.push({
      part: 'survey',
      measured: `web answers over HTTP, ${questions} questions a sheet, acknowledged after commit`,
      ours: perSecond(best.perSecond),
      beside: costWords(cost),
      target: atLeast(wanted, best.perSecond),
    });
  }
  return figures;
}

/** Many people at once for a minute: each opens every page, answers it, and begins anew. */
async function crowd(played: Played): Promise<Figure[]> {
  const definition = questionnaire(12, 3);
  const survey = await openSurvey(played.database, played.house, 'Na trzech stronach', definition);
  const answered = await answerTogether({
    port: played.ours.port,
    path: `/${played.house.slug}/ankieta/${survey.slug}`,
    pages: pagesOf(definition),
    people,
    seconds: minute,
    reads: true,
  });
  const { sheets, drafts } = await sheetsOf(played, survey.surveyId);
  say(
    `  ${people} people for a minute, eight requests a sheet: ${answered.requests} requests, ${answered.acknowledged} sheets acknowledged, ${sheets} rows, ${drafts} left half-filled; p50 ${short(answered.p50)} ms, p99 ${short(answered.p99)} ms; load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  );
  assert.deepEqual({ sheets, drafts }, { sheets: answered.acknowledged, drafts: 0 });
  return [
    {
      part: 'survey',
      measured: `${people} people at once for a minute, each page opened and answered without a pause`,
      ours: `${answered.acknowledged} sheets, ${perSecond(answered.requests / minute)} requests`,
      beside: `p50 ${milliseconds(answered.p50)}, p99 ${milliseconds(answered.p99)}`,
      target: { words: 'as many rows as acknowledged', met: sheets === answered.acknowledged },
    },
  ];
}

/** Web answers over the running product. @throws when one is lost, doubled or not taken */
export async function webAnswers(): Promise<Figure[]> {
  const { folder, remove } = scratchFolder();
  const database = await openFolder(folder);
  try {
    const house = await arrangeCentre(database.owner, 1);
    await database.owner.query('analyze');
    const ours = await startOkienko(folder);
    try {
      const played = { database, house, ours };
      return [...(await rate(played)), ...(await crowd(played))];
    } finally {
      await ours.stop();
    }
  } finally {
    await database.close();
    remove();
  }
}
