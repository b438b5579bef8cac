import { uuidv7 } from 'uuidv7';

/** A new identifier that sorts by time (UUID version 7). */
export const newId = (): string => uuidv7();

/** The shape of every identifier. */
export const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
