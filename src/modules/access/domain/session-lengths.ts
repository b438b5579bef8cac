/** How long a session lasts and how long a proof counts. Settings of the installation, no rule of law. */
export interface SessionLengths {
  /** From the sign-in, whatever happens in it. */
  hours: number;
  /** Without a single request. */
  idleMinutes: number;
  /** How old the last proof may be before a dangerous step. */
  freshMinutes: number;
}

/** One working day, one hour away from the desk, a quarter of an hour between two dangerous steps. */
export const usualLengths: SessionLengths = { hours: 10, idleMinutes: 60, freshMinutes: 15 };

/** An instant so many minutes away (negative: before), ISO 8601 UTC. */
export const minutesFrom = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();
