import { z } from 'zod';
import type { Vault } from '../../../platform/vault/vault.ts';
import { doors } from '../domain/provider.ts';
import { minutesFrom } from '../domain/session-lengths.ts';

/** How long a person may be away at the other system, and then take to type a code. */
export const journeyMinutes = 10;

const journey = z.object({
  door: z.enum(doors),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The page that was wanted, and the first part of the addresses in the person's language. */
  back: z.string(),
  home: z.string(),
  until: z.string(),
});

const assertion = z.object({
  /** Counts once: the state of the journey that it comes from. */
  id: z.string(),
  door: z.enum(doors),
  issuer: z.string(),
  subject: z.string(),
  /** The resident whom the PESEL names exactly, where the centre lets that count. */
  personId: z.string().nullable(),
  /** Shown to a resident who is not joined to an account yet. */
  code: z.string().nullable(),
  until: z.string(),
});

export type KeptJourney = z.infer<typeof journey>;
export type Assertion = z.infer<typeof assertion>;

const placeOf = (kind: 'journey' | 'assertion', centreId: string): string => `external/${kind}/${centreId}`;

const sealAs =
  <T>(kind: 'journey' | 'assertion') =>
  (vault: Vault, centreId: string, value: Omit<T, 'until'>, now: string): string =>
    vault.seal(
      JSON.stringify({ ...value, until: minutesFrom(now, journeyMinutes) }),
      placeOf(kind, centreId),
    );

const openAs =
  <T extends { until: string }>(kind: 'journey' | 'assertion', shape: z.ZodType<T>) =>
  (vault: Vault, centreId: string, kept: string, now: string): T | undefined => {
    try {
      const value = shape.parse(JSON.parse(vault.open(kept, placeOf(kind, centreId))));
      return value.until >= now ? value : undefined;
    } catch {
      return undefined;
    }
  };

/** What a browser keeps while its owner is at the other system. */
export const sealJourney = sealAs<KeptJourney>('journey');
/** The journey that a browser kept; undefined: not ours, of another centre, or too old. */
export const openJourney = openAs('journey', journey);

/** Who the other system says it is, as our own server heard it: nobody else can make one. */
export const sealAssertion = sealAs<Assertion>('assertion');
/** Such a statement; undefined: not ours, of another centre, or too old. */
export const openAssertion = openAs('assertion', assertion);
