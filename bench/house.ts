import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type OpenDatabase, openDatabase } from '../src/app/database.ts';
import { cite, deadline } from '../src/law/index.ts';
import type { Role } from '../src/platform/actor.ts';
import type { Pool } from '../src/platform/database/pool.ts';
import { newId } from '../src/platform/ids.ts';

/** A worker with a session that is already open. */
export interface Worker {
  id: string;
  name: string;
  role: Role;
  /** The `cookie` header of the session. */
  cookie: string;
}

export interface ArrangedHouse {
  centreId: string;
  slug: string;
  workers: Worker[];
  /** Cases full of what a case holds after some weeks. */
  caseIds: string[];
}

/** A data folder of its own, which does not exist yet, under the temporary folder; `remove` deletes it. */
export function scratchFolder(): { folder: string; remove(): void } {
  const folder = path.join(os.tmpdir(), `okienko-bench-${process.pid}-${randomBytes(4).toString('hex')}`);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Opens (and starts, unless it runs) the embedded database of a data folder. */
export async function openFolder(folder: string): Promise<OpenDatabase> {
  return await openDatabase({
    port: 0,
    host: '127.0.0.1',
    dataFolder: folder,
    databaseUrl: undefined,
    demonstration: false,
    secure: false,
    publicWrites: 0,
  });
}

/** Where a peer finds the same database: as its owner, whom row-level security does not hold. */
export function plainAccess(database: OpenDatabase): Record<string, string> {
  if (!('socket' in database.address)) throw new Error('the benchmark brings its own database');
  return { PGHOST: database.address.socket, PGDATABASE: database.address.database, PGUSER: 'postgres' };
}

type Row = Record<string, unknown>;

/** Inserts rows set-wise; all have the keys of the first, absent columns get their defaults. */
export async function insertRows(owner: Pool, tableName: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  if (rows.length === 0) return;
  await owner.query(
    `insert into ${tableName} (${columns}) select ${columns} from jsonb_populate_recordset(null::${tableName}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** The gmina that an arranged centre serves. */
export const arrangedGmina = '3006023';

const gmina = {
  teryt: arrangedGmina,
  name: 'Jarocin',
  kind: 'miejsko-wiejska',
  powiat: 'jarociński',
  voivodeship: 'wielkopolskie',
};

const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Accounts of workers with sessions that are open. The first is a clerk: no relation limits what a clerk reads. */
export async function arrangeWorkers(owner: Pool, centreId: string, count: number): Promise<Worker[]> {
  const secrets = Array.from({ length: count }, () => randomBytes(32).toString('base64url'));
  const workers = secrets.map((secret, index): Worker => {
    const role: Role = index % 3 === 2 ? 'plan_coordinator' : 'clerk';
    return {
      id: newId(),
      name: `Anna Pomiarowa ${index + 1}`,
      role,
      cookie: `okienko=${centreId}.${secret}`,
    };
  });
  await insertRows(
    owner,
    'account',
    workers.map((one, index) => ({
      centre_id: centreId,
      id: one.id,
      login: `pomiar-${index}`,
      name: one.name,
      position: 'pracownik',
      state: 'active',
      must_change_password: false,
      failed_attempts: 0,
      version: 1,
      created_at: new Date().toISOString(),
    })),
  );
  await insertRows(
    owner,
    'account_role',
    workers.map((one) => ({
      centre_id: centreId,
      account_id: one.id,
      role: one.role,
      valid_from: '2020-01-01',
    })),
  );
  await insertRows(
    owner,
    'session',
    workers.map((one, index) => ({
      centre_id: centreId,
      token_hash: `\\x${createHash('sha256')
        .update(secrets[index] ?? '')
        .digest('hex')}`,
      account_id: one.id,
      // A passkey is both factors: nothing waits before such a session may work.
      method: 'passkey',
      created_at: new Date().toISOString(),
      expires_at: new Date(Date.now() + 10 * 3_600_000).toISOString(),
    })),
  );
  return workers;
}

/** A centre with workers who are signed in. */
export async function arrangeCentre(owner: Pool, workers: number, slug = 'pomiar'): Promise<ArrangedHouse> {
  const centreId = newId();
  await owner.query(
    'insert into gmina (teryt, name, kind, powiat, voivodeship) values ($1, $2, $3, $4, $5) on conflict do nothing',
    Object.values(gmina),
  );
  await insertRows(owner, 'centre', [
    {
      id: centreId,
      slug,
      name: 'Centrum Usług Społecznych w Jarocinie',
      legal_form: 'A',
      place: 'Jarocin',
      letterhead: {
        addressLines: ['ul. Przykładowa 1', '63-200 Jarocin'],
        phone: null,
        email: null,
        web: null,
        bankAccount: null,
      },
      filing: { cell: 'CUS', classes: { case: '5020', plan: '5021', decision: '5022' } },
      demonstration: false,
      created_at: new Date().toISOString(),
      settings: {},
    },
  ]);
  await insertRows(owner, 'centre_gmina', [
    { centre_id: centreId, teryt: gmina.teryt, valid_from: '2020-01-01' },
  ]);
  return { centreId, slug, workers: await arrangeWorkers(owner, centreId, workers), caseIds: [] };
}

const words = [
  'Mama po wyjściu ze szpitala nie wstaje sama, potrzebna pomoc przy ubieraniu i posiłkach w dni robocze.',
  'Rozmowa telefoniczna z córką: prosi o kontakt po 16.00, klucz do mieszkania jest u sąsiadki.',
  'Wizyta w domu: łazienka bez uchwytów, trzecie piętro bez windy, wózek stoi na klatce schodowej.',
  'Ustalono godziny przyjazdu i osobę zastępującą w czasie urlopu. Mieszkaniec zgadza się na zmianę dnia.',
];
const wordsOf = (index: number): string => words[index % words.length] ?? '';

/** Adds cases as they are after some weeks: a person, needs, an application, clocks, notes, documents, their history. */
export async function arrangeCases(owner: Pool, house: ArrangedHouse, count: number): Promise<ArrangedHouse> {
  const { centreId } = house;
  const author = house.workers[0];
  if (!author) throw new Error('cases need a worker');
  const times = (n: number): number[] => Array.from({ length: n }, (_, index) => index);
  const cases = times(count).map((index) => ({ index, id: newId(), personId: newId() }));
  const perCase = (n: number, row: (one: (typeof cases)[number], index: number) => Row): Row[] =>
    cases.flatMap((one) => times(n).map((index) => ({ centre_id: centreId, ...row(one, index) })));
  await insertRows(
    owner,
    'person',
    perCase(1, (one) => ({
      id: one.personId,
      gmina: gmina.teryt,
      given_name: 'Maria',
      family_name: `Kowalska-${one.index}`,
      birth_date: '1944-05-06',
      sex: 'F',
      no_pesel_reason: 'dane pomiarowe',
      locality: 'Jarocin',
      street: 'ul. Polna',
      house_number: String(1 + (one.index % 90)),
      postcode: '63-200',
      phone: `10${String(one.index).padStart(7, '0')}`,
      language: 'pl',
      shielded: false,
      version: 1,
      created_at: new Date().toISOString(),
    })),
  );
  await insertRows(
    owner,
    'case_file',
    perCase(1, (one) => ({
      id: one.id,
      gmina: gmina.teryt,
      person_id: one.personId,
      sign: `CUS.5020.${house.slug}.${one.index + 1}.2026`,
      title: 'Pomoc w codziennych czynnościach po powrocie ze szpitala',
      state: 'in_recognition',
      channel: 'phone',
      received_at: new Date().toISOString(),
      submitted_on: dayFrom(-20),
      version: 1,
    })),
  );
  await insertRows(
    owner,
    'need',
    perCase(3, (one, index) => ({
      id: newId(),
      case_id: one.id,
      words: wordsOf(index),
      area: 1 + index,
      priority: 2,
      position: index,
    })),
  );
  await insertRows(
    owner,
    'need_report',
    perCase(1, (one) => ({
      case_id: one.id,
      taken_by: author.id,
      reporter_name: 'Ewa Nowak',
      reporter_phone: '100000000',
      reporter_role: 'family',
      about: { givenName: 'Maria', familyName: 'Kowalska' },
    })),
  );
  await insertRows(
    owner,
    'application',
    perCase(1, (one) => ({
      case_id: one.id,
      applicant_role: 'person',
      applicant: {},
      answers: {},
      declarations: times(2).map((index) => ({
        id: `d${index}`,
        text: wordsOf(index),
        madeOn: dayFrom(-20),
        how: 'paper',
      })),
      reliefs: [],
      documents: [],
    })),
  );
  await insertRows(
    owner,
    'deadline',
    perCase(4, (one, index) => {
      const computed = deadline('planReady', dayFrom(index * 7 - 34 + (one.index % 20)));
      return {
        id: newId(),
        kind: computed.kind,
        title: 'Maria Kowalska, opracowanie planu',
        case_id: one.id,
        owner_id: index % 2 === 0 ? author.id : null,
        starts_on: computed.eventOn,
        due_on: computed.dueOn,
        amber_on: computed.amberOn,
        red_on: computed.redOn,
        basis: computed.basis.map((one) => cite(one)),
        steps: computed.steps,
        state: 'running',
      };
    }),
  );
  await insertRows(
    owner,
    'note',
    perCase(8, (one, index) => ({
      id: newId(),
      case_id: one.id,
      author_id: author.id,
      kind: index % 2 === 0 ? 'call' : 'visit',
      body: wordsOf(index + one.index),
      restricted: false,
      at: new Date().toISOString(),
    })),
  );
  await insertRows(
    owner,
    'document',
    perCase(2, (one, index) => ({
      id: newId(),
      case_id: one.id,
      person_id: one.personId,
      kind: 'receipt',
      title: 'Potwierdzenie wpływu wniosku',
      sign: `CUS.5020.${index}.2026`,
      letter: {},
      issued_by: author.id,
      issued_on: dayFrom(-20),
      issued_at: new Date().toISOString(),
    })),
  );
  await arrangeHistory(owner, house, author, cases);
  await arrangeReceipts(owner, house, author, cases.length * 12);
  // The statistics of a centre that has worked for weeks: the planner never sees a table as empty.
  await owner.query('analyze');
  return { ...house, caseIds: cases.map((one) => one.id) };
}

/** The trail that such cases leave: twelve changes each, chained like any other entry. */
async function arrangeHistory(
  owner: Pool,
  { centreId }: ArrangedHouse,
  author: Worker,
  cases: readonly { id: string; personId: string }[],
): Promise<void> {
  const entries = cases.flatMap((one) =>
    Array.from({ length: 12 }, (_, index) => ({
      accountId: author.id,
      actor: author.name,
      action: index === 0 ? 'casework.take-report' : 'casework.add-note',
      kind: 'change',
      personId: one.personId,
      caseId: one.id,
      basis: 'art. 50 ust. 3 ustawy o CUS',
      what: { arranged: true },
    })),
  );
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.centre', $1, true)`, [centreId]);
    await client.query('select app.audit_append($1::jsonb)', [JSON.stringify(entries)]);
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** What is kept of the submissions behind that trail. */
async function arrangeReceipts(
  owner: Pool,
  { centreId }: ArrangedHouse,
  author: Worker,
  count: number,
): Promise<void> {
  await insertRows(
    owner,
    'command_receipt',
    Array.from({ length: count }, () => ({
      centre_id: centreId,
      once: newId(),
      account_id: author.id,
      command: 'casework.add-note',
      result: { arranged: true },
      at: new Date().toISOString(),
    })),
  );
}
