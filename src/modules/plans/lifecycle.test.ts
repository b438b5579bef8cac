import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { type PlanStep, planSteps, versionStates } from './domain/lifecycle.ts';
import { actionKinds, closingOutcomes, contactKinds, endings, updateKinds } from './domain/plan.ts';

const house = testHouse();

/** The values that a check of the database lets into a column. */
async function allowed(table: string, column: string): Promise<string[]> {
  const { rows } = await house.owner.query<{ definition: string }>(
    `select pg_get_constraintdef(k.oid) as definition from pg_constraint k
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
     where k.contype = 'c' and k.conrelid = $1::regclass and a.attname = $2 and array_length(k.conkey, 1) = 1`,
    [table, column],
  );
  return rows.flatMap(({ definition }) =>
    [...definition.matchAll(/'([^']+)'::text/g)].map(([, value = '']) => value),
  );
}

describe('one table of the life of a plan', () => {
  it('the database lets in exactly its states', async () => {
    expect((await allowed('plan_version', 'state')).toSorted()).toEqual([...versionStates].sort());
  });

  it.each([
    ['plan_version', 'update_kind', updateKinds],
    ['plan_version', 'ending', endings],
    ['plan_action', 'kind', actionKinds],
    ['monitoring_entry', 'contact', contactKinds],
    ['plan_closing', 'outcome', closingOutcomes],
  ] as const)('%s.%s is held to the list of the code', async (table, column, values) => {
    expect((await allowed(table, column)).toSorted()).toEqual([...values].sort());
  });

  it('the picture in the README is drawn from it', () => {
    const readme = readFileSync(path.join(import.meta.dirname, 'README.md'), 'utf8');
    const steps: readonly PlanStep[] = planSteps;
    const drawn = steps.flatMap(({ action, from, to, makes }) => {
      if (makes)
        return from.length === 0
          ? [`[*] --> ${makes}: ${action}`]
          : from.map((one) => `${one} --> ${makes}: ${action} (the next version)`);
      return to === null ? [] : from.map((one) => `${one} --> ${to}: ${action}`);
    });
    const picture = [...readme.matchAll(/^ {2}(\S+ --> .+)$/gm)].map(([, line = '']) => line);
    expect(picture.toSorted()).toEqual(
      [...drawn, 'running --> superseded: approve (of the next version)'].toSorted(),
    );
  });

  it('a second version in force is refused by the database itself, whoever writes', async () => {
    const { rows } = await house.owner.query<{ name: string }>(
      `select indexname as name from pg_indexes where tablename = 'plan_version' and indexdef like 'CREATE UNIQUE%WHERE%' order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['plan_version_in_force', 'plan_version_in_preparation']);
  });
});
