import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { codeMark } from '../../src/modules/survey/domain/codes.ts';
import type { Pool } from '../../src/platform/database/pool.ts';
import { killAll } from '../crash.ts';
import { type ArrangedHouse, arrangeCentre, openFolder, scratchFolder } from '../house.ts';
import { type Running, startOkienko } from '../processes.ts';
import { type Figure, say } from '../report.ts';
import { namesOf, openSurvey, questionnaire } from './asked.ts';
import { openLine } from './line.ts';
import { formFor, stepOf } from './people.ts';

const sheets = 4000;
const kills = 3;
const people = 64;

/** A sheet of two pages on its way: what the server has said of it so far. */
interface Sent {
  id: string;
  /** The first page was taken: the code to go on with. */
  code?: string;
  /** The second page was taken: the sheet is sent. */
  done: boolean;
}

interface Asked {
  house: ArrangedHouse;
  path: string;
  surveyId: string;
  pages: { name: string; questions: string[] }[];
}

/** Sends what is open over many connections until all is sent or `enough` says so. A broken connection is no answer. */
async function sendAll(
  server: Running,
  asked: Asked,
  queue: readonly Sent[],
  enough: () => boolean,
): Promise<void> {
  const waiting = [...queue];
  const [first, second] = asked.pages;
  if (!first || !second) throw new Error('a sheet has two pages');
  const person = async (): Promise<void> => {
    const line = openLine(server.port, asked.path);
    try {
      for (let sent = waiting.shift(); sent && !enough(); sent = waiting.shift()) {
        if (sent.code === undefined) {
          const { status, location } = await line.post(
            `${asked.path}/czesc`,
            formFor(first, sent.id, undefined, 1),
          );
          // A server whose database has just died may still say so: that is no acknowledgement.
          if (status >= 500) continue;
          assert.equal(status, 303);
          const { draft } = stepOf(location);
          if (draft !== undefined) sent.code = draft;
          if (enough()) return;
        }
        const { status, location } = await line.post(
          `${asked.path}/czesc?k=${sent.code ?? ''}`,
          formFor(second, sent.id, sent.code, 1),
        );
        if (status >= 500) continue;
        // Sent before the kill and never acknowledged: the code leads nowhere any more, and the sheet is there.
        if (status === 422) sent.done = true;
        else {
          assert.equal(status, 303);
          sent.done = stepOf(location).sent;
          assert.ok(sent.done);
        }
      }
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
    } finally {
      line.close();
    }
  };
  await Promise.all(Array.from({ length: people }, person));
}

/** Every acknowledged sheet is there, and every acknowledged page is one of a sheet or of a half-filled one. */
async function assertKept(owner: Pool, { house, surveyId }: Asked, all: readonly Sent[]): Promise<number> {
  const kept = await owner.query<{ id: string }>('select id from survey_sheet where survey_id = $1', [
    surveyId,
  ]);
  const begun = await owner.query<{ mark: Buffer }>('select mark from survey_draft where survey_id = $1', [
    surveyId,
  ]);
  const there = new Set(kept.rows.map(({ id }) => id));
  const halfFilled = new Set(begun.rows.map(({ mark }) => mark.toString('hex')));
  for (const { id, code, done } of all) {
    if (done) assert.ok(there.has(id), 'an acknowledged sheet is lost');
    else if (code !== undefined)
      assert.ok(
        there.has(id) || halfFilled.has(codeMark(house.centreId, 'draft', code).toString('hex')),
        'an acknowledged page is lost',
      );
  }
  const known = new Set(all.map(({ id }) => id));
  assert.ok(
    kept.rows.every(({ id }) => known.has(id)),
    'a sheet that nobody sent',
  );
  return kept.rows.length;
}

/** kill -9 of server and database in the middle of sheets being sent, three times. @throws when an acknowledged one is lost */
export async function killedWhileAnswered(): Promise<Figure[]> {
  const { folder, remove } = scratchFolder();
  try {
    const arranging = await openFolder(folder);
    const house = await arrangeCentre(arranging.owner, 1);
    const definition = questionnaire(12, 2);
    const { surveyId, slug } = await openSurvey(arranging, house, 'Przerwana', definition);
    await arranging.close();
    const asked: Asked = {
      house,
      surveyId,
      path: `/${house.slug}/ankieta/${slug}`,
      pages: definition.sections.map(({ name }) => ({ name, questions: namesOf(definition, name) })),
    };
    const all: Sent[] = Array.from({ length: sheets }, () => ({ id: randomUUID(), done: false }));
    const open = (): Sent[] => all.filter(({ done }) => !done);
    let count = 0;
    const counted = (): number => (count = sheets - open().length);
    const at: number[] = [];
    let server = await startOkienko(folder);
    try {
      for (let kill = 1; kill <= kills; kill++) {
        const before = (sheets * kill) / (kills + 1);
        let killed: Promise<void> | undefined;
        await sendAll(server, asked, open(), () => {
          if (counted() < before) return false;
          killed ??= killAll(server, folder);
          return true;
        });
        await killed;
        at.push(counted());
        server = await startOkienko(folder);
        const database = await openFolder(folder);
        const rows = await assertKept(database.owner, asked, all);
        await database.close();
        say(`  killed after ${count} sheets were acknowledged: all of them there, ${rows} rows`);
      }
      while (open().length > 0) await sendAll(server, asked, open(), () => false);
      const database = await openFolder(folder);
      const rows = await assertKept(database.owner, asked, all);
      await database.close();
      assert.equal(rows, sheets, 'each sheet is one row');
    } finally {
      await server.stop();
    }
    return [
      {
        part: 'survey',
        measured: `${sheets} sheets of two pages, server and database killed after ${at.join(', ')} acknowledgements`,
        ours: `${sheets} rows at the end`,
        target: { words: 'every acknowledged sheet and half-filled page there, none twice', met: true },
      },
    ];
  } finally {
    remove();
  }
}
