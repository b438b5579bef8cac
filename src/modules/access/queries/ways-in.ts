import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { listDoors } from '../db/providers.ts';
import { doors } from '../domain/provider.ts';
import { partyOf } from '../passkeys.ts';

const waysIn = z.object({
  /** The address at which browsers make passkeys for this server; null: none. */
  passkeysAt: z.string().nullable(),
  external: z.array(z.object({ door: z.enum(doors), label: z.string() })),
});

export type WaysIn = z.infer<typeof waysIn>;

/** How one may come in besides password and code: passkeys at their address, and other systems that are switched on. */
export const listWaysInQuery = query({
  name: 'access.list-ways-in',
  summary: 'Ways in besides password and code',
  input: z.object({}),
  output: waysIn,
  basis: 'art. 50 ust. 2 ustawy o CUS',
  read: async (db, _input, { actor, home }) => ({
    passkeysAt: partyOf(home)?.origin ?? null,
    external: await listDoors(db, actor.centreId),
  }),
  allow: anyone(),
  discloses: () => undefined,
});
