import { z } from 'zod';
import { pl } from '../pl.ts';
import { waitUnits } from './codes.ts';

export const capacityStatuses = ['free', 'none', 'waiting', 'ask', 'unknown'] as const;
export type CapacityStatus = (typeof capacityStatuses)[number];

export const capacitySchema = z.object({
  status: z.enum(capacityStatuses),
  free: z.number().nullable(),
  /** All places, free and taken. */
  places: z.number().nullable(),
  /** How long one waits for a place, as its performer says. */
  wait: z.object({ value: z.number(), unit: z.enum(waitUnits) }).nullable(),
  /** The day of the report. */
  on: z.string().nullable(),
  /** How long the performer's word is good for; after that day it is as good as unknown. */
  until: z.string().nullable(),
});

export type Capacity = z.infer<typeof capacitySchema>;

/** Nobody has said anything of places. */
export const unknownCapacity: Capacity = {
  status: 'unknown',
  free: null,
  places: null,
  wait: null,
  on: null,
  until: null,
};

/** Capacity that still holds on a day: an outdated report counts as unknown. */
export const capacityOn = (capacity: Capacity, today: string): Capacity =>
  capacity.until !== null && capacity.until < today
    ? { ...unknownCapacity, places: capacity.places }
    : capacity;

/** "wolne miejsca: 4", "lista oczekujących", "nie wiadomo". */
export const capacityWords = ({ status, free }: Capacity): string =>
  status === 'free' && free !== null ? pl.capacity.freeCount(free) : pl.capacity.status[status];
