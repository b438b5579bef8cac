import { Temporal } from 'temporal-polyfill';

/** Where time comes from: a value handed in, so that rules and tests never ask the machine. */
export interface Clock {
  /** The instant, ISO 8601 in UTC. */
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

let known = { minute: '', day: '' };

/** The day in Poland at an instant, YYYY-MM-DD. */
export function dayInPoland(instant: string): string {
  // Days begin on a whole minute in every zone, so one answer serves all requests of a minute.
  const minute = instant.endsWith('Z') ? instant.slice(0, 16) : instant;
  if (known.minute !== minute) {
    const day = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Warsaw').toPlainDate().toString();
    known = { minute, day };
  }
  return known.day;
}
