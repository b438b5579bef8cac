import { z } from 'zod';
import { anyoneWhoWrites } from '../../../platform/actor.ts';
import { date, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { findCode, type KeptCode, openLink, recordTry } from '../db/links.ts';
import { linkToken, readCode, seedPattern } from '../domain/follow-up.ts';

interface Try {
  code: KeptCode | undefined;
}

interface Verdict {
  code: KeptCode | undefined;
  /** A resting code counts nothing more, and answers like a wrong one. */
  resting: boolean;
  fits: boolean;
  key: string;
  token: string;
}

/**
 * Opens the status of a case by its code and birth date. A wrong code, a wrong date and a resting code answer alike; a
 * failed try is kept (five make the code rest), so it is no refusal.
 */
export const followCase = command({
  name: 'casework.follow-case',
  summary: 'Open the status of a case by its code and the birth date of the person',
  guess: true,
  input: z.object({ code: text(40), birthDate: date(), seed: z.string().regex(seedPattern) }),
  /** The address of the status follows from the secret that the page sent and from this key. */
  result: z.object({ found: z.boolean(), key: z.string() }),
  basis: 'art. 14 ust. 1 ustawy o CUS',
  async load(tx, input, moment): Promise<Try> {
    const code = readCode(input.code);
    return { code: code ? await findCode(tx, moment.actor.centreId, code) : undefined };
  },
  allow: anyoneWhoWrites(),
  decide({ code }, input, moment): Verdict {
    const resting = code?.lockedUntil != null && code.lockedUntil > moment.now;
    const key = newId();
    return {
      code,
      resting,
      fits: code !== undefined && !resting && code.birthDate === input.birthDate,
      key,
      token: linkToken(input.seed, key),
    };
  },
  async save(tx, { code, resting, fits, key, token }, moment) {
    const { centreId } = moment.actor;
    await Promise.all([
      code && !resting && recordTry(tx, centreId, code, fits, moment.now),
      code && fits && openLink(tx, centreId, { caseId: code.caseId, token }, moment.now),
    ]);
    return { found: fits, key };
  },
  // The form that comes back after a wrong try keeps its key: the next try must be judged anew.
  receipt: () => undefined,
  audit: ({ code, fits }) => ({ caseId: code?.caseId ?? null, what: { fits } }),
});
