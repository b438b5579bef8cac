import {
  applyChannels,
  type CardRecord,
  conditionSchema,
  reaches,
  recipientGroups,
  recipientTypes,
  type Schedule,
  scheduleSchema,
  trackKeys,
  translationsSchema,
  weekdays,
} from '../../directory/index.ts';
import { z } from 'zod';
import { type Around, objectsOf, present, textOf } from './around.ts';
import type { Facet } from './facet.ts';
import { insideId } from './identity.ts';
import type { Json, JsonObject } from './spec.ts';
import { attributeOf, codesIn, foreignAttributes } from './taxonomies.ts';
import { oneOf } from './terms-facets.ts';

type CardFacet = Facet<CardRecord, Around>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Hours that repeat, as RRULE says them; times are those of the clock in Poland. */
export const scheduleObject = (parentId: string, schedule: Schedule): JsonObject =>
  present({
    id: uuid.test(schedule.id) ? schedule.id : insideId(parentId, `schedules/${schedule.id}`),
    valid_from: schedule.validFrom,
    valid_to: schedule.validTo,
    freq: schedule.freq ?? (schedule.byday.length > 0 ? 'WEEKLY' : undefined),
    interval: schedule.interval,
    byday: schedule.byday.length > 0 ? schedule.byday.join(',') : undefined,
    opens_at: schedule.opens,
    closes_at: schedule.closes,
    notes: schedule.notes,
  });

const timeOf = (value: unknown): string | null => /^\d\d:\d\d/.exec(textOf(value) ?? '')?.[0] ?? null;

const told = ['valid_from', 'valid_to', 'freq', 'interval', 'byday', 'opens_at', 'closes_at', 'notes'];

/** A schedule of ours from one of the standard; undefined where it says nothing that ours can hold. */
export function scheduleOf(one: Record<string, unknown>, locationId?: string): Schedule | undefined {
  if (!told.some((name) => one[name] !== undefined)) return undefined;
  const byday = (textOf(one['byday']) ?? '').split(',').flatMap((day) => oneOf(weekdays, day.trim()) ?? []);
  const freq = oneOf(['WEEKLY', 'MONTHLY'], one['freq']);
  const entry = {
    id: textOf(one['id']) ?? '',
    byday,
    opens: timeOf(one['opens_at']),
    closes: timeOf(one['closes_at']),
    ...(locationId ? { locationId } : {}),
    ...present({
      validFrom: textOf(one['valid_from']),
      validTo: textOf(one['valid_to']),
      freq: freq === 'WEEKLY' && byday.length > 0 ? null : freq,
      interval: typeof one['interval'] === 'number' ? one['interval'] : null,
      notes: textOf(one['notes']),
    }),
  };
  const parsed = scheduleSchema.safeParse(entry);
  return parsed.success ? parsed.data : undefined;
}

/** Opening hours: in words, and such that a machine can count with them. Those of one place stand at the place. */
export const scheduleFacet: CardFacet = {
  name: 'schedules',
  properties: ['schedules'],
  fields: ['hours', 'schedules'],
  write: ({ id, hours, schedules }) => {
    const words = hours === null ? [] : [{ id: insideId(id, 'hours'), description: hours }];
    const all = [...words, ...schedules.map((one) => scheduleObject(id, one))];
    return all.length === 0 ? {} : { schedules: all };
  },
  read: (given) => {
    const all = objectsOf(given['schedules']);
    const words = all.flatMap((one) =>
      told.some((name) => one[name] !== undefined) ? [] : (textOf(one['description']) ?? []),
    );
    return {
      hours: words.length > 0 ? words.join('; ') : null,
      schedules: all.flatMap((one) => scheduleOf(one) ?? []),
    };
  },
};

const terytPattern = /^\d{7}$/;

