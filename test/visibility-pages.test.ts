import type { LightMyRequestResponse } from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { routes } from '../src/app/modules.ts';
import {
  expectedOf,
  expectedOfPage,
  gatesOfPage,
  isOfRecord,
  type Relation,
  relationTried,
  relations,
} from '../src/app/visibility.ts';
import { type Role, roles } from '../src/platform/actor.ts';
import type { Ids } from './support/attack.ts';
import { recordNames } from './support/relations.ts';
import { foreignMark, hiddenAddress, rowsNotArranged, visibilityScene } from './support/visibility-scene.ts';

const scene = visibilityScene();

type Opened = Extract<(typeof routes)[number], { kind: 'page' | 'file' | 'form' }>;
const isOpened = (route: (typeof routes)[number]): route is Opened =>
  route.kind === 'page' || route.kind === 'file' || route.kind === 'form';
const opened = routes.filter(isOpened);

/** Of what another program is, the path says nothing of a record: a file that a form asks for. */
const isTyped = (route: Opened): boolean => route.kind === 'file' && route.typed === true;
const shown = opened.filter((route) => route.kind !== 'form' && !isTyped(route));
const forms = opened.filter((route) => route.kind === 'form');

const partsOf = (path: string): string[] => [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name = '']) => name);
/** Plans of the gmina are called plans too, and are no person's. */
const ofGmina = (path: string): boolean => /^\/praca\/lpdi|\/plan-lokalny/.test(path);

const namesRecord = (path: string): boolean =>
  !ofGmina(path) && [...recordNames, 'planId'].some((name) => partsOf(path).includes(name));

/** A verb that stands for the page when ids are chosen for its path. */
const verbFor = (path: string): string => {
  if (ofGmina(path)) return 'lpdi.view';
  if (path.includes('/karta/')) return 'directory.view-link';
  return namesRecord(path) ? 'casework.view-case' : 'directory.view-service';
};

const addressOf = (path: string, ids: Ids): string =>
  path.replace(/:([A-Za-z]+)/g, (_part, name: string) => scene.fill(name, ids));

/** A page that sends on to another is open; one that sends to the door is not. */
const answerOf = ({ statusCode, headers }: LightMyRequestResponse): string => {
  if (statusCode === 303) return String(headers.location).includes('/logowanie') ? 'closed' : 'open';
  if (statusCode < 300 || statusCode === 409 || statusCode === 422) return 'open';
  return statusCode === 403 || statusCode === 404 ? 'closed' : `status ${statusCode}`;
};

const tally = new Map<string, { tried: number; open: number; closed: number }>();
const count = (key: string, answer: string): void => {
  const so = tally.get(key) ?? { tried: 0, open: 0, closed: 0 };
  const open = answer === 'open' ? 1 : 0;
  tally.set(key, { tried: so.tried + 1, open: so.open + open, closed: so.closed + 1 - open });
};
afterAll(() => {
  process.stdout.write(`visibility, pages and forms: ${JSON.stringify(Object.fromEntries(tally))}\n`);
});

/** Verbs and addresses whose rows this house does not hold: to who may, they are not there. */
const notArranged: readonly string[] = [
  ...rowsNotArranged,
  'privacy.restrict',
  'results.whole',
  'plans.compare-versions',
  '/:centre/konsultacje/:diagnosisId/raport.pdf',
  '/praca/obowiazki/centrum/:kind/od',
  '/praca/obowiazki/centrum/:kind/zrobione',
  '/praca/uslugi/:serviceId/popraw/:section',
  '/praca/programy/:programmeId/:number/element/:item',
  '/:centre/sprawa/:link/plik',
  '/:centre/sprawa/:link/wycofanie',
  '/praca/sprawy/:caseId/odmow',
];

/** Instead of a person who is not one's own, this page shows the way to open them by necessity, and nothing of them. */
const doorToNecessity = '/praca/osoby/:personId';

