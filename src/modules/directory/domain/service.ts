import { z } from 'zod';
import { addDays, type Basis, basis, tracks } from '../../../law/index.ts';
import { pl } from '../pl.ts';
import { conditionSchema } from './conditions.ts';

/** Tracks as stored; the words and the article are the law's. */
export const trackKeys = ['programme', 'separate_statute', 'general_offer'] as const;
export type TrackKey = (typeof trackKeys)[number];

const lawTrack = {
  programme: 'programme',
  separate_statute: 'separateStatute',
  general_offer: 'generalOffer',
} as const;

/** What a track is called and where it comes from: "usługa z odrębnej ustawy", art. 19. */
export const trackOf = (key: TrackKey): { name: string; basis: Basis } => tracks[lawTrack[key]];

export const capacityStatuses = ['free', 'none', 'waiting', 'ask', 'unknown'] as const;
export type CapacityStatus = (typeof capacityStatuses)[number];

export const serviceStates = ['draft', 'published', 'suspended', 'withdrawn'] as const;
export type ServiceState = (typeof serviceStates)[number];

/** The life of a card of the directory: action -> from, to, basis. Feeds the guards, the buttons and the SQL check. */
export const serviceSteps = {
  'correct-service': { from: ['draft', 'published', 'suspended'], to: null },
  'confirm-service': { from: ['draft', 'published', 'suspended'], to: 'published' },
  'report-capacity': { from: ['published', 'suspended'], to: null },
  'withdraw-service': { from: ['draft', 'published', 'suspended'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly ServiceState[]; to: ServiceState | null }>;

export type ServiceAction = keyof typeof serviceSteps;

/** Whether a card in this state may take this step. */
export const mayTake = (action: ServiceAction, state: ServiceState): boolean =>
  (serviceSteps[action].from as readonly ServiceState[]).includes(state);

/** The centre keeps information on all services of the gmina, and the gmina's units feed it (art. 13(1)(9), 13(2)). */
export const directoryBasis = basis('cus', '13 ust. 1 pkt 9', 'statute');
export const feederBasis = basis('cus', '13 ust. 2', 'statute');

// A setting of the centre: no act says how often information on services is confirmed.
const confirmEvery = 90;

/** The day by which somebody should confirm again that the card is true; undefined when nobody ever has. */
export const nextConfirmation = (confirmedOn: string | null): string | undefined =>
  confirmedOn === null ? undefined : addDays(confirmedOn, confirmEvery);

/** Whether the card waits for a confirmation: never confirmed, or too long ago. */
export const awaitsConfirmation = (confirmedOn: string | null, today: string): boolean => {
  const next = nextConfirmation(confirmedOn);
  return next === undefined || next < today;
};

export const capacitySchema = z.object({
  status: z.enum(capacityStatuses),
  free: z.number().nullable(),
  /** How long the performer's word is good for; after that day it is as good as unknown. */
  until: z.string().nullable(),
});

export type Capacity = z.infer<typeof capacitySchema>;

/** Capacity that still holds on a day: an outdated report counts as unknown. */
export const capacityOn = (capacity: Capacity, today: string): Capacity =>
  capacity.until !== null && capacity.until < today
    ? { status: 'unknown', free: null, until: null }
    : capacity;

/** "wolne miejsca: 4", "lista oczekujących", "nie wiadomo". */
export const capacityWords = ({ status, free }: Capacity): string =>
  status === 'free' && free !== null ? pl.capacity.freeCount(free) : pl.capacity.status[status];

/** A service of the gmina as the directory shows it; null is a fact that the source does not give. */
export const serviceSchema = z.object({
  id: z.string(),
  /** null: in every gmina of the centre. */
  gmina: z.string().nullable(),
  gminaName: z.string().nullable(),
  organizationId: z.string().nullable(),
  organization: z.string().nullable(),
  performerWords: z.string().nullable(),
  name: z.string(),
  description: z.string().nullable(),
  area: z.number().nullable(),
  track: z.enum(trackKeys),
  trackAssumed: z.boolean(),
  handledBy: z.string().nullable(),
  recipients: z.string().nullable(),
  conditions: z.string().nullable(),
  fee: z.string().nullable(),
  hours: z.string().nullable(),
  place: z.string().nullable(),
  contactName: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  maxMonths: z.number().nullable(),
  match: z.array(conditionSchema),
  capacity: capacitySchema,
  state: z.enum(serviceStates),
  stateReason: z.string().nullable(),
  source: z.string().nullable(),
  sourceAsOf: z.string().nullable(),
  note: z.string().nullable(),
  confirmedOn: z.string().nullable(),
  version: z.number(),
});

export type Service = z.infer<typeof serviceSchema>;
