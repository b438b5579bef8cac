import { z } from 'zod';
import { always, anyone } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { findResident } from '../db/external.ts';
import { findProvider, listProviders } from '../db/providers.ts';
import { doors } from '../domain/provider.ts';
import { openAssertion } from '../external/kept.ts';
import { typedOrNothing } from '../inputs.ts';

const basis = 'art. 50 ust. 2 ustawy o CUS';

/** Whoever has come back from another system and is not joined yet: what they type or show next. */
export const waitingIdentityQuery = query({
  name: 'access.waiting-identity',
  summary: 'What joins the login of another system with an account',
  input: z.object({ kept: typedOrNothing(4_000) }),
  /** Null: nobody has come back in this browser. */
  output: z.object({
    waiting: z.object({ door: z.enum(doors), label: z.string(), code: z.string().nullable() }).nullable(),
  }),
  basis,
  async read(db, { kept }, { actor, now, vault }) {
    const assertion = openAssertion(vault, actor.centreId, kept, now);
    const provider = assertion && (await findProvider(db, actor.centreId, assertion.door));
    return {
      waiting:
        assertion && provider ? { door: assertion.door, label: provider.label, code: assertion.code } : null,
    };
  },
  allow: anyone(),
  discloses: () => undefined,
});

const provider = z.object({
  door: z.enum(doors),
  label: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  hasSecret: z.boolean(),
  secondFactor: z.boolean(),
  peselClaim: z.string().nullable(),
  matchPerson: z.boolean(),
  active: z.boolean(),
});

export type ShownProvider = z.infer<typeof provider>;

/** Which other systems open the doors of the centre. Never their secrets. */
export const listProvidersQuery = query({
  name: 'access.list-providers',
  summary: 'Other systems that open the doors of the centre',
  input: z.object({}),
  output: z.object({
    issuers: z.array(z.string()),
    home: z.string().nullable(),
    providers: z.array(provider),
  }),
  basis,
  async read(db, _input, { actor, home, issuers = [] }) {
    const set = await listProviders(db, actor.centreId);
    return {
      issuers: [...issuers],
      home: home ?? null,
      providers: set.map(({ sealedSecret, version: _version, ...shown }) => ({
        ...shown,
        hasSecret: sealedSecret !== null,
      })),
    };
  },
  allow: { administrator: always, auditor: always },
  discloses: () => undefined,
});

/** The resident whose login a clerk joins at the window: the name only. */
export const residentToJoinQuery = query({
  name: 'access.resident-to-join',
  summary: 'The resident whose login is joined at the window',
  input: z.object({ personId: id() }),
  output: z.object({ id: z.string(), name: z.string() }),
  basis,
  read: (db, input, { actor }) => findResident(db, actor.centreId, input.personId),
  allow: { clerk: always, administrator: always },
  discloses: (output) => ({ personId: output.id, what: { fields: ['name'] } }),
});
