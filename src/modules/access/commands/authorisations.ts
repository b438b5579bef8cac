import { z } from 'zod';
import type { Actor, Allow } from '../../../platform/actor.ts';
import { choice, date, id, optionalDate, optionalText, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { basis, cite } from '../../../law/index.ts';
import { findAccount } from '../db/account-register.ts';
import { addAuthorisation, lockAuthorisation, markRevoked } from '../db/authorisations.ts';
import { faultOf, holderOf, type RegisterEntry, scopes } from '../domain/authorisation.ts';
import { outsideRoles, rolesOn } from '../domain/roles.ts';
import { pl } from '../pl.ts';
import { unlessActive } from './change-roles.ts';

const words = pl.refusals;
const inside = cite(basis('cus', '49', 'statute'));
const director = cite(basis('cus', '41 ust. 1', 'statute'));

/** Who keeps the register: never for themselves. */
export const keepsRegister: Allow<{ accountId: string }> = {
  director: (actor: Actor, entry) => actor.accountId !== entry.accountId,
  administrator: (actor: Actor, entry) => actor.accountId !== entry.accountId,
};

/** Enters an authorisation of art. 26, or of a plan's approval (art. 24(2)(3)); what would never count is refused. */
export const grantAuthorisation = command({
  name: 'access.grant-authorisation',
  summary: 'Enter an authorisation in the register',
  basis: 'art. 26 ustawy o CUS',
  fresh: true,
  input: z.object({
    accountId: id(),
    scope: choice(scopes),
    document: text(300),
    grantedBy: text(300),
    request: optionalText(300),
    qualification: optionalText(300),
    validFrom: date(),
    validTo: optionalDate(),
  }),
  result: z.object({ authorisationId: z.string() }),
  async load(tx, input, moment) {
    const account = await findAccount(tx, moment.actor.centreId, input.accountId);
    return account && { ...account, accountId: account.id };
  },
  allow: keepsRegister,
  decide(account, input, { today }) {
    const first = input.validFrom > today ? input.validFrom : today;
    const roles = rolesOn(account.periods, first).map((period) => period.role);
    const shut = unlessActive(account);
    if (shut) return shut;
    if (roles.length === 0 || roles.some((role) => outsideRoles.includes(role)))
      return refuse('access.authorise-outside', words.authoriseOutside, {
        field: 'accountId',
        basis: inside,
      });
    if (input.scope === 'plan_approval' && roles.includes('director'))
      return refuse('access.director-needs-none', words.directorNeedsNone, {
        field: 'scope',
        basis: director,
      });
    if (input.validTo !== undefined && input.validTo < input.validFrom)
      return refuse('access.authorisation-ends-early', words.endsBeforeItBegins, { field: 'validTo' });
    const entry: RegisterEntry = {
      id: newId(),
      accountId: account.id,
      scope: input.scope,
      holder: holderOf(roles),
      request: input.request ?? null,
      qualification: input.qualification ?? null,
      validFrom: input.validFrom,
      validTo: input.validTo ?? null,
      revokedOn: null,
    };
    return faultOf(entry, roles) ?? { ...entry, document: input.document, grantedBy: input.grantedBy };
  },
  async save(tx, change, moment) {
    await addAuthorisation(tx, moment.actor.centreId, change);
    return { authorisationId: change.id };
  },
  audit: (change) => ({
    what: {
      authorisationId: change.id,
      accountId: change.accountId,
      scope: change.scope,
      document: change.document,
      from: change.validFrom,
      to: change.validTo,
    },
  }),
});

/** Revokes an authorisation from a day on; what was signed before that day stands. */
export const revokeAuthorisation = command({
  name: 'access.revoke-authorisation',
  summary: 'Revoke an authorisation from a day on',
  basis: 'art. 26 ustawy o CUS',
  fresh: true,
  input: z.object({ authorisationId: id(), on: date(), why: text(500) }),
  result: z.null(),
  load: (tx, input, moment) => lockAuthorisation(tx, moment.actor.centreId, input.authorisationId),
  allow: keepsRegister,
  decide(entry, input) {
    if (entry.revokedOn !== null) return refuse('access.already-revoked', words.alreadyRevoked);
    if (input.on < entry.validFrom)
      return refuse('access.revoked-too-early', words.revokedTooEarly, { field: 'on' });
    if (entry.validTo !== null && input.on > entry.validTo)
      return refuse('access.authorisation-ended', words.authorisationEnded, { field: 'on' });
    return { id: entry.id, accountId: entry.accountId, on: input.on, why: input.why };
  },
  async save(tx, change, moment) {
    await markRevoked(tx, moment.actor.centreId, change.id, change.on, change.why);
    return null;
  },
  audit: (change) => ({
    what: { authorisationId: change.id, accountId: change.accountId, revokedOn: change.on, why: change.why },
  }),
});
