import { identification } from '../../src/modules/access/index.ts';
import { viewCase } from '../../src/modules/casework/queries/view-case.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { plainAccess } from '../house.ts';
import { assertSameMarkup } from '../markup.ts';
import { startPeer } from '../processes.ts';
import { buildReactPeer } from '../react.ts';
import { atLeast, type Figure, perSecond, say } from '../report.ts';
import { against, answerOf, caseStatement, onStage } from '../stage.ts';

/** The page of a case, rendered, authorised and audited, against the same page in React on bare Fastify. */
export async function pagePart(): Promise<Figure[]> {
  const script = await buildReactPeer();
  return await onStage(async (stage) => {
    const { cookie } = stage.worker;
    const visit = await identification(stage.database.pool, systemClock).identify(
      cookie.slice('okienko='.length),
    );
    const statements = {
      centreId: stage.house.centreId,
      authorId: stage.worker.id,
      readCase: await caseStatement(stage),
      visit,
    };
    const react = await stage.keep(
      startPeer(script, { ...plainAccess(stage.database), STATEMENTS: JSON.stringify(statements) }),
    );
    const path = (caseId: string): string => `/praca/sprawy/${caseId}`;
    let bytes = 0;
    for (const caseId of stage.read) {
      const ours = await answerOf(`${stage.ours.url}${path(caseId)}`, cookie);
      assertSameMarkup(await answerOf(`${react.url}${path(caseId)}`, ''), ours);
      bytes = ours.length;
    }
    say(` page of a case (HTML, ${Math.round(bytes / 1024)} KB)`);
    const requests = stage.read.map((caseId) => ({ method: 'GET' as const, path: path(caseId) }));
    const compared = await against(
      stage,
      viewCase.name,
      { name: 'ours', running: stage.ours, task: { headers: { cookie }, requests } },
      { name: 'React', running: react, task: { headers: {}, requests } },
    );
    return [
      {
        part: 'page',
        measured: `page of a case, HTML, ${Math.round(bytes / 1024)} KB`,
        ours: perSecond(compared.ours),
        beside: perSecond(compared.beside),
        ratio: compared.ratio,
        target: atLeast(0.6, compared.ratio),
      },
    ];
  });
}
