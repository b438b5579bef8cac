import { createAccount, otpauthUri, visitorAccount } from '../../modules/access/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { createRunner } from '../../platform/runner/runner.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { StartupProblem } from '../../platform/startup-problem.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../database.ts';
import { openVault } from './keys.ts';
import { pl } from '../pl.ts';

const words = pl.addAdministrator;

interface Credentials {
  login: string;
  password: string;
  totpSecret: string;
  centre: { slug: string; name: string; place: string };
}

/**
 * Opens an administrator's account by the same command as the page does, for whoever holds the database.
 * @throws StartupProblem when the centre is not there or the login is not good
 */
export async function openAdministrator(
  pool: Pool,
  vault: Vault,
  slug: string,
  login: string,
  name = login,
): Promise<Credentials> {
  const known = await pool.query<{ id: string; slug: string; name: string; place: string }>(
    'select id, slug, name, place from centre order by slug',
  );
  const centre = known.rows.find((one) => one.slug === slug);
  if (!centre)
    throw new StartupProblem(
      'okienko.administrator.centre',
      words.noCentre(
        slug,
        known.rows.map((one) => one.slug),
      ),
    );
  const actor: Actor = {
    centreId: centre.id,
    accountId: visitorAccount,
    name: words.actor,
    position: '',
    roles: ['administrator'],
  };
  const input = { login, name, position: words.position, role: 'administrator' };
  const outcome = await createRunner(pool, systemClock, vault).run(createAccount, actor, input);
  if (!outcome.ok)
    throw new StartupProblem(
      outcome.problem.code,
      outcome.problem.fields?.['login'] ?? outcome.problem.words,
    );
  return {
    login: outcome.value.login,
    password: outcome.value.password ?? '',
    totpSecret: outcome.value.totpSecret ?? '',
    centre,
  };
}

/** `okienko add-administrator <centre> <login> [name]`: the first account of a real installation. */
export async function addAdministrator(config: Config, args: string[]): Promise<void> {
  const [slug, login, ...names] = args;
  if (!slug || !login) throw new StartupProblem('okienko.administrator.usage', words.usage);
  const database = await openDatabase(config);
  try {
    const vault = await openVault(config, database.owner);
    const opened = await openAdministrator(database.pool, vault, slug, login, names.join(' ') || undefined);
    console.log(words.done(opened.centre.name));
    console.log(words.login(opened.login));
    console.log(words.password(opened.password));
    console.log(words.secret(opened.totpSecret));
    console.log(words.uri(otpauthUri(opened.totpSecret, opened.login, opened.centre.place)));
    console.log(words.next(`/${opened.centre.slug}/logowanie`));
  } finally {
    await database.close();
  }
}
