import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { always } from '../src/platform/actor.ts';
import { query } from '../src/platform/runner/query.ts';
import { testHouse } from './support/centre.ts';
import { okienko, reaching } from './support/command-line.ts';

const house = testHouse();

const look = query({
  name: 'test.look',
  summary: 'Look at something of a person',
  input: z.object({}),
  output: z.object({}),
  basis: 'test',
  read: async () => await Promise.resolve({}),
  allow: { clerk: always },
  discloses: () => ({ what: { fields: ['name'] } }),
});

describe('okienko verify-audit (art. 50(3): who, when, what, verifiable)', () => {
  it('ends with 0 and the last hash of each centre when every chain is whole', async () => {
    for (const centre of [house.centre, house.centre, house.centre, house.other])
      await house.runner.ask(look, centre.as('clerk'), {});
    const ended = await okienko(['verify-audit'], reaching(house.address));
    expect(ended).toMatchObject({ code: 0, complained: '' });
    expect(ended.said).toMatch(/^inne: łańcuch cały, liczba wpisów: 1, ostatni skrót: [0-9a-f]{64}$/m);
    expect(ended.said).toMatch(/^jarocin: łańcuch cały, liczba wpisów: 3, ostatni skrót: [0-9a-f]{64}$/m);
  });

  it('ends with 1 and names the first broken link of the centre it is in, and only of that one', async () => {
    await house.owner.query(
      `update audit_entry set what = '{"fields": []}' where centre_id = $1 and seq = 2`,
      [house.centre.id],
    );
    const ended = await okienko(['verify-audit'], reaching(house.address));
    expect(ended.code).toBe(1);
    expect(ended.said).toMatch(/^inne: łańcuch cały/m);
    expect(ended.said).toMatch(/^jarocin: łańcuch przerwany, pierwsze zerwane ogniwo to wpis nr 2$/m);
  });
});
