import pg from 'pg';
import { StartupProblem } from '../startup-problem.ts';
import { connectionOptions, type DatabaseAddress } from './pool.ts';

const oldest = 15;

/** What the server or the network answers, and what a person can do about it. First fitting line counts. */
const causes: readonly { codes: readonly string[]; code: string; words: string }[] = [
  {
    codes: ['28P01', '28000'],
    code: 'okienko.database.password',
    words:
      'Baza danych nie przyjęła użytkownika albo hasła z DATABASE_URL: popraw je i uruchom Okienko ponownie.',
  },
  {
    codes: ['3D000'],
    code: 'okienko.database.missing',
    words: 'Na serwerze z DATABASE_URL nie ma takiej bazy: utwórz ją (create database) albo popraw nazwę.',
  },
  {
    codes: ['42501'],
    code: 'okienko.database.connect',
    words: 'Konto z DATABASE_URL nie może połączyć się z tą bazą: nadaj mu prawo CONNECT.',
  },
  {
    codes: ['ENOTFOUND', 'EAI_AGAIN'],
    code: 'okienko.database.host',
    words: 'Nie znam serwera z DATABASE_URL: sprawdź jego nazwę i połączenie z siecią.',
  },
  {
    codes: ['ERR_INVALID_URL'],
    code: 'okienko.database.address',
    words:
      'DATABASE_URL nie jest adresem bazy: podaj go w postaci postgres://użytkownik:hasło@serwer:5432/baza.',
  },
];

const unreachable =
  'Serwer bazy danych z DATABASE_URL nie odpowiada: sprawdź, czy działa i czy adres oraz port są dobre.';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

function problemOf(error: unknown): StartupProblem {
  const known = causes.find((cause) => cause.codes.includes(codeOf(error)));
  return new StartupProblem(known?.code ?? 'okienko.database.unreachable', known?.words ?? unreachable);
}

const onThisMachine = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|\/.*|)$/;
const unproved: readonly string[] = ['', 'no-verify'];

/** The driver encrypts only when it is told to: over a network an address that does not say so is a slip. */
function refuseOpen(url: string): StartupProblem | undefined {
  const address = URL.parse(url);
  const host = address?.searchParams.get('host') ?? address?.hostname ?? '';
  if (onThisMachine.test(host) || !unproved.includes(address?.searchParams.get('sslmode') ?? ''))
    return undefined;
  return new StartupProblem(
    'okienko.database.plain',
    'Połączenie z bazą przez sieć nie byłoby szyfrowane i sprawdzone: dopisz do DATABASE_URL „?sslmode=verify-full”, a gdy sieć między Okienkiem i bazą jest tylko Wasza, „?sslmode=disable”.',
  );
}

/**
 * Waits for nothing: one try to reach the database as its owner.
 * @throws StartupProblem in one sentence when it is out of reach, spoken to in the open, or older than PostgreSQL 15
 */
export async function checkReachable(address: DatabaseAddress): Promise<void> {
  if ('url' in address && !/^postgres(ql)?:\/\//.test(address.url))
    throw problemOf(Object.assign(new Error('not an address'), { code: 'ERR_INVALID_URL' }));
  const open = 'url' in address ? refuseOpen(address.url) : undefined;
  if (open) throw open;
  let client: pg.Client;
  try {
    client = new pg.Client({ ...connectionOptions(address, 'owner'), connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
  } catch (error) {
    throw problemOf(error);
  }
  let version: number;
  try {
    await client.connect();
    const result = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    version = result.rows[0]?.version ?? 0;
  } catch (error) {
    throw problemOf(error);
  } finally {
    await client.end().catch(() => undefined);
  }
  const problem = refuseVersion(version);
  if (problem) throw problem;
}

/** Why a server's version (`server_version_num`) is not enough; nothing when it is. */
export function refuseVersion(version: number): StartupProblem | undefined {
  if (version >= oldest * 10_000) return undefined;
  return new StartupProblem(
    'okienko.database.version',
    `Baza danych ma wersję ${Math.floor(version / 10_000)}, a Okienko potrzebuje PostgreSQL ${oldest} lub nowszego.`,
  );
}
