import assert from 'node:assert/strict';
import { addNote } from '../../src/modules/casework/commands/add-note.ts';
import { viewCase } from '../../src/modules/casework/queries/view-case.ts';
import { plainAccess } from '../house.ts';
import type { Comparison } from '../interleave.ts';
import { type Running, startPeer } from '../processes.ts';
import { atLeast, type Figure, perSecond, say } from '../report.ts';
import { against, answerOf, caseStatement, onStage, type Stage } from '../stage.ts';

const json = { 'content-type': 'application/json' };

async function readCase(stage: Stage, bare: Running): Promise<Comparison> {
  const ourPath = (caseId: string): string => `/api/queries/${viewCase.name}?caseId=${caseId}`;
  const barePath = (caseId: string): string => `/case?caseId=${caseId}`;
  const { cookie } = stage.worker;
  for (const caseId of stage.read)
    assert.deepEqual(
      JSON.parse(await answerOf(`${stage.ours.url}${ourPath(caseId)}`, cookie)),
      JSON.parse(await answerOf(`${bare.url}${barePath(caseId)}`, '')),
    );
  const gets = (path: (caseId: string) => string) =>
    stage.read.map((caseId) => ({ method: 'GET' as const, path: path(caseId) }));
  return await against(
    stage,
    viewCase.name,
    { name: 'ours', running: stage.ours, task: { headers: { cookie }, requests: gets(ourPath) } },
    { name: 'bare', running: bare, task: { headers: {}, requests: gets(barePath) } },
  );
}

async function postNotes(stage: Stage, bare: Running): Promise<Comparison> {
  const ourPath = `/api/commands/${addNote.name}`;
  const { cookie } = stage.worker;
  const posts = (path: string) =>
    stage.written.map((caseId) => ({
      method: 'POST' as const,
      path,
      body: JSON.stringify({ caseId, kind: 'call', body: 'Zadzwonić w piątek po 16.00.' }),
    }));
  const noted = async (url: string, path: string, as: string): Promise<unknown> => {
    const { result } = JSON.parse(await answerOf(`${url}${path}`, as, posts(path)[0]?.body)) as {
      result: { noteId: string };
    };
    const columns = 'case_id, author_id, kind, body, restricted';
    const found = await stage.database.owner.query(`select ${columns} from note where id = $1`, [
      result.noteId,
    ]);
    return found.rows;
  };
  assert.deepEqual(await noted(stage.ours.url, ourPath, cookie), await noted(bare.url, '/note', ''));
  return await against(
    stage,
    addNote.name,
    {
      name: 'ours',
      running: stage.ours,
      task: { headers: { ...json, cookie }, requests: posts(ourPath), keyed: true },
    },
    { name: 'bare', running: bare, task: { headers: json, requests: posts('/note'), keyed: true } },
  );
}

/** An authorised, audited read of a case and the posting of a note against the least that gives the same answers. */
export async function caseParts(): Promise<Figure[]> {
  return await onStage(async (stage) => {
    const statements = {
      centreId: stage.house.centreId,
      authorId: stage.worker.id,
      readCase: await caseStatement(stage),
    };
    const bare = await stage.keep(
      startPeer('bare', { ...plainAccess(stage.database), STATEMENTS: JSON.stringify(statements) }),
    );
    say(' reading a case (JSON)');
    const reading = await readCase(stage, bare);
    say(' posting a note (JSON)');
    const writing = await postNotes(stage, bare);
    return [figure('read of a case, JSON', reading, 0.5), figure('posting of a note, JSON', writing, 0.5)];
  });
}

const figure = (measured: string, compared: Comparison, target: number): Figure => ({
  part: 'case',
  measured,
  ours: perSecond(compared.ours),
  beside: perSecond(compared.beside),
  ratio: compared.ratio,
  target: atLeast(target, compared.ratio),
});
