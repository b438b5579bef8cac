import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { choice, id, optionalText, text, tick } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { sealedColumn } from '../../../platform/vault/stores.ts';
import { newOneTimePassword } from '../credentials.ts';
import { addAccount, addRole, lockAccount } from '../db/account-register.ts';
import {
  dropLinkCode,
  findAccountOfPerson,
  findLinkCode,
  findResident,
  join,
  saveLinkCode,
  unjoin,
} from '../db/external.ts';
import { findProvider, type Provider, saveProvider } from '../db/providers.ts';
import { codeUntil } from '../domain/link-code.ts';
import { doors } from '../domain/provider.ts';
import { typedOrNothing } from '../inputs.ts';
import { notice } from '../notices.ts';
import { pl } from '../pl.ts';
import { administersOthers, unlessActive } from './change-roles.ts';

const words = pl.refusals;
const basis = 'art. 50 ust. 2 ustawy o CUS';

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
