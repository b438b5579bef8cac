import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { caseStates, caseStep, caseSteps, isOpen, openActions, stateWords } from './lifecycle.ts';

const { owner } = testDatabase();

// The README draws the table; when the table changes, this is what it must hold.
function lifecycleDiagram(): string {
  return [
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> reported',
    '  [*] --> draft',
    ...caseStates.map((state) => `  ${state}: ${stateWords(state)}`),
    ...caseSteps.flatMap((step) => step.from.map((from) => `  ${from} --> ${step.to}: ${step.action}`)),
    '```',
  ].join('\n');
}

describe('the one table of a case', () => {
  it('names the same states as the check in the database', async () => {
    const { rows } = await owner.query(
      `select pg_get_constraintdef(oid) as check from pg_constraint where conrelid = 'case_file'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%state%'`,
    );
    const named = [...String(rows[0].check).matchAll(/'([a-z_]+)'::text/g)].map((match) => match[1]);
    expect(new Set(named)).toEqual(new Set(caseStates));
  });

  it('leads everywhere: every state but the first ones is reached, and no step leads to where it began', () => {
    const reached = new Set(caseSteps.map((step) => step.to));
    expect(caseStates.filter((state) => !reached.has(state))).toEqual(['reported']);
    for (const step of caseSteps) expect(step.from).not.toContain(step.to);
  });

  it('closes a case where nothing is left to do', () => {
    expect(caseStates.filter((state) => !isOpen(state))).toEqual([
      'answered',
      'left_unconsidered',
      'refused',
      'withdrawn',
      'closed',
    ]);
    expect(openActions('reported')).toEqual(['answer-report', 'start-application', 'withdraw']);
  });

  it('knows no step that is not in it', () => {
    expect(() => caseStep('invent')).toThrow(/no such step/);
  });

  it('is drawn in the README as it stands', () => {
    const readme = readFileSync(path.join(import.meta.dirname, '../README.md'), 'utf8');
    expect(readme).toContain(lifecycleDiagram());
  });
});
