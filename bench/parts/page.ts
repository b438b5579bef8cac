import assert from 'node:assert/strict';
import { identification } from '../../src/modules/access/index.ts';
import { viewCase } from '../../src/modules/casework/queries/view-case.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { plainAccess } from '../house.ts';
import { assertSameMarkup } from '../markup.ts';
import { startPeer } from '../processes.ts';
import { buildReactPeer } from '../react.ts';
import { atLeast, type Figure, perSecond, say } from '../report.ts';
import { against, answerOf, onStage } from '../stage.ts';

/**
 * What the React peer reads at each request: all that the page shows, as any page must that is true at that moment (the
 * target is held against this one); or only the case, with the rest in memory.
 */
const peers = [
  { rest: 'rows', words: 'React reads what it shows', target: true },
  { rest: 'memory', words: 'React reads the case, the rest from memory', target: false },
] as const;

/** The page of a case, rendered, authorised and audited, against the same page in React on bare Fastify. */
export async function pagePart(): Promise<Figure[]> {
  const script = await buildReactPeer();
  return await onStage(async (stage) => {
    const { cookie } = stage.worker;
    const visit = await identification(stage.database.pool, systemClock).identify(
      cookie.slice('okienko='.length),
    );
    assert.ok(visit);
    const path = (caseId: string): string => `/praca/sprawy/${caseId}`;
    const requests = stage.read.map((caseId) => ({ method: 'GET' as const, path: path(caseId) }));
    const figures: Figure[] = [];
    for (const { rest, words, target } of peers) {
      const react = await startPeer(script, {
        ...plainAccess(stage.database),
        VISIT: JSON.stringify(visit),
        PAGE: path(':caseId'),
        REST: rest,
      });
      let bytes = 0;
      for (const caseId of stage.read) {
        const ours = await answerOf(`${stage.ours.url}${path(caseId)}`, cookie);
        assertSameMarkup(await answerOf(`${react.url}${path(caseId)}`, ''), ours);
        bytes = ours.length;
      }
      say(` page of a case (HTML, ${Math.round(bytes / 1024)} KB), ${words}`);
      const compared = await against(
        stage,
        viewCase.name,
        { name: 'ours', running: stage.ours, task: { headers: { cookie }, requests } },
        { name: 'React', running: react, task: { headers: {}, requests } },
      );
      await react.stop();
      figures.push({
        part: 'page',
        measured: `page of a case, HTML, ${Math.round(bytes / 1024)} KB; ${words}`,
        ours: perSecond(compared.ours),
        beside: perSecond(compared.beside),
        ratio: compared.ratio,
        ...(target ? { target: atLeast(0.6, compared.ratio) } : {}),
      });
    }
    return figures;
  });
}
