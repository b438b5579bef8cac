import { beforeAll, describe, expect, it } from 'vitest';
import { commands, queries } from '../src/app/modules.ts';
import { type Role, roles } from '../src/platform/actor.ts';
import { newId } from '../src/platform/ids.ts';
import type { Outcome } from '../src/platform/runner/outcome.ts';
import { idsOf, type Ids, inputOf } from './support/attack.ts';
import { testHouse } from './support/centre.ts';
import { planScene, programmeScene } from './support/plan.ts';

const house = testHouse();
const nowhere = newId();
let own: Ids;

beforeAll(async () => {
  const offered = await programmeScene(house);
  await planScene(house, offered, 'whole');
  own = await idsOf(house.owner, house.centre.id, nowhere);
});

/** Names of an input that say whose data it is about. */
const subjects = [
  'personId',
  'caseId',
  'planId',
  'feeId',
  'decisionId',
  'documentId',
  'attachmentId',
  'lineId',
  'needId',
  'actionId',
  'householdId',
  'relationId',
  'grantId',
];

const lastSeq = async (): Promise<number> =>
  Number(
    (
      await house.owner.query<{ seq: string | null }>(
        'select max(seq) as seq from audit_entry where centre_id = $1',
        [house.centre.id],
      )
    ).rows[0]?.seq ?? 0,
  );

/** Tries as every role and tells of each denial that left no entry, or one that does not say whose data it was about. */
async function silent(input: unknown, run: (role: Role) => Promise<Outcome<unknown>>): Promise<string[]> {
  const sent = JSON.stringify(input) ?? '';
  const aimed = subjects.some((name) => sent.includes(`"${name}":`) && own[name] !== nowhere);
  const wrong: string[] = [];
  const kinds = new Set<string>();
  for (const role of roles) {
    const before = await lastSeq();
    const outcome = await run(role);
    if (outcome.ok) kinds.add('done');
    if (outcome.ok) continue;
    const { kind } = outcome.problem;
    kinds.add(kind);
    if (kind !== 'forbidden' && (kind !== 'not_found' || sent.includes(nowhere) || !aimed)) continue;
    const { rows } = await house.owner.query<{ person_id: string | null; case_id: string | null }>(
      `select person_id, case_id from audit_entry where centre_id = $1 and seq > $2 and kind = 'access'`,
      [house.centre.id, before],
    );
    if (rows.length !== 1) wrong.push(`${role}: ${kind} left ${rows.length} entries`);
    else if (aimed && !rows[0]?.person_id && !rows[0]?.case_id) wrong.push(`${role}: ${kind} of nobody`);
  }
  // What nobody finds is not there.
  return kinds.size === 1 && kinds.has('not_found') ? [] : wrong;
}

describe('a denied try is written down with whose data it was aimed at (art. 50(3))', () => {
  it.each(commands.map((command) => [command.name, command] as const))('%s', async (_name, command) => {
    const input = inputOf(command.input, own);
    expect(await silent(input, (role) => house.runner.run(command, house.centre.as(role), input))).toEqual(
      [],
    );
  });

  it.each(queries.map((query) => [query.name, query] as const))('%s', async (_name, query) => {
    const input = inputOf(query.input, own);
    expect(await silent(input, (role) => house.runner.ask(query, house.centre.as(role), input))).toEqual([]);
  });
});
