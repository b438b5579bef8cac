import { z } from 'zod';
import { always, anyone, roles } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { findAccount, listAccounts, listOrganizations } from '../db/account-register.ts';

const period = z.object({
  role: z.enum(roles),
  validFrom: z.string(),
  validTo: z.string().nullable(),
});

const account = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  position: z.string(),
  state: z.enum(['active', 'closed']),
  organizationId: z.string().nullable(),
  organizationName: z.string().nullable(),
  personId: z.string().nullable(),
  persona: z.boolean(),
  hasPassword: z.boolean(),
  mustChangePassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  passkeys: z.number(),
  lockedUntil: z.string().nullable(),
  lastSignedInAt: z.string().nullable(),
  periods: z.array(period),
  version: z.number(),
});

const basis = 'art. 50 ust. 2 ustawy o CUS, § 19 rozporządzenia w sprawie KRI';

/** Who looks at accounts: the administrator works on them, the director and the auditor read. */
const readsAccounts = { administrator: always, director: always, auditor: always };

/** Every account of the centre with its roles and their days. */
export const listAccountsQuery = query({
  name: 'access.list-accounts',
  summary: 'Accounts of the centre with their roles',
  input: z.object({}),
  output: z.array(account),
  basis,
  read: (db, _input, moment) => listAccounts(db, moment.actor.centreId),
  allow: readsAccounts,
  discloses: (output) => ({ what: { accounts: output.length } }),
});

/** One account of the centre. */
export const getAccountQuery = query({
  name: 'access.get-account',
  summary: 'One account with its roles',
  input: z.object({ accountId: id() }),
  output: account,
  basis,
  read: (db, input, moment) => findAccount(db, moment.actor.centreId, input.accountId),
  allow: readsAccounts,
  discloses: (output) => ({ what: { accountId: output.id } }),
});

/** The own account of whoever asks; a visitor has none. */
export const getOwnAccountQuery = query({
  name: 'access.get-own-account',
  summary: 'The own account',
  input: z.object({}),
  output: account,
  basis,
  read: (db, _input, { actor }) => findAccount(db, actor.centreId, actor.accountId),
  allow: anyone(),
  discloses: () => undefined,
});

/** What a new account may act for: the organizations of the centre. */
export const listOrganizationsForAccountsQuery = query({
  name: 'access.list-organizations-for-accounts',
  summary: 'Organizations that an account may act for',
  input: z.object({}),
  output: z.array(z.object({ id: z.string(), name: z.string() })),
  basis,
  read: (db, _input, moment) => listOrganizations(db, moment.actor.centreId),
  allow: { administrator: always },
  discloses: () => undefined,
});
