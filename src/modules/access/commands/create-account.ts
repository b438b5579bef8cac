import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { choice, optionalDate, optionalId, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { hashPassword, newOneTimePassword, newTotpSecret, sealTotp } from '../credentials.ts';
import { addAccount, addRole } from '../db/account-register.ts';
import { assignableRoles, roleFault, type RolePeriod } from '../domain/roles.ts';
import { loginName } from '../inputs.ts';
import { pl } from '../pl.ts';
import { shownOnce, withoutSecrets } from './shown-once.ts';

/** Opens an account with its first role; the one-time password and the second factor's secret are given once. */
export const createAccount = command({
  name: 'access.create-account',
  summary: 'Open an account with its first role',
  basis: 'art. 50 ust. 2 ustawy o CUS, § 19 rozporządzenia w sprawie KRI',
  fresh: true,
  input: z.object({
    login: loginName(),
    name: text(200),
    position: text(200),
    role: choice(assignableRoles),
    validFrom: optionalDate(),
    validTo: optionalDate(),
    organizationId: optionalId(),
    personId: optionalId(),
  }),
  result: shownOnce,
  async load() {
    const password = newOneTimePassword();
    return { password, passwordHash: await hashPassword(password), totpSecret: newTotpSecret() };
  },
  allow: { administrator: always },
  decide(secrets, input, moment) {
    const given: RolePeriod = {
      role: input.role,
      validFrom: input.validFrom ?? moment.today,
      validTo: input.validTo ?? null,
    };
    const account = { organizationId: input.organizationId ?? null, personId: input.personId ?? null };
    const { login, name, position } = input;
    return (
      roleFault({ ...account, periods: [] }, given, moment.today) ?? {
        ...secrets,
        ...account,
        id: newId(),
        login,
        name,
        position,
        given,
      }
    );
  },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    const { given, password, totpSecret, ...account } = change;
    const sealedTotp = sealTotp(moment.vault, centreId, change.id, totpSecret);
    await addAccount(tx, centreId, { ...account, sealedTotp });
    await addRole(tx, centreId, change.id, given);
    return {
      accountId: change.id,
      login: change.login,
      name: change.name,
      password,
      totpSecret,
    };
  },
  receipt: withoutSecrets,
  audit: (change) => ({ what: { accountId: change.id, login: change.login, role: change.given } }),
  constraints: {
    account_centre_id_login_key: refuse('access.login-taken', pl.refusals.loginTaken, { field: 'login' }),
    account_centre_id_organization_id_fkey: refuse(
      'access.no-such-organization',
      pl.refusals.noSuchOrganization,
      { field: 'organizationId' },
    ),
    account_centre_id_person_id_fkey: refuse('access.no-such-person', pl.refusals.noSuchPerson),
  },
});
