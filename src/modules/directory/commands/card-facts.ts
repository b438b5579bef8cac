import boundaries from '../../../../data/boundaries.json' with { type: 'json' };
import { newId } from '../../../platform/ids.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import type { ServiceFacts } from '../db/write-services.ts';
import { weekdays } from '../domain/codes.ts';
import { conditionsOf } from '../domain/conditions.ts';
import { kilometresOutside, type Point } from '../domain/point.ts';
import { readHours, type Schedule } from '../domain/schedule.ts';
import { type Service, translatedFields, type Translations } from '../domain/service.ts';
import { pl } from '../pl.ts';
import type { Correction, PlaceInput, Section, WeekInput } from './service-input.ts';

/** What a written card is judged against. */
export interface Surroundings {
  gminas: readonly { teryt: string; name: string }[];
  organizations: readonly { id: string }[];
}

/** What a section changes: facts of the card, and its places where the section holds them. */
export interface Patch {
  facts: Partial<ServiceFacts>;
  places?: PlaceInput[];
}

/** The facts of a card as they stand. */
export function factsOf(service: Service): ServiceFacts {
  const {
    id: _id,
    gminaNames: _names,
    organization: _organization,
    trackAssumed: _assumed,
    places: _places,
    capacity: _capacity,
    state: _state,
    stateReason: _reason,
    sourceAsOf: _asOf,
    confirmedOn: _on,
    confirmBy: _by,
    askedOn: _asked,
    version: _version,
    ...facts
  } = service;
  return facts;
}

/** The week of a form as schedules; hours of days that did not change keep their ids. */
export function schedulesOf(week: WeekInput, before: readonly Schedule[]): Schedule[] {
  const said = weekdays.flatMap((day) =>
    (readHours(week[day] ?? '') ?? []).map((hours) => ({ ...hours, day })),
  );
  const groups = new Map<string, Schedule>();
  for (const { day, opens, closes } of said) {
    const key = `${opens}-${closes}`;
    const group = groups.get(key);
    if (group) group.byday.push(day);
    else groups.set(key, { id: newId(), byday: [day], opens, closes });
  }
  return [...groups.values()].map((one) => {
    const same = before.find((old) => old.opens === one.opens && old.closes === one.closes);
    return same ? { ...same, byday: one.byday } : one;
  });
}

/** Only what somebody wrote: a field left blank is shown in Polish. */
const translationsOf = (
  input: Extract<Correction, { section: 'languages' }>['translations'],
): Translations => {
  const written = (fields: Record<string, string | undefined> = {}) =>
    Object.fromEntries(
      translatedFields.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
    );
  return { uk: written(input.uk), en: written(input.en) };
};

const nulled = <T extends Record<string, unknown>>(
  facts: T,
): { [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] } =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value ?? null])) as never;

/** What a section changes. Blank is unknown. */
export function patchOf(
  input: Correction,
  before: Pick<Service, 'schedules' | 'gminas'>,
  { gminas }: Surroundings,
): Patch {
  const { serviceId: _id, ...rest } = input;
  switch (rest.section) {
    case 'place': {
      const { section: _, week, places, ...facts } = rest;
      const written = places.filter(({ id: _id, ...said }) =>
        Object.values(said).some((one) =>
          Array.isArray(one) ? one.length > 0 : one !== undefined && one !== null,
        ),
      );
      return {
        facts: { ...nulled(facts), schedules: schedulesOf(week, before.schedules) },
        places: written,
      };
    }
    case 'conditions': {
      const { section: _, match, ...facts } = rest;
      const residence = gminas.filter(
        (one) => before.gminas.length === 0 || before.gminas.includes(one.teryt),
      );
      return { facts: { ...nulled(facts), match: conditionsOf(match, residence) } };
    }
    case 'languages':
      return { facts: { translations: translationsOf(rest.translations) } };
    default: {
      const { section: _, ...facts } = rest;
      return { facts: nulled(facts) };
    }
  }
}

/** The outlines are simplified, and a house may stand just behind the border. */
const nearEnough = 3;

// The seventh digit of a code changes with the kind of gmina: outlines are found by the first six.
const outlineOf = (gmina: string) =>
  boundaries.gminas.find(({ teryt }) => teryt.slice(0, 6) === gmina.slice(0, 6))?.rings;

/** Whether a point lies in none of these gminas and not near them either; of a gmina without an outline nobody knows. */
function isFar(point: Point, gminas: readonly string[]): boolean {
  const outlines = gminas.map(outlineOf);
  return outlines.every((rings) => rings !== undefined && kilometresOutside(point, rings) > nearEnough);
}

/** Why a patch cannot be kept: a gmina that the centre does not serve, a point far from it, an organization of nobody. */
export function refusalOf(
  { facts, places }: Patch,
  { gminas, organizations }: Surroundings,
): Refusal | undefined {
  const served = (teryt: string): boolean => gminas.some((one) => one.teryt === teryt);
  if (facts.gminas?.some((teryt) => !served(teryt)))
    return refuse('directory.foreign-gmina', pl.refusals.foreignGmina, { field: 'gminas' });
  const foreign = (places ?? []).findIndex((one) => one.teryt !== undefined && !served(one.teryt));
  if (foreign >= 0)
    return refuse('directory.foreign-gmina', pl.refusals.foreignGmina, { field: `places.${foreign}.teryt` });
  const far = (places ?? []).findIndex(
    ({ point, teryt }) =>
      point && isFar(point, teryt === undefined ? gminas.map((one) => one.teryt) : [teryt]),
  );
  if (far >= 0) return refuse('directory.point-far', pl.refusals.pointFar, { field: `places.${far}.point` });
  for (const field of ['organizationId', 'ownerId'] as const) {
    const named = facts[field];
    if (named && !organizations.some((one) => one.id === named))
      return refuse('directory.unknown-organization', pl.refusals.unknownOrganization, { field });
  }
  return undefined;
}

/** The fields that a patch changes, before and after. */
export function changesOf(
  before: ServiceFacts,
  facts: Partial<ServiceFacts>,
): Record<string, { before: unknown; after: unknown }> {
  const names = Object.keys(facts) as (keyof ServiceFacts)[];
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(facts[name]))
      .map((name) => [name, { before: before[name], after: facts[name] }]),
  );
}

/** What residents rely on: the owner of a published card may propose it, the organiser decides. */
const essential: readonly Section[] = ['basics', 'people', 'conditions', 'money', 'performer', 'languages'];

/** Whether a correction waits for the organiser: made by who does not keep the directory, to a card residents see. */
export const isProposal = (section: Section, shown: boolean, roles: Moment['actor']['roles']): boolean =>
  shown &&
  essential.includes(section) &&
  !roles.some((role) => role === 'director' || role === 'service_organiser' || role === 'clerk');
