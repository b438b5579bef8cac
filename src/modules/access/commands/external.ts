import { z } from 'zod';
import { always, anyone } from '../../../platform/actor.ts';
import { choice, id, optionalText, text, tick } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { sealedColumn } from '../../../platform/vault/stores.ts';
import { newOneTimePassword } from '../credentials.ts';
import { addAccount, addRole, lockAccount } from '../db/account-register.ts';
import { type Credentials, lockCredentials, saveSignIn } from '../db/accounts.ts';
import {
  dropLinkCode,
  findAccountOfPerson,
  findJoined,
  findLinkCode,
  findResident,
  join,
  type Joins,
  saveLinkCode,
  unjoin,
} from '../db/external.ts';
import { findProvider, type Provider, saveProvider } from '../db/providers.ts';
import { beginSession } from '../db/sessions.ts';
import { spend } from '../db/spent.ts';
import { doors } from '../domain/provider.ts';
import { minutesFrom } from '../domain/session-lengths.ts';
import { type Assertion, openAssertion, sealAssertion } from '../external/kept.ts';
import { deviceFamily, typedOrNothing } from '../inputs.ts';
import { notice } from '../notices.ts';
import { pl } from '../pl.ts';
import { administersOthers, unlessActive } from './change-roles.ts';

const words = pl.refusals;
const basis = 'art. 50 ust. 2 ustawy o CUS';

/** How long a code that joins may wait: an invitation on a desk, a resident on the way to the window. */
const codeDays = 7;
const codeUntil = (now: string): string => minutesFrom(now, codeDays * 24 * 60);

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

/** An administrator's invitation: a code that joins an account with whoever types it after signing in elsewhere. Once. */
export const inviteExternal = command({
  name: 'access.invite-external',
  summary: 'Make a code that joins an account with another system',
  basis,
  fresh: true,
  input: z.object({ accountId: id() }),
  result: z.object({ code: z.string(), name: z.string() }),
  load: (tx, input, { actor }) => lockAccount(tx, actor.centreId, input.accountId),
  allow: administersOthers,
  decide: (account) =>
    unlessActive(account) ?? { accountId: account.id, name: account.name, code: newOneTimePassword() },
  async save(tx, { accountId, name, code }, { actor, now }) {
    await saveLinkCode(tx, actor.centreId, code, { accountId }, { now, until: codeUntil(now) });
    return { code, name };
  },
  receipt: ({ name }) => ({ code: '', name }),
  audit: (change) => ({ what: { accountId: change.accountId } }),
});

/** An administrator joins an account with a subject of the other system that the town's office has named. */
export const joinExternal = command({
  name: 'access.join-external',
  summary: 'Join an account with a subject of another system',
  basis,
  fresh: true,
  input: z.object({ accountId: id(), door: choice(doors), subject: text(255) }),
  result: z.null(),
  async load(tx, input, { actor }) {
    const account = await lockAccount(tx, actor.centreId, input.accountId);
    return account && { ...account, provider: await findProvider(tx, actor.centreId, input.door) };
  },
  allow: administersOthers,
  decide(account, { subject, door }) {
    if (!account.provider || (account.personId !== null) !== (door === 'residents'))
      return refuse('access.no-provider', words.noProvider, { field: 'door' });
    return unlessActive(account) ?? { accountId: account.id, issuer: account.provider.issuer, subject };
  },
  async save(tx, change, { actor, now }) {
    await join(tx, actor.centreId, change, { accountId: change.accountId, by: actor.accountId, now });
    return null;
  },
  constraints: {
    external_identity_pkey: refuse('access.subject-taken', words.subjectTaken, { field: 'subject' }),
  },
  emits: (change) => [notice(change.accountId, 'external-linked')],
  audit: (change) => ({ what: { accountId: change.accountId, issuer: change.issuer } }),
});

/** Takes every other system off an account. */
export const unjoinExternal = command({
  name: 'access.unjoin-external',
  summary: 'Take other systems off an account',
  basis,
  fresh: true,
  input: z.object({ accountId: id() }),
  result: z.object({ ended: z.number() }),
  load: (tx, input, { actor }) => lockAccount(tx, actor.centreId, input.accountId),
  allow: administersOthers,
  decide: (account) => ({ accountId: account.id }),
  save: async (tx, change, { actor }) => ({ ended: await unjoin(tx, actor.centreId, change.accountId) }),
  audit: (change, result) => ({ what: { ...change, ...result } }),
});

