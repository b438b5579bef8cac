import type { LightMyRequestResponse } from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { commands, queries } from '../src/app/modules.ts';
import { expectedOf, isOfRecord, namesIn, type Relation, relations } from '../src/app/visibility.ts';
import { lists } from '../src/app/visibility-lists.ts';
import { bySecret, records } from '../src/app/visibility-records.ts';
import { type Role, roles } from '../src/platform/actor.ts';
import { newId } from '../src/platform/ids.ts';
import { type Ids, inputOf } from './support/attack.ts';
import { recordNames } from './support/relations.ts';
import {
  foreignMark,
  hiddenAddress,
  rowsNotArranged,
  type Verb,
  visibilityScene,
} from './support/visibility-scene.ts';

const scene = visibilityScene();
const nowhere = newId();
const verbs: readonly Verb[] = [...commands, ...queries];
const isQuery = (verb: Verb): boolean => 'read' in verb;

/** Nested input as the address of a query says it: dotted names. A yes or no cannot be said there and may be left out. */
function flat(value: unknown, name = ''): [string, string][] {
  if (value === null || value === undefined || typeof value === 'boolean') return [];
  if (typeof value !== 'object') return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, part]) => flat(part, name === '' ? key : `${name}.${key}`));
}

async function send(verb: Verb, role: Role, relation: Relation | undefined, ids: Ids) {
  const input = scene.inputOf(verb, ids);
  const request = isQuery(verb)
    ? { url: `/api/queries/${verb.name}?${new URLSearchParams(flat(input)).toString()}` }
    : { method: 'POST' as const, url: `/api/commands/${verb.name}`, payload: input as object };
  return await scene.send(request, role, relation);
}

/** A refusal by state (409) has passed the policy: whoever may not is never told of a state. */
const answerOf = ({ statusCode }: LightMyRequestResponse): string => {
  if (statusCode < 300 || statusCode === 409) return 'open';
  return [401, 403, 404].includes(statusCode) ? 'closed' : `status ${statusCode}`;
};

/** What an answer tells: its status and the code of its problem. */
const outline = ({ statusCode, body }: LightMyRequestResponse): string => {
  const parsed: unknown = statusCode < 300 ? {} : JSON.parse(body);
  const code = typeof parsed === 'object' && parsed !== null && 'code' in parsed ? String(parsed.code) : '';
  return `${statusCode} ${code}`;
};

/** What the run has tried, by relation. */
const tally = new Map<string, { tried: number; open: number; closed: number }>();
const count = (relation: Relation | undefined, answer: string): void => {
  const key = relation ?? 'no record';
  const so = tally.get(key) ?? { tried: 0, open: 0, closed: 0 };
  const open = answer === 'open' ? 1 : 0;
  tally.set(key, { tried: so.tried + 1, open: so.open + open, closed: so.closed + 1 - open });
};
afterAll(() => {
  process.stdout.write(`visibility, API: ${JSON.stringify(Object.fromEntries(tally))}\n`);
});

/** What is wrong with one try; undefined: it went as the table says. */
async function fault(verb: Verb, role: Role, relation: Relation | undefined): Promise<string | undefined> {
  const response = await send(verb, role, relation, scene.idsFor(verb.name, role, relation));
  const answer = answerOf(response);
  count(relation, answer);
  const said = `${role} / ${relation ?? 'no record'}: ${outline(response)}`;
  if (hiddenAddress.test(response.body)) return `${said} with the hidden address`;
  if (response.body.includes(foreignMark)) return `${said} with the other centre's name`;
  if (relation === 'foreign') {
    if (response.statusCode === 404) return undefined;
    const absent = await send(verb, role, relation, scene.idsOfNobody(verb.name, role));
    return outline(response) === outline(absent) ? undefined : `${said}, of nobody's ${outline(absent)}`;
  }
  // The API asks for a session; what a visitor may do is tried through the pages.
  const expected = role === 'visitor' ? 'closed' : expectedOf(verb.name, role, relation);
  if (rowsNotArranged.includes(verb.name) && expected === 'open' && response.statusCode === 404)
    return undefined;
  return answer === expected ? undefined : `${said}, expected ${expected}`;
}

describe('every operation of the API x every role x own, other, foreign and shielded record (art. 50(2))', () => {
  it('a verb whose input names a record stands in the table of records, and no verb twice', () => {
    const names = (verb: Verb, name: string): boolean =>
      (JSON.stringify(inputOf(verb.input, { [name]: nowhere })) ?? '').includes(nowhere);
    const ofRecord = verbs.filter(
      (verb) => !verb.name.startsWith('lpdi.') && recordNames.some((name) => names(verb, name)),
    );
    expect(ofRecord.length).toBeGreaterThan(70);
    expect(ofRecord.filter((verb) => !isOfRecord(verb.name)).map(({ name }) => name)).toEqual([]);
    const there = new Set<string>(verbs.map(({ name }) => name));
    const named = [...[...records, ...lists].flatMap((row) => row.verbs), ...bySecret];
    expect(named.filter((name) => !there.has(name))).toEqual([]);
    expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
  });

  it.each(verbs.map((verb) => [verb.name, verb] as const))('%s', async (name, verb) => {
    const tried = isOfRecord(name) ? relations : ([undefined, 'foreign'] as const);
    const faults: (string | undefined)[] = [];
    for (const relation of tried)
      faults.push(...(await Promise.all(roles.map(async (role) => await fault(verb, role, relation)))));
    expect(faults.filter((one) => one !== undefined)).toEqual([]);
  });
});

describe('a list names the persons whose records a role may meet there, and nobody else', () => {
  const asked = queries.filter(({ name }) => !isOfRecord(name));

  it.each(asked.map((verb) => [verb.name, verb] as const))('%s', async (name, verb) => {
    const wrong: string[] = [];
    await Promise.all(
      roles.map(async (role) => {
        const { body } = await send(verb, role, undefined, scene.idsFor(name, role, undefined));
        const { own, others } = scene.marksFor(role);
        const reach = namesIn(name, role);
        const never = reach === 'all' ? [] : reach === 'own' ? others : [...own, ...others];
        const named = never.filter((mark) => body.includes(mark));
        if (named.length > 0) wrong.push(`${role} (${reach}): ${named.join(' ')}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('who sees their own sees them: the lists are not empty', async () => {
    const list = queries.find(({ name }) => name === 'casework.list-cases');
    if (!list) throw new Error('no such query');
    for (const role of ['plan_coordinator', 'assistance_organiser', 'clerk'] as const) {
      const { body } = await send(list, role, undefined, {
        ...scene.idsFor('', role, undefined),
        whose: 'all',
        state: 'any',
        text: '',
      });
      expect([role, body.includes(scene.markOf(role, 'own'))]).toEqual([role, true]);
    }
  });
});
