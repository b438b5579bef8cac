import { z } from 'zod';
import { type Allow, always, roles } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { listAccounts } from '../db/account-register.ts';
import { outsideRoles } from '../domain/roles.ts';
import { query } from '../../../platform/runner/query.ts';
import { findAuthorisation, listAuthorisations } from '../db/authorisations.ts';
import { holders, scopes, standingOn, standings } from '../domain/authorisation.ts';

const authorisation = z.object({
  id: z.string(),
  accountId: z.string(),
  holderName: z.string(),
  holderPosition: z.string(),
  scope: z.enum(scopes),
  holder: z.enum(holders),
  document: z.string(),
  grantedBy: z.string(),
  request: z.string().nullable(),
  qualification: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  revokedOn: z.string().nullable(),
  revokedWhy: z.string().nullable(),
  standing: z.enum(standings),
  version: z.number(),
});

export type ShownAuthorisation = z.infer<typeof authorisation>;

/** Who reads the register: those who sign, who keep it, and who audits it. */
const readers: Allow<unknown> = {
  director: always,
  administrator: always,
  auditor: always,
  service_organiser: always,
  assistance_organiser: always,
};

const basis = 'art. 26 ustawy o CUS';

/** The register of authorisations, each with how it stands today. */
export const listAuthorisationsQuery = query({
  name: 'access.list-authorisations',
  summary: 'The register of authorisations',
  input: z.object({}),
  output: z.array(authorisation),
  basis,
  async read(db, _input, { actor, today }) {
    const entries = await listAuthorisations(db, actor.centreId);
    return entries.map((entry) => ({ ...entry, standing: standingOn(entry, today) }));
  },
  allow: readers,
  discloses: () => undefined,
});

/** One entry of the register, with how it stands today. */
export const getAuthorisationQuery = query({
  name: 'access.get-authorisation',
  summary: 'One entry of the register of authorisations',
  input: z.object({ authorisationId: id() }),
  output: authorisation,
  basis,
  async read(db, input, { actor, today }) {
    const entry = await findAuthorisation(db, actor.centreId, input.authorisationId);
    return entry && { ...entry, standing: standingOn(entry, today) };
  },
  allow: readers,
  discloses: () => undefined,
});

/** Whom the asker may enter in the register: active accounts with a role inside the centre, now or later, but the own. */
export const listAuthorisableQuery = query({
  name: 'access.list-authorisable',
  summary: 'Accounts that may be authorised by the asker',
  input: z.object({}),
  output: z.array(
    z.object({
      accountId: z.string(),
      name: z.string(),
      position: z.string(),
      roles: z.array(z.enum(roles)),
    }),
  ),
  basis,
  async read(db, _input, { actor, today }) {
    const accounts = await listAccounts(db, actor.centreId);
    return accounts.flatMap(({ id: accountId, name, position, state, periods }) => {
      const held = periods.filter(
        (period) =>
          !outsideRoles.includes(period.role) && (period.validTo === null || period.validTo >= today),
      );
      const fits = state === 'active' && accountId !== actor.accountId && held.length > 0;
      return fits ? [{ accountId, name, position, roles: held.map(({ role }) => role) }] : [];
    });
  },
  allow: { director: always, administrator: always },
  discloses: () => undefined,
});