/** Where a service is offered: gminas by TERYT, all of the centre's where the card names none. */
export const areaFacet: CardFacet = {
  name: 'service_areas',
  always: true,
  properties: ['service_areas'],
  fields: ['gminas'],
  write: ({ id, gminas }, around) => {
    const all = gminas.length > 0 ? [...gminas].sort() : around.gminas;
    return {
      service_areas: all.map((teryt) => ({
        id: insideId(id, `service_areas/${teryt}`),
        name: around.nameOf(teryt) ?? teryt,
        extent: teryt,
        extent_type: 'teryt',
        uri: `urn:teryt:${teryt}`,
      })),
    };
  },
  read: (given, around) => {
    const named = objectsOf(given['service_areas']).flatMap((one) => {
      const code = textOf(one['extent']) ?? '';
      return textOf(one['extent_type'])?.toLowerCase() === 'teryt' && terytPattern.test(code) ? [code] : [];
    });
    const all = [...new Set(named)].sort();
    return { gminas: all.join() === around.gminas.join() ? [] : all };
  },
};

/** Area, track, recipients, reach and ways to apply, each by a term of the profile's taxonomies. */
export const attributesFacet: CardFacet = {
  name: 'attributes',
  properties: ['attributes'],
  fields: ['area', 'track', 'trackAssumed', 'recipientType', 'recipientGroups', 'reach', 'applyChannels'],
  write: (card, _around, kept) => {
    const { id } = card;
    const ours = [
      ...(card.area === null ? [] : [attributeOf(id, 'areas', String(card.area))]),
      // A track that was only assumed is not said.
      ...(card.trackAssumed ? [] : [attributeOf(id, 'tracks', card.track)]),
      ...(card.recipientType === null ? [] : [attributeOf(id, 'recipientTypes', card.recipientType)]),
      ...card.recipientGroups.map((code) => attributeOf(id, 'recipientGroups', code)),
      ...card.reach.map((code) => attributeOf(id, 'reach', code)),
      ...card.applyChannels.map((code) => attributeOf(id, 'applyChannels', code)),
      ...(kept ? foreignAttributes(kept['attributes']) : []),
    ];
    return ours.length === 0 ? {} : { attributes: ours };
  },
  read: ({ attributes }) => {
    const several = <const T extends string>(
      codes: readonly T[],
      key: 'recipientGroups' | 'reach' | 'applyChannels',
    ): T[] => [...new Set(codesIn(attributes, key).flatMap((code) => oneOf(codes, code) ?? []))];
    const [area] = codesIn(attributes, 'areas');
    const track = oneOf(trackKeys, codesIn(attributes, 'tracks')[0]);
    return {
      area: area === undefined ? null : Number(area),
      track: track ?? 'general_offer',
      trackAssumed: track === null,
      recipientType: oneOf(recipientTypes, codesIn(attributes, 'recipientTypes')[0]),
      recipientGroups: several(recipientGroups, 'recipientGroups'),
      reach: several(reaches, 'reach'),
      applyChannels: several(applyChannels, 'applyChannels'),
    };
  },
};

const conditionList = z.array(conditionSchema);

/** Conditions as data: what a machine may reckon with. The words beside them are `eligibility_conditions`. */
export const qualificationFacet: CardFacet = {
  name: 'qualification',
  properties: ['qualification'],
  fields: ['match'],
  write: ({ match }) => (match.length === 0 ? {} : { qualification: match as unknown as Json }),
  read: (given) => {
    const parsed = conditionList.safeParse(given['qualification'] ?? []);
    return { match: parsed.success ? parsed.data : [] };
  },
};

/** The card in other languages, by language and field. */
export const translationsFacet: CardFacet = {
  name: 'translations',
  properties: ['translations'],
  fields: ['translations'],
  write: ({ translations }) => (Object.keys(translations).length === 0 ? {} : { translations }),
  read: (given) => {
    const parsed = translationsSchema.safeParse(given['translations'] ?? {});
    return { translations: parsed.success ? parsed.data : {} };
  },
};
