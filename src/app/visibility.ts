import { type Role, roles } from '../platform/actor.ts';
import { type Letter, letters, matrix } from './permission-matrix.ts';
import { pageGates } from './visibility-pages.ts';
import { lists } from './visibility-lists.ts';
import { bySecret, type Reach, records } from './visibility-records.ts';

/** How a record stands to whoever asks for it. `shielded`: an own record of a person whose address is hidden. */
export const relations = ['own', 'other', 'foreign', 'shielded'] as const;
export type Relation = (typeof relations)[number];

/** What is expected. `absent`: told apart from an id that nobody has by nothing; art. 50(2) between centres. */
export type Expected = 'open' | 'closed' | 'absent';

const lettersOf = (verb: string): { letter: Letter; cells: Readonly<Record<Role, string>> } | undefined => {
  for (const { verbs, cells } of matrix)
    for (const letter of letters) if (verbs[letter]?.includes(verb)) return { letter, cells };
  return undefined;
};

const rowOf = new Map(records.flatMap((row) => row.verbs.map((verb) => [verb, row] as const)));

/** Whether a verb is about one person's record (a person, a case, a plan and what hangs on them). */
export const isOfRecord = (verb: string): boolean => rowOf.has(verb);

/** What a role may expect of a verb, by the declared matrix and nothing else. Without a relation: the verb names no record. */
export function expectedOf(verb: string, role: Role, relation?: Relation): Expected {
  const found = lettersOf(verb);
  const may = found?.cells[role].includes(found.letter) === true;
  if (relation === 'foreign') return 'absent';
  if (!may || bySecret.includes(verb)) return 'closed';
  const reach = rowOf.get(verb)?.reach[role] ?? 'all';
  if (relation === undefined || reach === 'all') return 'open';
  return reach === 'own' && relation !== 'other' ? 'open' : 'closed';
}

const listOf = new Map(lists.flatMap((row) => row.verbs.map((verb) => [verb, row] as const)));

/** Which persons' names a query that names no record may show to a role: of every record, of own ones, or of none. */
export function namesIn(verb: string, role: Role): Reach {
  const row = listOf.get(verb);
  return row && expectedOf(verb, role) === 'open' ? (row.reach[role] ?? 'all') : 'none';
}

/** Every combination that the declaration speaks about, for the generated page and the test that tries them. */
export function combinations(verbs: readonly string[]): {
  verb: string;
  role: Role;
  relation: Relation | undefined;
  expected: Expected;
}[] {
  return verbs.flatMap((verb) =>
    (isOfRecord(verb) ? relations : [undefined]).flatMap((relation) =>
      roles.map((role) => ({ verb, role, relation, expected: expectedOf(verb, role, relation) })),
    ),
  );
}

/** With which relation a verb is tried through a page: one whose address names no record is about an own one. */
export const relationTried = (verb: string, relation?: Relation): Relation | undefined =>
  isOfRecord(verb) ? (relation ?? 'own') : undefined;

const gatesOf = new Map(pageGates.flatMap(({ gates, paths }) => paths.map((path) => [path, gates] as const)));

/** The verbs that open a page, as visibility-pages.ts states them; undefined: the page has no row. */
export const gatesOfPage = (path: string): readonly string[] | undefined => gatesOf.get(path);

/** What a role may expect of a page: every gate of it open. A staff page (`signedIn`) is closed to a visitor. */
export function expectedOfPage(path: string, signedIn: boolean, role: Role, relation?: Relation): Expected {
  if (signedIn && role === 'visitor') return 'closed';
  if (relation === 'foreign') return 'absent';
  const open = (verb: string): boolean =>
    verb.startsWith('!')
      ? expectedOf(verb.slice(1), role) === 'open'
      : expectedOf(verb, role, relationTried(verb, relation)) === 'open';
  const all = (gatesOf.get(path) ?? []).every((gate) => gate.split(' | ').some(open));
  return all ? 'open' : 'closed';
}
