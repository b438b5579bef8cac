import { z } from 'zod';
import { serviceKinds, type ServiceKindKey } from '../../../law/index.ts';
import { doubtKeys } from './doubts.ts';

export const kindKeys = Object.keys(serviceKinds) as [ServiceKindKey, ...ServiceKindKey[]];

/** What resources stand on: the needs and the potential to meet them (art. 21(2), 27(1)(2)). */
export const resourceBasis = 'art. 21 ust. 2, art. 27 ust. 1 pkt 2 ustawy o CUS';

const maybe = z.number().nullable();

/** What the card of the directory says of places now; null in it: unknown. */
const linkSchema = z.object({
  serviceId: z.string(),
  name: z.string(),
  places: maybe,
  free: maybe,
  on: z.string().nullable(),
});

export const resourceSchema = z.object({
  id: z.string(),
  name: z.string(),
  operator: z.string().nullable(),
  kind: z.enum(kindKeys),
  profile: z.string().nullable(),
  gmina: z.string().nullable(),
  powiat: z.string(),
  /** Where it stands; null: the source does not say. */
  locality: z.string().nullable(),
  institutional: z.boolean(),
  /** What the centre says against the kind; null: as the kind. */
  institutionalSaid: z.boolean().nullable(),
  places: maybe,
  occupied: maybe,
  waiting: maybe,
  free: maybe,
  staff: maybe,
  costMonthGrosze: maybe,
  costAsOf: z.string().nullable(),
  costAbout: z.boolean(),
  link: linkSchema.nullable(),
  /** The unit whose card is linked: it may correct the numbers. */
  ownerId: z.string().nullable(),
  source: z.string(),
  asOf: z.string(),
  doubts: z.array(z.enum(doubtKeys)),
  register: z.string().nullable(),
  /** Made up: typed by hand into a demonstration, where rows of registers are real. */
  synthetic: z.literal(true).exactOptional(),
  closedOn: z.string().nullable(),
  version: z.number(),
});

export type Resource = z.infer<typeof resourceSchema>;

/** Whether a resource keeps people in an institution: as the centre says, else as its kind. */
export const isInstitutional = (kind: ServiceKindKey, said: boolean | null): boolean =>
  said ?? serviceKinds[kind].institutional;

/** Free places: of the directory when it is linked, else of the register, else what places and people leave. */
export function freeOf({
  link,
  free,
  places,
  occupied,
}: Pick<Resource, 'link' | 'free' | 'places' | 'occupied'>): number | null {
  if (link) return link.free;
  if (free !== null) return free;
  return places !== null && occupied !== null && occupied <= places ? places - occupied : null;
}

/** Places: of the directory when it is linked and knows. */
export const placesOf = ({ link, places }: Pick<Resource, 'link' | 'places'>): number | null =>
  link?.places ?? places;

/** Taken places: of a linked card all less free. */
export function occupiedOf(resource: Pick<Resource, 'link' | 'places' | 'occupied'>): number | null {
  const { link, occupied } = resource;
  const all = placesOf(resource);
  return link?.free !== undefined && link.free !== null && all !== null && link.free <= all
    ? all - link.free
    : occupied;
}
