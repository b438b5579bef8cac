import { beforeAll } from 'vitest';
import { type House, testHouse, type TestCentre } from '../../../test/support/centre.ts';
import type { Actor, Role } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import type { AnyCommand } from '../../platform/runner/command.ts';
import type { AnyQuery } from '../../platform/runner/query.ts';
import { registerPerson } from '../people/index.ts';
import { admitInspector, openInspection } from './commands/open.ts';
import { ownInspection } from './queries/sampled.ts';

/** Monday, ten in the morning in Poland. */
export const start = '2026-11-16T09:00:00.000Z';

export type Answer = Record<string, unknown>;

export const opening = {
  authority: 'voivode',
  authorityName: 'Urząd Wojewódzki, Wydział Polityki Społecznej',
  ground: 'Przepis z upoważnienia',
  authorisation: 'PS.431.7.2026 z 10.11.2026',
  periodFrom: '2026-01-01',
  periodTo: '2026-11-15',
  kinds: ['application'],
  validFrom: '2026-11-16',
  validTo: '2026-11-20',
};

const town = '3006023';

/** A house with twelve files of this year, one of a person whose address is hidden, one of the year before, one elsewhere. */
export interface InspectedHouse {
  house: House;
  /** Ids of files; filled before the first test. */
  cases: string[];
  of: { hidden: string; draft: string; foreign: string };
  /** What a command gave, or the code of its refusal. */
  run(command: AnyCommand, who: Role | Actor, input: unknown, centre?: TestCentre): Promise<Answer | string>;
  ask(query: AnyQuery, who: Role | Actor, input: unknown, centre?: TestCentre): Promise<Answer | string>;
  put(table: string, row: Record<string, unknown>): Promise<string>;
  caseOf(personId: string | null, submittedOn: string, centreId?: string): Promise<string>;
  signOf(caseId: string): Promise<string>;
  opened(change?: Partial<typeof opening>): Promise<string>;
  /** An inspector of an inspection as an actor, as a session would make one. */
  admitted(inspectionId: string): Promise<Actor>;
  filesOf(who: Actor): Promise<string[]>;
}

export function inspectedHouse(): InspectedHouse {
  const house = testHouse();
  let number = 0;

  const scene: InspectedHouse = {
    house,
    cases: [],
    of: { hidden: '', draft: '', foreign: '' },
    async run(command, who, input, centre = house.centre) {
      const outcome = await house.runner.run(command, typeof who === 'string' ? centre.as(who) : who, input);
      return outcome.ok ? (outcome.value as Answer) : outcome.problem.code;
    },
    async ask(query, who, input, centre = house.centre) {
      const outcome = await house.runner.ask(query, typeof who === 'string' ? centre.as(who) : who, input);
      return outcome.ok ? (outcome.value as Answer) : outcome.problem.code;
    },
    async put(table, row) {
      const all: Record<string, unknown> = { centre_id: house.centre.id, id: newId(), ...row };
      const names = Object.keys(all).filter((name) => all[name] !== undefined);
      await house.owner.query(
        `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
        names.map((name) => all[name]),
      );
      return String(all['id']);
    },
    caseOf: async (personId, submittedOn, centreId = house.centre.id) => {
      number += 1;
      return await scene.put('case_file', {
        centre_id: centreId,
        gmina: town,
        person_id: personId,
        sign: `CUS.5020.${number}.2026`,
        title: 'usługi opiekuńcze',
        state: 'submitted',
        channel: 'in_person',
        received_at: `${submittedOn}T09:00:00Z`,
        submitted_on: submittedOn,
      });
    },
    async signOf(caseId) {
      const { rows } = await house.owner.query<{ sign: string }>('select sign from case_file where id = $1', [
        caseId,
      ]);
      return rows[0]?.sign ?? '';
    },
    async opened(change = {}) {
      const result = await scene.run(openInspection, 'director', { ...opening, ...change });
      return typeof result === 'string' ? result : String(result['inspectionId']);
    },
    async admitted(inspectionId) {
      const [name, position] = ['Wit Kontrolny', 'inspektor wojewódzki'];
      const shown = await scene.run(admitInspector, 'director', { inspectionId, name, position });
      if (typeof shown === 'string') throw new Error(shown);
      return {
        centreId: house.centre.id,
        accountId: String(shown['accountId']),
        name,
        position,
        roles: ['inspector'],
      };
    },
    async filesOf(who) {
      const mine = await scene.ask(ownInspection, who, {});
      return typeof mine === 'string'
        ? []
        : (mine['files'] as { caseId: string }[]).map(({ caseId }) => caseId);
    },
  };

  beforeAll(async () => {
    house.clock.set(start);
    for (const letter of 'abcdefghijkl')
      scene.cases.push(await scene.caseOf(await person(scene, `Zmyślona${letter}`), '2026-05-04'));
    scene.of.draft = await scene.caseOf(await person(scene, 'Spoza'), '2025-12-31');
    scene.of.hidden = await hiddenCase(scene);
    scene.of.foreign = await scene.caseOf(null, '2026-05-04', house.other.id);
  });
  return scene;
}

async function person(
  { run }: InspectedHouse,
  familyName: string,
  more: Record<string, string> = {},
): Promise<string> {
  const registered = await run(registerPerson, 'clerk', {
    givenName: 'Bronisława',
    familyName,
    noPeselReason: 'not_given',
    gmina: town,
    locality: 'Jarocin',
    ...more,
  });
  return typeof registered === 'string' ? registered : String(registered['personId']);
}

/** A file in which the hidden address stands wherever people write it: an answer, a note, the name and words of a file. */
async function hiddenCase(scene: InspectedHouse): Promise<string> {
  const { house, put } = scene;
  const personId = await person(scene, 'Ukryta', { street: 'Tajemna', houseNumber: '7' });
  const caseId = await scene.caseOf(personId, '2026-05-05');
  const author = house.centre.as('clerk').accountId;
  await put('application', {
    id: undefined,
    case_id: caseId,
    applicant_role: 'person',
    answers: JSON.stringify({ residence_address: 'ul. Tajemna 7, Jarocin' }),
  });
  const inCase = { case_id: caseId, author_id: author };
  await put('note', { ...inCase, body: 'Mieszka na Tajemnej 7, proszę dzwonić.' });
  await put('note', { ...inCase, body: 'Tylko dla koordynatora.', restricted: true });
  await put('attachment', {
    case_id: caseId,
    name: 'umowa Tajemna 7.txt',
    type: 'text/plain',
    size: 13,
    sha256: 'x',
    content: Buffer.from('ul. Tajemna 7'),
  });
  await house.owner.query('update person set shielded = true where id = $1', [personId]);
  return caseId;
}
