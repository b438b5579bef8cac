import { z } from 'zod';
import { serviceKinds, type ServiceKindKey } from '../../../law/index.ts';

const kindKeys = Object.keys(serviceKinds) as [ServiceKindKey, ...ServiceKindKey[]];
const maybe = z.number().nullable();

/** A place of services as it stood when the figures were taken (T3); null: its source does not say. */
export const keptPlaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  operator: z.string().nullable(),
  kind: z.enum(kindKeys),
  institutional: z.boolean(),
  places: maybe,
  occupied: maybe,
  waiting: maybe,
  staff: maybe,
  /** Grosze a month for one person, and of which day. */
  costMonth: maybe,
  costAsOf: z.string().nullable(),
  source: z.string(),
  asOf: z.string(),
  /** The source contradicts itself in this row. */
  doubtful: z.boolean(),
});

export type KeptPlace = z.infer<typeof keptPlaceSchema>;

/** What a place costs in a year for the people who are there now, in grosze; null when either is not known. */
export const costOfYear = ({ costMonth, occupied }: KeptPlace): number | null =>
  costMonth === null || occupied === null ? null : costMonth * 12 * occupied;
