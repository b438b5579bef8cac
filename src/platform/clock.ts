import { Temporal } from 'temporal-polyfill';

/** Where time comes from: a value handed in, so that rules and tests never ask the machine. */
export interface Clock {
  /** The instant, ISO 8601 in UTC. */
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** The day in Poland at an instant, YYYY-MM-DD. */
export function dayInPoland(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Warsaw').toPlainDate().toString();
}
