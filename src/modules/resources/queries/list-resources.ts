import { z } from 'zod';
import { optionalId } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { figureSchema } from '../../population/index.ts';
import { listPlanned } from '../db/planned.ts';
import { allResources, cardsToLink, findResource, gminasOn } from '../db/resources.ts';
import { isOwn, mayRead, visibleTo } from '../domain/access.ts';
import { capacityFigures, isThere, type Where } from '../domain/figures.ts';
import { planThatCounts } from '../domain/planned.ts';
import { kindKeys, resourceBasis, resourceSchema } from '../domain/resource.ts';
import { placeWords } from './capacity-of.ts';

const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const capacitySchema = z.object({
  resources: z.number(),
  places: figureSchema,
  occupied: figureSchema,
  waiting: figureSchema,
  free: figureSchema,
  staff: figureSchema,
  known: z.object({
    places: figureSchema,
    occupied: figureSchema,
    waiting: figureSchema,
    free: figureSchema,
    staff: figureSchema,
  }),
  costMonth: figureSchema,
  costYear: figureSchema,
});

const resourceListSchema = z.object({
  resources: z.array(resourceSchema),
  byKind: z.array(z.object({ kind: z.enum(kindKeys), capacity: capacitySchema })),
  /** People in places where they stay day and night, and in services of the community, as far as known. */
  sides: z.object({ institutional: capacitySchema, community: capacitySchema }),
  gminas: z.array(z.object({ teryt: z.string(), name: z.string() })),
  kinds: z.array(z.enum(kindKeys)),
  /** What plans of the centre will add, of the kinds and gminas asked for; the rows behind a planned number. */
  planned: z.array(
    z.object({
      kind: z.enum(kindKeys),
      year: z.number(),
      amount: z.number(),
      action: z.string(),
      plan: z.string(),
      card: z.string(),
      adoptedOn: z.string().nullable(),
    }),
  ),
  flagged: z.number(),
  closed: z.number(),
  /** Nothing has been entered yet, whatever is asked for. */
  none: z.boolean(),
});

export type ResourceList = z.infer<typeof resourceListSchema>;

/** Resources of the centre with their sums by kind, and what is institutional beside what is in the community. */
export const listResources = query({
  name: 'resources.list',
  summary:
    'Places of services by kind: places, occupied, waiting, free, cost, flags; institutional and in the community',
  input: z.object({
    kind: orNothing(z.enum(kindKeys)),
    gmina: orNothing(z.string().regex(/^\d{7}$/)),
    side: orNothing(z.enum(['institutional', 'community'])),
    flagged: orNothing(z.literal('tak')),
  }),
  output: resourceListSchema,
  basis: resourceBasis,
  async read(db, asked, { actor, today }): Promise<ResourceList> {
    const [every, gminas, plans] = await Promise.all([
      allResources(db, actor.centreId, today),
      gminasOn(db, actor.centreId, today),
      listPlanned(db, actor.centreId),
    ]);
    const seen = visibleTo(actor, every);
    const running = seen.filter(({ closedOn }) => closedOn === null);
    const where: Where = asked.gmina ? { gmina: asked.gmina } : {};
    const shown = running.filter(
      (one) =>
        (asked.kind === undefined || one.kind === asked.kind) &&
        isThere(one, where) &&
        (asked.side === undefined || one.institutional === (asked.side === 'institutional')) &&
        (asked.flagged === undefined || one.doubts.length > 0),
    );
    const kinds = kindKeys.filter((kind) => shown.some((one) => one.kind === kind));
    const place = placeWords(where);
    const side = (institutional: boolean) =>
      capacityFigures(
        shown.filter((one) => one.institutional === institutional),
        undefined,
        where,
        place,
      );
    return {
      resources: shown.map(({ registerKey: _key, ...one }) => one),
      byKind: kinds.map((kind) => ({ kind, capacity: capacityFigures(shown, kind, where, place) })),
      sides: { institutional: side(true), community: side(false) },
      gminas,
      kinds: kindKeys.filter((kind) => running.some((one) => one.kind === kind)),
      planned: gminas
        .filter(({ teryt }) => asked.gmina === undefined || teryt === asked.gmina)
        .flatMap(({ teryt }) => planThatCounts(plans, teryt))
        .filter(({ kind }) => asked.kind === undefined || kind === asked.kind)
        .map(({ kind, year, amount, action, plan, card, adoptedOn }) => ({
          kind,
          year,
          amount,
          action,
          plan,
          card,
          adoptedOn,
        })),
      flagged: shown.filter(({ doubts }) => doubts.length > 0).length,
      closed: seen.length - running.length,
      none: seen.length === 0,
    };
  },
  allow: mayRead,
  discloses: () => undefined,
});

const formSchema = z.object({
  resource: resourceSchema.nullable(),
  gminas: z.array(z.object({ teryt: z.string(), name: z.string() })),
  cards: z.array(z.object({ id: z.string(), name: z.string() })),
});

export type ResourceForm = z.infer<typeof formSchema>;

/** What the form of a resource needs: the resource, the gminas, the cards it may be linked with. */
export const resourceForm = query({
  name: 'resources.form',
  summary: 'The form of a resource: its facts, gminas to choose from, cards of the directory to link with',
  input: z.object({ resourceId: optionalId() }),
  output: formSchema,
  basis: resourceBasis,
  async read(db, { resourceId }, { actor, today }) {
    const [resource, gminas, cards] = await Promise.all([
      resourceId === undefined ? null : findResource(db, actor.centreId, resourceId, today),
      gminasOn(db, actor.centreId, today),
      cardsToLink(db, actor.centreId),
    ]);
    return resource === undefined ? undefined : { resource, gminas, cards };
  },
  allow: {
    service_organiser: () => true,
    feeder: (actor, { resource }) => resource !== null && isOwn(actor, resource),
  },
  discloses: () => undefined,
});
