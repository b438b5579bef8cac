import { sql } from 'kysely';
import { z } from 'zod';
import { addDays } from '../../law/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { dayInPoland } from '../../platform/clock.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inTransaction } from '../../platform/database/tenant.ts';
import { pl } from './pl.ts';
import type { Stage } from './stage.ts';
import { memberOf } from './turn.ts';

/** The centre in which an inspection goes on. */
const where = 'jarocin';

/** How many files are drawn, and how many of them the inspector has opened already. */
const size = 8;
const opened = 2;

/** How long the inspector has the files: long enough for a demonstration that stands for some weeks. */
const days = 45;

const mine = z.object({ files: z.array(z.object({ caseId: z.string() })) });

/**
 * An inspection that goes on: opened by the director, its sample drawn, an inspector with a persona who has begun to read.
 * All of it by the product's own commands, but the persona, which no command gives.
 */
export async function loadInspection(owner: Pool, stage: Stage, now: string): Promise<void> {
  const director = stage.crew.get('director');
  if (stage.centre.slug !== where || !director) return;
  await stage.setClock(now);
  const today = dayInPoland(now);
  const words = pl.inspection;
  const inspectionId = memberOf(
    await stage.run('inspections.open', director, {
      authority: 'voivode',
      ...words.order,
      periodFrom: addDays(today, -365),
      periodTo: today,
      kinds: ['application', 'plan'],
      validFrom: today,
      validTo: addDays(today, days),
    }),
    'inspectionId',
  );
  await stage.run('inspections.draw', director, { inspectionId, size, seed: words.seed });
  const { name, position, document } = words.inspector;
  const accountId = memberOf(
    await stage.run('inspections.admit', director, { inspectionId, name, position, document }),
    'accountId',
  );
  await inTransaction(owner, stage.centre.id, async (tx) => {
    await sql`update account set persona = ${words.persona}, password_hash = null, must_change_password = false
      where centre_id = ${stage.centre.id} and id = ${accountId}`.execute(tx);
  });
  const inspector: Actor = { centreId: stage.centre.id, accountId, name, position, roles: ['inspector'] };
  const { files } = mine.parse(await stage.ask('inspections.mine', inspector, {}));
  for (const { caseId } of files.slice(0, opened)) await stage.ask('inspections.file', inspector, { caseId });
}
