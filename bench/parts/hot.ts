import assert from 'node:assert/strict';
import { identification } from '../../src/modules/access/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { costOf, costWords } from '../cpu.ts';
import { serveDemonstration } from '../demonstration.ts';
import { plainAccess } from '../house.ts';
import { interleave, type Side } from '../interleave.ts';
import { load } from '../load.ts';
import { assertSameMarkup } from '../markup.ts';
import { type Running, startPeer } from '../processes.ts';
import { buildReactPeer } from '../react.ts';
import { atLeast, type Figure, perSecond, say } from '../report.ts';
import { answerOf, connections } from '../stage.ts';

const rounds = 5;
const seconds = 4;

/**
 * The page that everybody opens first, the list of services, as a visitor: ours from the memory of kept pages (with its
 * limit of readers, its language, its tags), React's rendered at each request from rows it keeps in memory.
 */
export async function hotPart(): Promise<Figure[]> {
  const script = await buildReactPeer();
  const served = await serveDemonstration(300, 1);
  let react: Running | undefined;
  try {
    const { database, server, centre } = served;
    const visit = await identification(database.pool, systemClock).visitorOf(centre.slug);
    react = await startPeer(script, {
      ...plainAccess(database),
      VISIT: JSON.stringify(visit),
      PAGE: '/:centre/uslugi',
      REST: 'memory',
    });
    const path = `/${centre.slug}/uslugi`;
    const ours = await answerOf(`${server.url}${path}`, '');
    assertSameMarkup(await answerOf(`${react.url}${path}`, ''), ours);
    assert.equal(await answerOf(`${server.url}${path}`, ''), ours);
    say(` list of services (HTML, ${Math.round(ours.length / 1024)} KB)`);
    const request = { headers: {}, requests: [{ method: 'GET' as const, path }], connections, seconds };
    const side = (name: string, { url }: Running): Side => ({
      name,
      measure: async () => (await load({ ...request, url })).perSecond,
    });
    const compared = await interleave(side('ours', server), side('React', react), rounds, '/s');
    for (const [name, running] of [
      ['ours', server],
      ['React', react],
    ] as const) {
      const cost = await costOf(
        database,
        running.process.pid,
        async () => (await load({ ...request, url: running.url })).answered,
      );
      say(`  ${name}: ${costWords(cost)}`);
    }
    return [
      {
        part: 'hot',
        measured: `list of services to a visitor, HTML, ${Math.round(ours.length / 1024)} KB`,
        ours: perSecond(compared.ours),
        beside: perSecond(compared.beside),
        ratio: compared.ratio,
        target: atLeast(1, compared.ratio),
      },
    ];
  } finally {
    await react?.stop();
    await served.close();
  }
}
