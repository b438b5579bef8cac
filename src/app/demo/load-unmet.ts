import { dayInPoland } from '../../platform/clock.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inTransaction } from '../../platform/database/tenant.ts';
import { alikeKey, countUnmetNeeds, countWords, localitiesOf, termsText } from '../../modules/needs/index.ts';
import { centres } from './reference.ts';
import type { Stage } from './stage.ts';
import { toldNeeds, unknownWords } from './unmet.ts';

/**
 * Fills the ledger of unmet needs of one centre: two reviewed months and some days that await a review. What the
 * played cases ended without comes by itself, through the outbox.
 */
export async function loadUnmetNeeds(owner: Pool, stage: Stage, seed: string, now: string): Promise<void> {
  const today = dayInPoland(now);
  const { id, slug } = stage.centre;
  const gminas = centres.find((one) => one.id === slug)?.gminas ?? [];
  const places = await Promise.all(
    gminas.map(async (gmina) => ({ gmina, localities: await localitiesOf(gmina) })),
  );
  const { months, days } = toldNeeds(`${seed}-${slug}`, today, places);
  await inTransaction(owner, id, (tx) => countUnmetNeeds(tx, id, months));
  const organiser = stage.crew.get('service_organiser');
  if (!organiser) throw new Error(`${slug} has no organiser`);
  const keys = [...new Set(months.map((need) => alikeKey({ ...need, terms: termsText(need.terms) })))];
  await stage.setClock(now);
  await stage.run('needs.accept-needs', organiser, { keys });
  await inTransaction(owner, id, async (tx) => {
    await countUnmetNeeds(tx, id, days);
    for (const [word, times] of unknownWords)
      for (let asked = 0; asked < times; asked++) await countWords(tx, id, today, [word]);
  });
}
