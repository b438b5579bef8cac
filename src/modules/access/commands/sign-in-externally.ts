import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { newOneTimePassword } from '../credentials.ts';
import { type Credentials, lockCredentials, saveSignIn } from '../db/accounts.ts';
import {
  dropLinkCode,
  findAccountOfPerson,
  findJoined,
  findLinkCode,
  join,
  type Joins,
  saveLinkCode,
} from '../db/external.ts';
import { findProvider } from '../db/providers.ts';
import { beginSession } from '../db/sessions.ts';
import { spend } from '../db/spent.ts';
import { codeUntil } from '../domain/link-code.ts';
import { type Assertion, openAssertion, sealAssertion } from '../external/kept.ts';
import { deviceFamily, typedOrNothing } from '../inputs.ts';
import { notice } from '../notices.ts';

/** A resident's account opens by the residents' door only, everybody else's by the door of staff. */
const fitsDoor = (account: Credentials, { door }: Assertion): boolean =>
  (account.personId !== null) === (door === 'residents');

type Found = { account: Credentials; joins: boolean } | undefined;

/** The account that is meant: joined before, invited by the typed code, or the resident's own by an exact PESEL. */
async function accountMeant(
  tx: Db,
  assertion: Assertion,
  code: string,
  { actor: { centreId }, now }: Moment,
): Promise<Found> {
  const known = await findJoined(tx, centreId, assertion);
  const invited: Joins | undefined =
    known === undefined && code !== '' ? await findLinkCode(tx, centreId, code, now) : undefined;
  const meant =
    known ??
    (invited && 'accountId' in invited ? invited.accountId : undefined) ??
    (assertion.personId === null ? undefined : await findAccountOfPerson(tx, centreId, assertion.personId));
  const account = meant === undefined ? undefined : await lockCredentials(tx, centreId, { id: meant });
  return account && fitsDoor(account, assertion) ? { account, joins: known === undefined } : undefined;
}

/**
 * Sign-in by what another system says, heard by our own server and sealed. Never by an e-mail address: an account is
 * joined by an administrator's invitation, by the clerk at the window, or by an exact PESEL where the centre says so.
 */
export const signInExternally = command({
  name: 'access.sign-in-externally',
  summary: 'Sign in by what another system says',
  basis: 'art. 50 ust. 3 ustawy o CUS',
  guess: true,
  input: z.object({ kept: typedOrNothing(4_000), code: typedOrNothing(60), device: deviceFamily() }),
  result: z.object({
    signedIn: z.boolean(),
    token: z.string().nullable(),
    resident: z.boolean(),
    /** What the browser keeps when the identity is not joined yet; null: nothing that could be joined. */
    kept: z.string().nullable(),
  }),
  allow: anyone(),
  async load(tx, input, moment) {
    const { actor, now, vault } = moment;
    const assertion = openAssertion(vault, actor.centreId, input.kept, now);
    const provider = assertion && (await findProvider(tx, actor.centreId, assertion.door));
    // What was switched off or changed meanwhile counts no more.
    if (!assertion || !provider?.active || provider.issuer !== assertion.issuer)
      return { assertion: undefined, provider, found: undefined, first: false };
    const found = await accountMeant(tx, assertion, input.code, moment);
    const once = { now, until: assertion.until };
    const first = found ? await spend(tx, actor.centreId, assertion.id, once) : false;
    return { assertion, provider, found, first };
  },
  decide({ assertion, provider, found, first }, { code, device }) {
    if (assertion && provider && found && first) {
      const { account, joins } = found;
      const resident = account.personId !== null;
      const half = !resident && !provider.secondFactor;
      return { kind: 'in' as const, assertion, accountId: account.id, joins, resident, half, device, code };
    }
    return assertion && !found
      ? { kind: 'unknown' as const, assertion, code: newOneTimePassword() }
      : { kind: 'out' as const };
  },
  async save(tx, change, { actor: { centreId }, now, vault }) {
    const outside = { signedIn: false, token: null, resident: false, kept: null };
    if (change.kind === 'out') return outside;
    const { assertion } = change;
    if (change.kind === 'unknown') {
      // Staff type a code, residents show one at the window.
      const code = assertion.door === 'residents' ? (assertion.code ?? change.code) : null;
      if (code !== null && assertion.code === null)
        await saveLinkCode(tx, centreId, code, assertion, { now, until: codeUntil(now) });
      return { ...outside, kept: sealAssertion(vault, centreId, { ...assertion, code }, now) };
    }
    const { accountId, device, half, resident } = change;
    if (change.joins) {
      await join(tx, centreId, assertion, { accountId, by: null, now });
      await dropLinkCode(tx, centreId, change.code, now);
    }
    await saveSignIn(tx, centreId, accountId, now);
    const token = await beginSession(tx, centreId, { accountId, now, method: 'external', device, half });
    return { signedIn: true, token, resident, kept: null };
  },
  receipt: () => undefined,
  emits: (change) =>
    change.kind === 'in' && change.joins ? [notice(change.accountId, 'external-linked')] : [],
  audit: (change) => ({
    what: {
      accountId: change.kind === 'in' ? change.accountId : null,
      signedIn: change.kind === 'in',
      ...(change.kind === 'in' ? { joined: change.joins } : {}),
    },
  }),
});
