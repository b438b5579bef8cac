import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { readFiles, readHeld, readLooks } from '../db/pack.ts';
import { findRequest } from '../db/requests.ts';
import { watches } from '../domain/policy.ts';

/** Everything that the centre holds about the person of a request (art. 15), from all modules, with who looked. */
export const accessPack = query({
  name: 'privacy.access-pack',
  fresh: true,
  summary: 'Everything held about the person of an access request, from all modules, as data and files',
  input: z.object({ requestId: id() }),
  output: z.object({
    requestId: z.string(),
    personId: z.string(),
    name: z.string(),
    kind: z.string(),
    held: z.array(z.object({ table: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })),
    looks: z.array(z.object({ at: z.string(), action: z.string(), kind: z.string(), position: z.string() })),
    /** Content in Base64. */
    files: z.array(
      z.object({ kind: z.enum(['document', 'attachment']), name: z.string(), content: z.string() }),
    ),
  }),
  basis: 'art. 15 ust. 1 i 3, art. 20 RODO',
  async read(db, { requestId }, moment) {
    const safe = safeOf(moment);
    const request = await findRequest(db, safe.centreId, requestId);
    if (!request || !['access', 'portability'].includes(request.kind)) return undefined;
    const { personId, name, kind } = request;
    const [held, looks, files] = await Promise.all([
      readHeld(db, safe, personId),
      readLooks(db, safe.centreId, personId),
      readFiles(db, safe.centreId, personId),
    ]);
    return { requestId, personId, name, kind, held, looks, files };
  },
  allow: watches,
  discloses: ({ personId, requestId, held, files }) => ({
    personId,
    what: { requestId, fields: held.map(({ table }) => table), files: files.length },
  }),
  hidden: true,
});
