import type { Actor } from '../../platform/actor.ts';
import type { Clock } from '../../platform/clock.ts';
import { dayInPoland } from '../../platform/clock.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { readerFor } from '../../platform/database/tenant.ts';
import type { CentreInfo } from '../../platform/http/route.ts';
import type { Visit } from '../../platform/http/parts.ts';
import { idPattern } from '../../platform/ids.ts';
import { findSessionActor, listCentres, noteSeen, type Waiting } from './db/sessions.ts';
import { minutesFrom, type SessionLengths, usualLengths } from './domain/session-lengths.ts';
import { findInstead } from './db/substitutions.ts';
import { pl } from './pl.ts';

/** The page of the own account: the only one that a one-time password opens. */
export const ownAccountPath = '/praca/konto';

/** The page where staff without a second factor set one up, or prove the one they have. */
export const secondFactorPath = '/praca/konto/drugi-skladnik';

/** Where a session is led that something waits for: a resident changes the one-time password on their own page. */
const detourOf = (waits: Waiting, { personId }: Actor, { slug }: CentreInfo): `/${string}` => {
  if (waits === 'second-factor') return secondFactorPath;
  return personId === undefined ? ownAccountPath : `/${slug}/moje/wejscie`;
};

/** How long a session or the list of centres is trusted without asking the database again. */
const trustMs = 5_000;

export interface Identification {
  identify(token: string): Promise<Visit | undefined>;
  visitorOf(slug: string): Promise<Visit | undefined>;
  visitors(): Promise<Visit[]>;
  centres(): Promise<CentreInfo[]>;
  /** The centre that a session token was given in, also when the session has ended. */
  centreOf(token: string): Promise<CentreInfo | undefined>;
  /** Makes ended sessions and changed roles count at once in this process (elsewhere within five seconds). */
  forget(): void;
}

/** The visitor: a resident without an account, known by nothing. The nil account owns no rows. */
export const visitorAccount = '00000000-0000-0000-0000-000000000000';

const visitorIn = (centre: CentreInfo): Visit => ({
  centre,
  signedIn: false,
  actor: {
    centreId: centre.id,
    accountId: visitorAccount,
    name: pl.visitor,
    position: '',
    roles: ['visitor'],
  },
});

/** Recognises who is behind a request. */
export function identification(
  pool: Pool,
  clock: Clock,
  lengths: SessionLengths = usualLengths,
): Identification {
  const sessions = new Map<string, { visit: Promise<Visit | undefined>; until: number }>();
  let known: { centres: Promise<CentreInfo[]>; until: number } | undefined;

  const centres = (): Promise<CentreInfo[]> => {
    const now = Date.parse(clock.now());
    if (known && known.until >= now) return known.centres;
    const fresh = { centres: listCentres(readerFor(pool, '')), until: now + trustMs };
    known = fresh;
    // A database that was away is asked again at once, not after the time for which an answer is trusted.
    fresh.centres.catch(() => {
      if (known === fresh) known = undefined;
    });
    return fresh.centres;
  };

  const lookUp = async (token: string): Promise<Visit | undefined> => {
    const [centreId = '', secret = ''] = token.split('.');
    if (!idPattern.test(centreId) || secret.length < 20) return undefined;
    const now = clock.now();
    const centre = (await centres()).find((one) => one.id === centreId);
    if (!centre) return undefined;
    const db = readerFor(pool, centreId);
    const { demonstration } = centre;
    const judging = { now, today: dayInPoland(now), lengths, demonstration };
    const found = await findSessionActor(db, centreId, secret, judging);
    if (!found) return undefined;
    const { actor, waits, seenAt } = found;
    // Once a minute is enough to tell an open desk from one that was left.
    if (actor.session && seenAt < minutesFrom(now, -1)) await noteSeen(db, centreId, actor.session.id, now);
    if (waits) return { actor, centre, signedIn: true, detour: detourOf(waits, actor, centre) };
    // What a substitution opens is judged with every look-up: it ends by itself.
    const instead = await findInstead(db, actor, judging.today);
    return { actor: instead ?? actor, centre, signedIn: true };
  };

  return {
    centres,
    async centreOf(token) {
      const [id] = token.split('.');
      return (await centres()).find((centre) => centre.id === id);
    },
    forget() {
      sessions.clear();
      known = undefined;
    },
    async identify(token) {
      const now = Date.parse(clock.now());
      const trusted = sessions.get(token);
      if (trusted && trusted.until > now) return await trusted.visit;
      if (sessions.size > 10_000) sessions.clear();
      const visit = lookUp(token);
      sessions.set(token, { visit, until: now + trustMs });
      visit.catch(() => sessions.delete(token));
      return await visit;
    },
    async visitorOf(slug) {
      const centre = (await centres()).find((one) => one.slug === slug);
      return centre && visitorIn(centre);
    },
    visitors: async () => (await centres()).map(visitorIn),
  };
}