/** The clerk has seen who stands at the window: the code they show joins their login with their own data, for good. */
export const approveExternal = command({
  name: 'access.approve-external',
  summary: 'Join the login of a resident at the window with the person',
  basis,
  fresh: true,
  input: z.object({ personId: id(), code: text(60) }),
  result: z.null(),
  async load(tx, input, { actor, now }) {
    const resident = await findResident(tx, actor.centreId, input.personId);
    if (!resident) return undefined;
    const joins = await findLinkCode(tx, actor.centreId, input.code, now);
    const accountId = await findAccountOfPerson(tx, actor.centreId, resident.id);
    return {
      resident,
      personId: resident.id,
      accountId,
      identity: joins && 'subject' in joins ? joins : undefined,
    };
  },
  allow: { clerk: always, administrator: always },
  decide({ resident, accountId, identity }, input) {
    if (!identity) return refuse('access.code-unknown', words.codeUnknown, { field: 'code' });
    return {
      personId: resident.id,
      name: resident.name,
      accountId: accountId ?? newId(),
      made: !accountId,
      identity,
      code: input.code,
    };
  },
  async save(tx, change, { actor, now, today }) {
    const { centreId } = actor;
    const { accountId, identity } = change;
    if (change.made) {
      const login = `m-${accountId.slice(-12)}`;
      await addAccount(tx, centreId, {
        id: accountId,
        login,
        name: change.name,
        position: pl.roles.resident,
        organizationId: null,
        personId: change.personId,
        passwordHash: null,
        sealedTotp: null,
      });
      await addRole(tx, centreId, accountId, { role: 'resident', validFrom: today, validTo: null });
    }
    await join(tx, centreId, identity, { accountId, by: actor.accountId, now });
    await dropLinkCode(tx, centreId, change.code, now);
    return null;
  },
  constraints: {
    external_identity_pkey: refuse('access.subject-taken', words.subjectTaken, { field: 'code' }),
  },
  audit: (change) => ({
    personId: change.personId,
    what: { accountId: change.accountId, made: change.made },
  }),
});

const secretPlace = (centreId: string, door: string): string =>
  `sign_in_provider.client_secret/${centreId}/${door}`;

/** Those secrets, for a change of keys. */
export const sealedProviderSecret = sealedColumn({
  table: 'sign_in_provider',
  column: 'client_secret',
  keys: ['door'],
  place: (centreId, row) => secretPlace(centreId, row['door'] ?? ''),
});

/** The secret of another system's client; undefined: a public client. */
export const openSecret = (
  vault: Moment['vault'],
  centreId: string,
  { door, sealedSecret }: Pick<Provider, 'door' | 'sealedSecret'>,
): string | undefined =>
  sealedSecret === null ? undefined : vault.open(sealedSecret, secretPlace(centreId, door));

/** Sets which other system opens a door of the centre, or switches it off. An empty secret keeps the one before. */
export const saveExternalProvider = command({
  name: 'access.save-provider',
  summary: 'Set which other system opens a door',
  basis,
  fresh: true,
  input: z.object({
    door: choice(doors),
    label: text(60),
    issuer: text(300),
    clientId: text(200),
    secret: typedOrNothing(500),
    secondFactor: tick(),
    peselClaim: optionalText(100),
    matchPerson: tick(),
    active: tick(),
  }),
  result: z.null(),
  load: async (tx, input, { actor }) => ({ before: await findProvider(tx, actor.centreId, input.door) }),
  allow: { administrator: always },
  decide({ before }, input, { actor, issuers = [], vault }) {
    const { secret, peselClaim, ...set } = input;
    if (!issuers.includes(input.issuer))
      return refuse('access.issuer-unknown', words.issuerUnknown(issuers), { field: 'issuer' });
    if (input.matchPerson && (input.door !== 'residents' || peselClaim === undefined))
      return refuse('access.match-needs-claim', words.matchNeedsClaim, { field: 'peselClaim' });
    const kept = before?.issuer === input.issuer ? before.sealedSecret : null;
    const provider: Provider = {
      ...set,
      peselClaim: peselClaim ?? null,
      sealedSecret: secret === '' ? kept : vault.seal(secret, secretPlace(actor.centreId, input.door)),
      version: (before?.version ?? 0) + 1,
    };
    return provider;
  },
  async save(tx, change, { actor }) {
    await saveProvider(tx, actor.centreId, change);
    return null;
  },
  receipt: () => undefined,
  audit: ({ door, issuer, clientId, secondFactor, matchPerson, active }) => ({
    what: { door, issuer, clientId, secondFactor, matchPerson, active },
  }),
});
