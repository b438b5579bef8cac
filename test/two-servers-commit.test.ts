import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { always } from '../src/platform/actor.ts';
import { openPool } from '../src/platform/database/pool.ts';
import { newId } from '../src/platform/ids.ts';
import { command } from '../src/platform/runner/command.ts';
import { createRunner, type Runner } from '../src/platform/runner/runner.ts';
import { testHouse } from './support/centre.ts';

const house = testHouse();

/** Appends a row, as notes do: such commands of one server share their transactions. */
const append = command({
  name: 'test.append',
  summary: 'Append a row',
  input: z.object({ body: z.string() }),
  result: z.object({ id: z.string() }),
  basis: 'test',
  load: async () => await Promise.resolve({}),
  allow: { clerk: always },
  decide: (_target, { body }) => ({ id: newId(), body }),
  async save(tx, { id, body }, { actor, now }) {
    await tx
      .insertInto('outbox')
      .values({
        centre_id: actor.centreId,
        id,
        kind: 'test.append',
        payload: JSON.stringify({ body }),
        created_at: now,
      })
      .execute();
    return { id };
  },
  audit: ({ id }) => ({ what: { id } }),
  joins: true,
});

const rows = async (): Promise<{ id: string; body: string; together: string }[]> =>
  (
    await house.owner.query<{ id: string; body: string; together: string }>(
      `select id, payload->>'body' as body, xmin::text as together from outbox where kind = 'test.append'`,
    )
  ).rows;

describe('group commit between two servers on one database', () => {
  it('acknowledges what stands: every row once, the chain whole and without a gap', async () => {
    const second = openPool(house.address, 'app', 4);
    const servers: Runner[] = [house.runner, createRunner(second, house.clock)];
    const actor = house.centre.as('clerk');
    // Each submission of the last fifty is sent to both servers at once, as a person who clicks twice behind a proxy does.
    const sent = Array.from({ length: 200 }, (_, n) => ({
      n,
      once: newId(),
      to: n < 150 ? [n % 2] : [0, 1],
    }));
    const answers = await Promise.all(
      sent.flatMap(({ n, once, to }) =>
        to.map(async (at) => {
          const outcome = await servers[at]?.run(append, actor, { body: String(n) }, { once });
          if (!outcome?.ok) throw new Error(outcome?.problem.code ?? 'no server');
          return { n, id: outcome.value.id };
        }),
      ),
    );
    await second.end();
    const written = await rows();
    expect(written.map(({ body }) => Number(body)).sort((a, b) => a - b)).toEqual(sent.map(({ n }) => n));
    const idOf = new Map(written.map(({ id, body }) => [Number(body), id]));
    expect(answers.filter(({ n, id }) => idOf.get(n) !== id)).toEqual([]);
    // Shared by those of one server, so there are far fewer transactions than rows.
    expect(new Set(written.map(({ together }) => together)).size).toBeLessThan(100);
    const { rows: entries } = await house.owner.query<{ entries: number; first: number; last: number }>(
      `select count(*)::int as entries, min(seq)::int as first, max(seq)::int as last from audit_entry
       where centre_id = $1 and action = 'test.append'`,
      [house.centre.id],
    );
    expect(entries).toEqual([{ entries: 200, first: 1, last: 200 }]);
    const { rows: broken } = await house.owner.query<{ broken: number | null }>(
      'select app.audit_first_broken($1) as broken',
      [house.centre.id],
    );
    expect(broken).toEqual([{ broken: null }]);
  });
});
