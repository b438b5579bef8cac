import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll } from 'vitest';
import { openVault } from '../../src/app/cli/keys.ts';
import { mailSettings, readConfig } from '../../src/app/config.ts';
import { type OpenDatabase, openDatabase } from '../../src/app/database.ts';
import { buildHouse, type House } from '../../src/app/house.ts';
import { addDays } from '../../src/law/index.ts';
import { dayInPoland } from '../../src/platform/clock.ts';
import type { Newcomer } from './newcomer.ts';
import { okienko } from './process.ts';

/** What stands on the sheet of paper that a person gets, and the password they made of it. */
export interface Credentials {
  login: string;
  password: string;
  key: string;
}

export interface City {
  address: string;
  administrator: Credentials;
  /** The day in Poland, so many days from today, as the city's clock says. */
  day(days?: number): string;
  /** Goes on so many minutes: a one-time code works once. */
  wait(minutes: number): void;
  /** The code that the phone shows now. */
  codeOf(who: Credentials): string;
  /** Signs in; with a one-time password an own one is made of it. */
  enter(person: Newcomer, who: Credentials): Promise<void>;
}

const own = 'Wierzba nad Strawą 1936';

const run = async (words: readonly string[], env: NodeJS.ProcessEnv): Promise<string> => {
  const command = okienko(words, env);
  const code = await command.ended;
  if (code !== 0) throw new Error(command.said());
  return command.said();
};

const spoken = (said: string, words: string): string =>
  new RegExp(`${words}\\s+(\\S+)`).exec(said)?.[1] ?? '';

/**
 * A city without anything: the database, the centre and its first administrator are made from the command line, as the
 * handbook says; then a server stands on it, whose clock may be moved on, because a consultation takes its days.
 */
export function emptyCity(centre: readonly string[], slug: string): City {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-city-'));
  // The database's own account has to reach what lies in it.
  chmodSync(folder, 0o755);
  const env = { OKIENKO_DATA: folder, OKIENKO_DEMO: '0', OKIENKO_PUBLIC_WRITES: '10000' };
  let ahead = 0;
  const now = (): string => new Date(Date.now() + ahead).toISOString();
  let database: OpenDatabase | undefined;
  let house: House | undefined;
  const city: City = {
    address: '',
    administrator: { login: 'a.nowak', password: '', key: '' },
    day: (days = 0) => addDays(dayInPoland(now()), days),
    wait(minutes) {
      ahead += minutes * 60_000;
    },
    codeOf: ({ key }) =>
      new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.parse(now()) }),
    async enter(person, who) {
      city.wait(2);
      await person.page.context().clearCookies();
      await person.goto(`${city.address}/${slug}/logowanie`);
      await person.write({
        'Nazwa konta': who.login,
        Hasło: who.password,
        'Kod z aplikacji': city.codeOf(who),
      });
      await person.press('Zaloguj się');
      if (who.password === own) return;
      await person.write({
        'Hasło jednorazowe': who.password,
        'Nowe hasło': own,
        'Nowe hasło jeszcze raz': own,
      });
      await person.press('Zmień hasło');
      who.password = own;
    },
  };
  beforeAll(async () => {
    await run(['add-centre', ...centre, '--slug', slug], env);
    const said = await run(['add-administrator', slug, city.administrator.login, 'Anna', 'Nowak'], env);
    city.administrator.password = spoken(said, 'hasło jednorazowe');
    city.administrator.key = spoken(said, 'klucz do aplikacji');
    const config = readConfig(env);
    database = await openDatabase(config);
    const vault = await openVault(config, database.owner);
    house = await buildHouse(
      database.pool,
      { now },
      { ...config, publicReads: 100_000, vault, mail: mailSettings(config) },
    );
    city.address = await house.server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await house?.server.close();
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return city;
}
