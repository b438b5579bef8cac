import { describe, expect, expectTypeOf, it } from 'vitest';
import { commands, daily, queries } from '../src/app/modules.ts';
import { type Allow, type Role, roles } from '../src/platform/actor.ts';
import type { insideCommand } from '../src/platform/runner/command.ts';
import { columns, type Letter, letters, matrix } from '../src/app/permission-matrix.ts';

const verbs = [
  ...commands.map((one) => ({ ...one, kind: 'command' })),
  ...queries.map((one) => ({ ...one, kind: 'query' })),
];

const named = (allow: Allow<unknown>): Role[] => roles.filter((role) => allow[role] !== undefined);

interface Expected {
  letter: Letter;
  roles: Role[];
}

const expectations = matrix.flatMap((row) =>
  letters.flatMap((letter) =>
    (row.verbs[letter] ?? []).map(
      (name) =>
        [name, { letter, roles: roles.filter((role) => row.cells[role].includes(letter)) }] as [
          string,
          Expected,
        ],
    ),
  ),
);
const expected = new Map(expectations);

/** What to paste for a verb that the matrix does not know yet. */
function suggestion(verb: { name: string; kind: string; allow: Allow<unknown>; basis: string }): string {
  const letter = verb.kind === 'query' ? 'R' : 'W';
  const cells = columns.map(({ role }) => (verb.allow[role] === undefined ? '–' : letter)).join('   ');
  return `row('…', '${verb.basis}', '${cells}', { ${letter}: ['${verb.name}'] }),`;
}

describe('the permission matrix', () => {
  it('knows every command and query of the product', () => {
    expect(verbs.filter((verb) => !expected.has(verb.name)).map(suggestion)).toEqual([]);
  });

  it('names no verb that is not there, and none twice', () => {
    const there = new Set(verbs.map((verb) => verb.name));
    const names = expectations.map(([name]) => name);
    expect(names.filter((name) => !there.has(name as `${string}.${string}`))).toEqual([]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('lets write or approve by commands only, and read by queries only', () => {
    const wrong = verbs.filter(
      ({ name, kind }) => expected.has(name) && (kind === 'query') !== (expected.get(name)?.letter === 'R'),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it.each(verbs.map((verb) => [verb.name, verb] as const))(
    '%s names exactly the roles of its row',
    (name, verb) => {
      expect(named(verb.allow)).toEqual(expected.get(name)?.roles ?? named(verb.allow));
    },
  );

  it('has a column for every role of the product, once', () => {
    expect(columns.map(({ role }) => role).sort()).toEqual([...roles].sort());
  });
});

describe('the system itself', () => {
  it('may do what the modules want done every day, and nothing else', () => {
    const may = verbs.filter(({ allow }) => (allow as Allow<unknown>).system !== undefined);
    expect(may.map(({ name }) => name).sort()).toEqual(daily.map(({ name }) => name).sort());
  });

  it('every daily command runs without being told anything', () => {
    expect(daily.filter(({ input }) => !input.safeParse({}).success).map(({ name }) => name)).toEqual([]);
  });
});

const outside: readonly Role[] = ['feeder', 'provider', 'region', 'resident', 'visitor', 'inspector'];

/**
 * Verbs of casework and plans that somebody outside the centre may use; everything else there qualifies, assesses or
 * plans, and art. 49 keeps it inside. Nothing is added here without reading art. 49 first.
 */
const outsideVerbs: Readonly<Record<string, readonly Role[]>> = {
  // A need is told and an application is the person's own (art. 35, 36).
  'casework.take-report': ['resident', 'visitor'],
  'casework.start-web-application': ['resident', 'visitor'],
  'casework.keep-web-step': ['resident', 'visitor'],
  'casework.send-application': ['resident', 'visitor'],
  'casework.attach-file': ['resident', 'visitor'],
  'casework.withdraw': ['resident', 'visitor'],
  // What the person asks of the centre in their own case (art. 41(2), 44; KPA art. 227); answering stays inside.
  'casework.ask-for-change': ['resident'],
  'casework.complain': ['resident'],
  'casework.announce-resignation': ['resident'],
  // Looking up one's case by its code changes nothing in the case.
  'casework.follow-case': outside.filter((role) => role !== 'inspector'),
  // The unit that an application was transferred to answers it (art. 38(1)).
  'casework.record-transfer-answer': ['feeder'],
};

describe('the first wall: art. 49 keeps qualifying, assessing and drafting plans inside the centre', () => {
  const guarded = commands.filter(({ name }) => /^(casework|plans)\./.test(name));

  it.each(guarded.map((one) => [one.name, one] as const))(
    '%s is closed to providers, units, the region and residents',
    (name, one) => {
      expect(
        named(one.allow).filter((role) => outside.includes(role) && !outsideVerbs[name]?.includes(role)),
      ).toEqual([]);
    },
  );

  it('the exceptions are real commands', () => {
    const names = new Set<string>(guarded.map(({ name }) => name));
    expect(Object.keys(outsideVerbs).filter((name) => !names.has(name))).toEqual([]);
  });

  it('a provider has no verb in casework but the look-up by a code', () => {
    const open = commands.filter(
      ({ name, allow }) => name.startsWith('casework.') && (allow as Allow<unknown>).provider !== undefined,
    );
    expect(open.map(({ name }) => name)).toEqual(['casework.follow-case']);
  });

  it('the type of an inside command does not let anybody outside be named', () => {
    type Inside = Parameters<typeof insideCommand<unknown, unknown, unknown, unknown>>[0]['allow'];
    expectTypeOf<
      Inside['provider' | 'feeder' | 'region' | 'resident' | 'visitor' | 'inspector']
    >().toEqualTypeOf<undefined>();
    expectTypeOf<NonNullable<Inside['plan_coordinator']>>().toBeFunction();
  });
});