async function fault(
  route: Opened,
  role: Role,
  relation: Relation | undefined,
  fields?: (ids: Ids) => string,
): Promise<string | undefined> {
  const { path } = route;
  const ask = async (ids: Ids): Promise<LightMyRequestResponse> => {
    const url = addressOf(path, ids);
    const form = { method: 'POST' as const, type: 'application/x-www-form-urlencoded' };
    return await scene.send(fields ? { url, ...form, payload: fields(ids) } : { url }, role, relation);
  };
  // A form whose address names no record is about an own one, when its command is about a record.
  const of = route.kind === 'form' && relation === undefined ? route.command.name : verbFor(path);
  const response = await ask(scene.idsFor(isOfRecord(of) ? of : verbFor(path), role, relation));
  const answer = answerOf(response);
  count(`${fields ? 'forms' : 'pages'}, ${relation ?? 'no record'}`, answer);
  const said = `${role} / ${relation ?? 'no record'}: ${answer} (${response.statusCode})`;
  if (hiddenAddress.test(response.body)) return `${said} with the hidden address`;
  if (response.body.includes(foreignMark)) return `${said} with the other centre's name`;
  const signedIn = route.door === 'staff';
  const page = route.kind === 'form' ? route.page.path : path;
  const seesPage = expectedOfPage(page, signedIn, role, relation) === 'open';
  if (relation && !seesPage && response.body.includes(scene.markOf(role, relation)))
    return `${said} with the name of the person`;
  if (relation === 'foreign') {
    if (answer === 'closed') return undefined;
    const absent = await ask(scene.idsOfNobody(verbFor(path), role));
    return absent.statusCode === response.statusCode
      ? undefined
      : `${said}, of nobody's ${absent.statusCode}`;
  }
  const verbs = route.kind === 'form' ? [route.command.name] : (gatesOfPage(path) ?? []);
  const may =
    route.kind === 'form'
      ? (!signedIn || role !== 'visitor') &&
        expectedOf(route.command.name, role, relationTried(route.command.name, relation)) === 'open'
      : seesPage;
  if (may === (answer === 'open') || path === '/wyloguj') return undefined;
  if (may && response.statusCode === 404 && [path, ...verbs].some((one) => notArranged.includes(one)))
    return undefined;
  // What a form refuses for what was typed, before its command is asked, it shows on a page that is open to this role.
  if (!may && route.kind === 'form' && response.statusCode === 422 && seesPage) return undefined;
  if (path === doorToNecessity && role === 'plan_coordinator' && relation === 'other') return undefined;
  return `${said}, expected ${may ? 'open' : 'closed'}`;
}

const relationsOf = (path: string): readonly (Relation | undefined)[] => {
  if (namesRecord(path)) return relations;
  return partsOf(path).some((name) => name.endsWith('Id')) ? [undefined, 'foreign'] : [undefined];
};

async function faults(route: Opened, fields?: (ids: Ids) => string): Promise<string[]> {
  const found: (string | undefined)[] = [];
  for (const relation of relationsOf(route.path))
    found.push(...(await Promise.all(roles.map(async (role) => await fault(route, role, relation, fields)))));
  return found.filter((one) => one !== undefined);
}

describe('every page and file x every role x own, other, foreign and shielded record (art. 50(2))', () => {
  it('every page has a row', () => {
    expect(shown.filter(({ path }) => gatesOfPage(path) === undefined).map(({ path }) => path)).toEqual([]);
  });

  it.each(shown.map((route) => [`${route.kind} ${route.path}`, route] as const))(
    '%s',
    async (_name, route) => {
      expect(await faults(route)).toEqual([]);
    },
  );
});

/** The fields of a form with the input of its command, names dotted as a page writes them. */
function flat(value: unknown, name = ''): [string, string][] {
  if (value === null || value === undefined || value === false) return [];
  if (typeof value !== 'object') return [[name, value === true ? 'on' : String(value)]];
  return Object.entries(value).flatMap(([key, part]) => flat(part, name === '' ? key : `${name}.${key}`));
}

describe('every form x every role x own, other, foreign and shielded record', () => {
  it.each(forms.map((route) => [route.path, route] as const))('%s', async (_name, route) => {
    if (route.kind !== 'form') return;
    const fields = (ids: Ids): string =>
      new URLSearchParams(flat(scene.inputOf(route.command, ids))).toString();
    expect(await faults(route, fields)).toEqual([]);
  });
});
