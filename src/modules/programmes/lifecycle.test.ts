import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { guard, openSteps, stateAfter, type VersionAction, versionSteps } from './domain/lifecycle.ts';
import { versionStates } from './domain/states.ts';
import { programmes } from './index.ts';

const database = testDatabase();

describe('the life of a version in one table', () => {
  it('has the same states as the SQL check', async () => {
    const found = await database.owner.query<{ text: string }>(
      `select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'programme_version_state_check'`,
    );
    const states = [...(found.rows[0]?.text ?? '').matchAll(/'([a-z_]+)'/g)].map((match) => match[1]);
    expect(new Set(states)).toEqual(new Set<string>(versionStates));
  });

  it('reaches every state from the first draft', () => {
    const reached = new Set(versionSteps.flatMap((step) => (step.to === null ? [] : [step.to as string])));
    expect([...reached].sort()).toEqual([...versionStates].sort());
  });

  it('names a command for every step but the one that a successor takes, and no other command changes a version', () => {
    const steps = versionSteps
      .map((step) => `programmes.${step.action}`)
      .filter((name) => name !== 'programmes.supersede');
    expect(programmes.commands.map((command) => command.name).sort()).toEqual(steps.sort());
  });

  it.each<[VersionAction, string[], string | null]>([
    ['write-item', ['draft'], null],
    ['submit-as-draft-resolution', ['draft'], 'draft_resolution'],
    ['take-back', ['draft_resolution'], 'draft'],
    ['record-adoption', ['draft_resolution'], 'adopted'],
    ['put-in-force', ['adopted'], 'in_force'],
    ['amend', ['in_force'], null],
    ['supersede', ['in_force'], 'superseded'],
    ['repeal', ['adopted', 'in_force'], 'repealed'],
    ['end', ['in_force'], 'ended'],
    ['end-expired', ['in_force'], 'ended'],
    ['record-information', ['ended', 'repealed'], 'reported'],
  ])('%s', (action, from, to) => {
    for (const state of versionStates) {
      const refusal = guard(action, state);
      expect(refusal === undefined, `${action} from ${state}`).toBe(from.includes(state));
      expect(refusal?.words ?? 'Nic się nie zmieniło').toMatch(/Nic się nie zmieniło/);
      expect(stateAfter(action, state)).toBe(to ?? state);
    }
  });

  it('opens buttons only to those who may take the step', () => {
    expect(openSteps('in_force', ['director'])).toEqual(['amend', 'repeal', 'end']);
    expect(openSteps('in_force', ['service_organiser'])).toEqual(['amend', 'repeal', 'end']);
    for (const role of ['clerk', 'plan_coordinator', 'provider', 'resident', 'auditor'] as const)
      expect(openSteps('in_force', [role])).toEqual([]);
  });
});
