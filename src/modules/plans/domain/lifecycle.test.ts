import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  after,
  inForce,
  inPreparation,
  leading,
  mayTake,
  type PlanAction,
  planSteps,
  type Standing,
  type VersionState,
  versionStates,
} from './lifecycle.ts';

const actions: readonly PlanAction[] = planSteps.map((step) => step.action);
const count = (versions: readonly Standing[], states: readonly VersionState[]): number =>
  versions.filter(({ state }) => states.includes(state)).length;

const movesOn = (versions: readonly Standing[]): (readonly [PlanAction, number])[] =>
  actions.flatMap((action) =>
    [0, ...versions.map(({ number }) => number)].map((number) => [action, number] as const),
  );

/** Takes steps one after another; what is not open changes nothing. */
const live = (steps: readonly (readonly [PlanAction, number])[]): readonly Standing[] =>
  steps.reduce<readonly Standing[]>(
    (versions, [action, number]) => after(versions, action, number) ?? versions,
    [],
  );

/** A life of a plan: at every turn any step on any version (wild), or one of those that are open then. */
const lifeOf = (turns: readonly { wild: boolean; pick: number }[]): readonly Standing[] =>
  turns.reduce<readonly Standing[]>((versions, { wild, pick }) => {
    const all = movesOn(versions);
    const moves = wild
      ? all
      : all.filter(([action, number]) => ![undefined, versions].includes(after(versions, action, number)));
    const [action, number] = moves[pick % Math.max(moves.length, 1)] ?? ['draw-up', 0];
    return after(versions, action, number) ?? versions;
  }, []);

const anyLife = fc
  .array(fc.record({ wild: fc.integer({ min: 0, max: 3 }).map((one) => one === 0), pick: fc.nat(1000) }), {
    maxLength: 40,
    size: 'max',
  })
  .map((turns) => ({ turns, versions: lifeOf(turns) }));

/** Where a version may be found after any one step: what was approved never goes back, what is over stays over. */
const allowedAfter = (state: VersionState): readonly VersionState[] => {
  if (inForce.includes(state)) return [...inForce, 'superseded'];
  return state === 'superseded' || state === 'abandoned' ? [state] : versionStates;
};

describe('the life of a plan, whatever anybody tries', () => {
  it('never has two versions in force (art. 41(2))', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        expect(count(life.versions, inForce)).toBeLessThan(2);
      }),
      { numRuns: 500 },
    );
  });

  it('never has two running versions', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        expect(count(life.versions, ['running'])).toBeLessThan(2);
      }),
      { numRuns: 500 },
    );
  });

  it('never has two versions in preparation', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        expect(count(life.versions, inPreparation)).toBeLessThan(2);
      }),
      { numRuns: 500 },
    );
  });

  it('numbers its versions 1, 2, 3 and never takes an approved one back to work', () => {
    fc.assert(
      fc.property(
        anyLife,
        fc.constantFrom(...actions),
        fc.integer({ min: 0, max: 5 }),
        (life, action, number) => {
          const before = life.versions;
          const next = after(before, action, number) ?? before;
          expect(next.map((version) => version.number)).toEqual(next.map((_, index) => index + 1));
          for (const version of before) {
            const now = next.find((one) => one.number === version.number)?.state;
            expect(allowedAfter(version.state)).toContain(now);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reaches every state by its own steps', () => {
    const reached = new Set(
      fc
        .sample(anyLife, { numRuns: 2000, seed: 7 })
        .flatMap((life) => life.versions.map(({ state }) => state)),
    );
    expect([...reached].sort()).toEqual([...versionStates].sort());
  });
});

describe('single steps', () => {
  const running: Standing[] = [{ number: 1, state: 'running' }];

  it('art. 41(2): an approved change puts the version of before out of force', () => {
    const changed = live([
      ['draw-up', 0],
      ['agree', 1],
      ['approve', 1],
      ['start', 1],
      ['update', 1],
      ['agree', 2],
      ['approve', 2],
    ]);
    expect(changed).toEqual([
      { number: 1, state: 'superseded' },
      { number: 2, state: 'approved' },
    ]);
  });

  it('what holds goes on while a change is being prepared', () => {
    expect(after(running, 'update', 1)).toEqual([...running, { number: 2, state: 'draft' }]);
  });

  it('nobody starts a second change beside an open one', () => {
    expect(after([...running, { number: 2, state: 'agreed' }], 'update', 1)).toBeUndefined();
  });

  it.each(['end', 'resign'] as const)('%s leaves nothing to change: an open draft is given up', (action) => {
    expect(after([...running, { number: 2, state: 'draft' }], action, 1)?.[1]).toEqual({
      number: 2,
      state: 'abandoned',
    });
  });

  it('a change is not approved once the plan has ended', () => {
    expect(
      after(
        [
          { number: 1, state: 'ended' },
          { number: 2, state: 'agreed' },
        ],
        'approve',
        2,
      ),
    ).toBeUndefined();
  });

  it('art. 38(1): what was agreed is not written over; it is taken back first', () => {
    expect(mayTake('write', 'agreed')).toBe(false);
    expect(after([{ number: 1, state: 'agreed' }], 'reopen', 1)).toEqual([{ number: 1, state: 'draft' }]);
  });

  it('a plan that was given up may be drawn up again; one in force may not', () => {
    expect(after([{ number: 1, state: 'abandoned' }], 'draw-up', 0)?.[1]).toEqual({
      number: 2,
      state: 'draft',
    });
    expect(after(running, 'draw-up', 0)).toBeUndefined();
  });

  it('the version that leads is the one in force, else the newest that was not given up', () => {
    const given = { number: 3, state: 'abandoned' } as const;
    expect(leading([{ number: 1, state: 'running' }, { number: 2, state: 'draft' }, given])?.number).toBe(1);
    expect(leading([{ number: 2, state: 'draft' }, given])?.number).toBe(2);
    expect(leading([given])?.number).toBe(3);
  });
});
