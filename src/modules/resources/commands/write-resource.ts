import { z } from 'zod';
import {
  choice,
  id,
  optionalId,
  optionalInteger,
  optionalMoney,
  optionalText,
  text,
  tick,
} from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import {
  cardsToLink,
  closeResource,
  findResource,
  insertResource,
  updateResource,
  type Written,
} from '../db/resources.ts';
import { isOwn, mayWrite } from '../domain/access.ts';
import { doubtsOf } from '../domain/doubts.ts';
import { readAsOf } from '../domain/numbers.ts';
import { kindKeys, resourceBasis } from '../domain/resource.ts';
import { placeOf } from '../places.ts';
import { pl } from '../pl.ts';

const words = pl.form.errors;
const most = 1_000_000;

const asOf = z.preprocess(
  (value) => (typeof value === 'string' ? (readAsOf(value) ?? '') : value),
  z.string(words.asOf).regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, words.asOf),
);
const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const numbers = {
  places: optionalInteger(0, most),
  occupied: optionalInteger(0, most),
  waiting: optionalInteger(0, most),
  free: optionalInteger(0, most),
  staff: optionalInteger(0, most),
};

const fields = {
  name: text(300, words.name),
  operator: optionalText(300),
  kind: choice(kindKeys, words.kind),
  profile: optionalText(200),
  /** TERYT of the gmina (7 digits), or of the powiat (4) when it serves the whole powiat. */
  place: z.string(words.place).regex(/^\d{4}(\d{3})?$/, words.place),
  locality: optionalText(80),
  institutional: orNothing(z.enum(['yes', 'no'])),
  ...numbers,
  costMonth: optionalMoney(),
  costAsOf: orNothing(asOf),
  costAbout: tick(),
  serviceId: optionalId(),
  source: text(600, words.source),
  asOf,
};

const input = z.object(fields);
type Input = z.infer<typeof input>;

function writtenOf(sent: Input, place: { powiat: string; gmina: string | null }): Written {
  const known = {
    places: sent.places ?? null,
    occupied: sent.occupied ?? null,
    free: sent.free ?? null,
    cost: sent.costMonth ?? null,
  };
  return {
    name: sent.name,
    operator: sent.operator ?? null,
    kind: sent.kind,
    profile: sent.profile ?? null,
    ...place,
    locality: sent.locality ?? null,
    institutionalSaid: sent.institutional === undefined ? null : sent.institutional === 'yes',
    places: known.places,
    occupied: known.occupied,
    waiting: sent.waiting ?? null,
    free: known.free,
    staff: sent.staff ?? null,
    costMonthGrosze: known.cost,
    costAsOf: known.cost === null ? null : (sent.costAsOf ?? sent.asOf),
    costAbout: sent.costAbout,
    serviceId: sent.serviceId ?? null,
    source: sent.source,
    asOf: sent.asOf,
    doubts: doubtsOf(known),
  };
}

/** What both forms check: a place that exists, a card of this centre. */
function judge(sent: Input, cards: readonly { id: string }[]) {
  const place = placeOf({ teryt: sent.place });
  if (!place) return refuse('resources.unknown-place', words.unknownPlace, { field: 'place' });
  if (sent.serviceId !== undefined && !cards.some((card) => card.id === sent.serviceId))
    return refuse('resources.unknown-card', words.unknownCard, { field: 'serviceId' });
  return writtenOf(sent, place);
}

/** A place where a kind of service is given, typed by hand. */
export const addResource = command({
  name: 'resources.add',
  summary: 'Add a place where a kind of service is given: places, occupied, waiting, cost, source',
  input,
  result: z.object({ resourceId: z.string() }),
  basis: resourceBasis,
  load: async (tx, _sent, { actor }) => await cardsToLink(tx, actor.centreId),
  allow: mayWrite,
  decide(cards, sent) {
    const written = judge(sent, cards);
    return 'code' in written ? written : { id: newId(), written };
  },
  async save(tx, { id: resourceId, written }, { actor, now }) {
    await insertResource(
      tx,
      { centreId: actor.centreId, accountId: actor.accountId, at: now },
      resourceId,
      written,
    );
    return { resourceId };
  },
  audit: ({ id: resourceId, written }) => ({ what: { resourceId, ...written } }),
});

/** Corrects a resource; a unit may correct only the numbers of its own. */
export const correctResource = command({
  name: 'resources.correct',
  summary: 'Correct a resource; a unit corrects the numbers of its own only',
  input: input.extend({ resourceId: id() }),
  result: z.object({ resourceId: z.string() }),
  basis: resourceBasis,
  async load(tx, { resourceId }, { actor, today }) {
    const before = await findResource(tx, actor.centreId, resourceId, today, true);
    if (!before) return undefined;
    return {
      before,
      version: before.version,
      ownerId: before.ownerId,
      cards: await cardsToLink(tx, actor.centreId),
    };
  },
  allow: { service_organiser: () => true, feeder: isOwn },
  decide({ before, cards }, sent, { actor }) {
    const written = judge(sent, cards);
    if ('code' in written) return written;
    if (actor.roles.includes('service_organiser')) return { id: before.id, before, written };
    const { places, occupied, waiting, free, staff, asOf: on, source, doubts } = written;
    const {
      id: _id,
      institutional: _whole,
      link,
      ownerId: _owner,
      version: _version,
      closedOn: _closed,
      register: _register,
      ...kept
    } = before;
    return {
      id: before.id,
      before,
      written: {
        ...kept,
        serviceId: link?.serviceId ?? null,
        places,
        occupied,
        waiting,
        free,
        staff,
        asOf: on,
        source,
        doubts,
      },
    };
  },
  async save(tx, { id: resourceId, written }, { actor, now }) {
    await updateResource(
      tx,
      { centreId: actor.centreId, accountId: actor.accountId, at: now },
      resourceId,
      written,
    );
    return { resourceId };
  },
  audit: ({ id: resourceId, before, written }) => ({ what: { resourceId, before, after: written } }),
});

/** A resource that runs no more: it stays on the record and counts nowhere. */
export const closeResourceCommand = command({
  name: 'resources.close',
  summary: 'Close a resource that runs no more; it stays on the record and counts nowhere',
  input: z.object({ resourceId: id() }),
  result: z.object({ resourceId: z.string() }),
  basis: resourceBasis,
  async load(tx, { resourceId }, { actor, today }) {
    return await findResource(tx, actor.centreId, resourceId, today, true);
  },
  allow: mayWrite,
  decide: (before) =>
    before.closedOn === null
      ? { id: before.id, name: before.name }
      : refuse('resources.closed', words.closed),
  async save(tx, { id: resourceId }, { actor, now, today }) {
    await closeResource(
      tx,
      { centreId: actor.centreId, accountId: actor.accountId, at: now },
      resourceId,
      today,
    );
    return { resourceId };
  },
  audit: ({ id: resourceId, name }) => ({ what: { resourceId, name } }),
});
