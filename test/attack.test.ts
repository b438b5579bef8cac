import { beforeAll, describe, expect, it } from 'vitest';
import { commands, queries } from '../src/app/modules.ts';
import { type Role, roles } from '../src/platform/actor.ts';
import { runningConsultation } from '../src/modules/diagnosis/diagnosis.fixture.ts';
import { runningSurvey } from '../src/modules/survey/survey.fixture.ts';
import { newId } from '../src/platform/ids.ts';
import { garbage, idsOf, type Ids, inputOf, spoiled } from './support/attack.ts';
import { testHouse } from './support/centre.ts';
import { planScene, programmeScene } from './support/plan.ts';

const house = testHouse();
/** Stands in the other centre's names; no answer of ours may hold it. */
const mark = 'Obcoziemna';
const nowhere = newId();
let own: Ids;
let foreign: Ids;
/** What the other centre's audit held before anybody tried. */
let arranged: number;

const foreignEntries = async (): Promise<number> => {
  const { rows } = await house.owner.query<{ entries: number }>(
    'select count(*)::int as entries from audit_entry where centre_id = $1',
    [house.other.id],
  );
  return rows[0]?.entries ?? 0;
};

beforeAll(async () => {
  for (const centre of [house.centre, house.other]) {
    const offered = await programmeScene(house, centre);
    const name = centre === house.other ? `Ewa ${mark}` : 'Anna Swojska';
    await planScene(house, offered, 'whole', { centre, name });
    await runningSurvey(house, `Ankieta ${name}`, { centre });
    await runningConsultation(house, `Diagnoza ${name}`, centre);
  }
  own = await idsOf(house.owner, house.centre.id, nowhere);
  foreign = await idsOf(house.owner, house.other.id, nowhere);
  arranged = await foreignEntries();
});

/** How a try ended: done, the kind of its problem, or the fault that must not be. */
const ending = async (asked: Promise<{ ok: true } | { ok: false; problem: { kind: string } }>) =>
  await asked.then(
    (outcome) => (outcome.ok ? 'done' : outcome.problem.kind),
    (fault: Error) => `FAULT ${fault.message}`,
  );

/** Whether an input names anything of the other centre. */
const aims = (input: unknown): boolean => {
  const text = JSON.stringify(input);
  return Object.values(foreign).some((id) => text.includes(id));
};

describe("another centre's ids", () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    '%s does nothing with them, whoever asks',
    async (_name, command) => {
      const input = inputOf(command.input, foreign);
      const endings = await Promise.all(
        roles.map(async (role) => {
          const ended = await ending(house.runner.run(command, house.centre.as(role), input));
          return `${role}: ${ended}`;
        }),
      );
      const wrong = endings.filter((one) => one.includes('FAULT') || (one.endsWith('done') && aims(input)));
      expect(wrong).toEqual([]);
    },
  );

  it.each(queries.map((query) => [query.name, query] as const))(
    '%s shows nothing of them, whoever asks',
    async (_name, query) => {
      const input = inputOf(query.input, foreign);
      for (const role of roles) {
        const answer = await house.runner.ask(query, house.centre.as(role), input);
        expect(JSON.stringify(answer)).not.toContain(mark);
      }
    },
  );

  it('leave no trace in the centre they are taken from', async () => {
    expect(arranged).toBeGreaterThan(0);
    expect(await foreignEntries()).toBe(arranged);
  });
});

/** The first role that a verb names: it gets furthest in. */
const insider = (allow: Partial<Record<Role, unknown>>): Role =>
  roles.find((role) => allow[role]) ?? 'visitor';

describe('garbage in any field is answered, never a fault', () => {
  it.each(commands.map((command) => [command.name, command] as const))('%s', async (_name, command) => {
    const actor = house.centre.as(insider(command.allow));
    const input = inputOf(command.input, own);
    const faults: string[] = [];
    for (const spoil of [...garbage, undefined])
      for (const [path, sent] of spoiled(input, spoil)) {
        const ended = await ending(house.runner.run(command, actor, sent));
        if (ended.startsWith('FAULT')) faults.push(`${path} = ${String(spoil).slice(0, 20)}: ${ended}`);
      }
    expect(faults).toEqual([]);
  });

  it.each(queries.map((query) => [query.name, query] as const))('%s', async (_name, query) => {
    const actor = house.centre.as(insider(query.allow));
    const input = inputOf(query.input, own);
    const faults: string[] = [];
    for (const spoil of [...garbage, undefined])
      for (const [path, sent] of spoiled(input, spoil)) {
        const ended = await ending(house.runner.ask(query, actor, sent));
        if (ended.startsWith('FAULT')) faults.push(`${path} = ${String(spoil).slice(0, 20)}: ${ended}`);
      }
    expect(faults).toEqual([]);
  });

  it.each([...commands, ...queries].map((verb) => [verb.name, verb] as const))(
    '%s takes no input that is no object',
    (_name, { input }) => {
      for (const sent of ['', 'x', 5, null, [], [[]], Number.NaN, true])
        expect(() => input.safeParse(sent)).not.toThrow();
    },
  );
});
