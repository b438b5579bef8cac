import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands, queries } from '../src/app/modules.ts';
import { roles } from '../src/platform/actor.ts';
import { newId } from '../src/platform/ids.ts';
import type { Ids } from './support/attack.ts';
import { testHouse } from './support/centre.ts';
import { programmeScene } from './support/plan.ts';
import { planningRows } from './support/planning-rows.ts';
import { recordOf } from './support/relations.ts';
import { inputTemplate } from './support/valid-input.ts';

const house = testHouse();
const mark = 'Obcoziemna';
const nowhere = newId();

/** Reference data, and what belongs to the installation: every other table belongs to a centre. */
const shared: readonly string[] = [
  'centre',
  'centre_gmina',
  'gmina',
  'key_check',
  'migration',
  // Of the installation: servers, backups, alarms; no person and no case (0016).
  'web_process',
  'backup_run',
  'alarm_told',
];

const names = async (text: string): Promise<string[]> =>
  (await house.owner.query<{ name: string }>(text)).rows.map(({ name }) => name);

describe('the catalogue: every table of a tenant is walled by the database itself (art. 50(2))', () => {
  it('every table belongs to a centre, or is named here as reference data', async () => {
    const without = await names(`select c.relname as name from pg_class c
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'centre_id' and not a.attisdropped)`);
    expect(without.filter((name) => !shared.includes(name))).toEqual([]);
  });

  it('row-level security is on and forced on each of them, for the owner too', async () => {
    expect(
      await names(`select c.relname as name from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'centre_id'
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'centre_gmina'
          and not (c.relrowsecurity and c.relforcerowsecurity)`),
    ).toEqual([]);
  });

  it('one permissive policy each, for every command, that reads and writes by the context and has no subquery', async () => {
    const { rows } = await house.owner.query<{
      name: string;
      using: string;
      check: string | null;
      writes: boolean;
    }>(
      `select c.relname as name, pg_get_expr(p.polqual, c.oid) as using, pg_get_expr(p.polwithcheck, c.oid) as check,
         has_table_privilege('okienko_app', c.oid, 'insert, update') as writes
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'centre_id'
       left join pg_policy p on p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}'
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'centre_gmina'`,
    );
    const rule =
      /^\(centre_id = \(NULLIF\(current_setting\('app\.centre'::text, true\), ''::text\)\)::uuid\)$/;
    expect(rows.length).toBeGreaterThan(70);
    const wrong = rows.filter(
      ({ using, check, writes }) => !rule.test(using) || (writes && !rule.test(check ?? '')),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
    const policies = await names(
      `select c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid group by 1 having count(*) > 1`,
    );
    expect(policies).toEqual([]);
  });

  it('the role of the application is no superuser, bypasses nothing, creates nothing, owns nothing and is nobody else', async () => {
    const { rows } = await house.owner.query<Record<string, unknown>>(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = 'okienko_app'`,
    );
    expect(Object.values(rows[0] ?? {})).toEqual([false, false, false, false, false]);
    expect(
      await names(`select relname as name from pg_class where relowner = 'okienko_app'::regrole
        union all select proname from pg_proc where proowner = 'okienko_app'::regrole
        union all select nspname from pg_namespace where nspowner = 'okienko_app'::regrole
        union all select roleid::regrole::text from pg_auth_members where member = 'okienko_app'::regrole`),
    ).toEqual([]);
    const more =
      await names(`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace
      and c.relkind = 'r' and has_table_privilege('okienko_app', c.oid, 'truncate, references, trigger')`);
    expect(more).toEqual([]);
  });

  it('nothing is granted to everybody, and the application creates nothing in a schema', async () => {
    expect(
      await names(`select c.relname as name from pg_class c, aclexplode(c.relacl) g
        where c.relnamespace = 'public'::regnamespace and g.grantee = 0`),
    ).toEqual([]);
    expect(
      await names(`select nspname as name from pg_namespace where nspname in ('public', 'app')
        and has_schema_privilege('okienko_app', oid, 'create')`),
    ).toEqual([]);
  });

  it('a function with the rights of its owner acts in the centre of the context, and only the application calls it', async () => {
    const { rows } = await house.owner.query<Record<string, unknown>>(
      `select p.proname as name, has_function_privilege('okienko_app', p.oid, 'execute') as app,
         coalesce(p.proconfig::text like '%search_path=%', false) as path,
         p.prosrc like '%tenant uuid := app.centre();%' as context,
         exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee = 0) as everybody
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    // The tenant is no argument of any of them; another one is written here after it was read.
    const walled = { path: true, context: true, everybody: false };
    expect(rows).toEqual([
      { name: 'audit_append', app: true, ...walled },
      { name: 'erase_case', app: true, ...walled },
      { name: 'erase_person', app: false, ...walled },
    ]);
  });

  it('a view, where there is one, reads with the rights of who asks', async () => {
    expect(
      await names(`select relname as name from pg_class where relkind in ('v', 'm')
        and relnamespace in ('public'::regnamespace, 'app'::regnamespace)
        and (relkind = 'm' or not coalesce(reloptions::text like '%security_invoker=true%', false))`),
    ).toEqual([]);
  });

  it('a foreign key between tables of centres has the centre on both sides', async () => {
    expect(
      await names(`select k.conrelid::regclass::text || '.' || k.conname as name from pg_constraint k
        where k.contype = 'f' and k.connamespace = 'public'::regnamespace
          and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'centre_id')
          and not exists (
            select from unnest(k.conkey, k.confkey) as pair (here, there)
            join pg_attribute h on h.attrelid = k.conrelid and h.attnum = here and h.attname = 'centre_id'
            join pg_attribute t on t.attrelid = k.confrelid and t.attnum = there and t.attname = 'centre_id')`),
    ).toEqual([]);
  });
});

interface Table {
  name: string;
  columns: string[];
  /** Columns that name a row of another table of the centre, with that table. */
  keys: { column: string; table: string }[];
  /** A row of the other centre and one of ours, as JSON. */
  foreign: string | undefined;
  own: string | undefined;
}

let tables: Table[] = [];
let rowsOf: Map<string, string[]>;
let client: pg.PoolClient;

const rowJson = async (table: string, centreId: string): Promise<string | undefined> =>
  (
    await house.owner.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${table} t where centre_id = $1 limit 1`,
      [centreId],
    )
  ).rows[0]?.row;

/** Everything the other centre holds, as one number per table: what nobody may change. */
async function fingerprint(): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await house.owner.query<{ print: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} t where centre_id = $1`,
      [house.other.id],
    );
    prints[name] = rows[0]?.print ?? '';
  }
  return prints;
}

let before: Record<string, string>;
let ids: Record<'own' | 'foreign', Ids>;

beforeAll(async () => {
  const arranged: Ids[] = [];
  for (const centre of [house.centre, house.other]) {
    const offered = await programmeScene(house, centre);
    const record = await recordOf(house, offered, {
      centre,
      mark: centre === house.other ? mark : 'Swojska',
    });
    arranged.push({ ...(await planningRows(house, centre, nowhere)).ids, ...record.ids });
  }
  ids = { own: arranged[0] ?? {}, foreign: arranged[1] ?? {} };
  const found = await house.owner.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text) as columns from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
     group by 1 order by 1`,
  );
  const keys = await house.owner.query<{ name: string; column: string; table: string }>(
    `select k.conrelid::regclass::text as name, a.attname::text as column, k.confrelid::regclass::text as table
     from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
     where k.contype = 'f' and array_length(k.conkey, 1) = 2 and k.connamespace = 'public'::regnamespace`,
  );
  tables = [];
  rowsOf = new Map();
  for (const { name, columns } of found.rows) {
    const rows = columns.includes('id')
      ? await house.owner.query<{ id: string }>(`select id from ${name} where centre_id = $1 limit 20`, [
          house.other.id,
        ])
      : undefined;
    rowsOf.set(name, rows?.rows.map(({ id }) => id) ?? []);
    tables.push({
      name,
      columns,
      keys: keys.rows.filter((key) => key.name === name),
      foreign: await rowJson(name, house.other.id),
      own: await rowJson(name, house.centre.id),
    });
  }
  before = await fingerprint();
  client = await house.pool.connect();
}, 120_000);
afterAll(() => client.release());

const operations = [
  'select',
  'select all',
  'update',
  'take over',
  'give away',
  'delete',
  'insert',
  'key',
] as const;
const contexts = ['own', 'none', 'empty', 'nobody', 'lost'] as const;

interface Try {
  at: number;
  operation: (typeof operations)[number];
  context: (typeof contexts)[number];
  column: number;
  pick: number;
}

const tries: fc.Arbitrary<Try> = fc.record({
  at: fc.nat(),
  operation: fc.constantFrom(...operations),
  context: fc.constantFrom(...contexts),
  column: fc.nat(),
  pick: fc.nat(),
});

const of = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** The statement of a try, and what must not come back: rows seen, or rows changed. */
function statementOf({ at, operation, column, pick }: Try): { text: string; values: unknown[] } | undefined {
  const table = of(tables, at);
  if (!table) return undefined;
  const { name, columns } = table;
  const id = of(rowsOf.get(name) ?? [], pick);
  const where = id && pick % 2 ? `id = '${id}'` : 'centre_id = $1';
  const set = of(columns, column) ?? 'centre_id';
  const other = house.other.id;
  switch (operation) {
    case 'select':
      return { text: `select centre_id from ${name} where ${where} or centre_id = $1`, values: [other] };
    case 'select all':
      return {
        text: `select centre_id from ${name} where centre_id is distinct from $1`,
        values: [house.centre.id],
      };
    case 'update':
      return { text: `update ${name} set ${set} = ${set} where ${where} or centre_id = $1`, values: [other] };
    case 'take over':
      return {
        text: `update ${name} set centre_id = $2 where centre_id = $1`,
        values: [other, house.centre.id],
      };
    case 'give away':
      return { text: `update ${name} set centre_id = $1 where centre_id <> $1`, values: [other] };
    case 'delete':
      return { text: `delete from ${name} where ${where} or centre_id = $1`, values: [other] };
    case 'insert': {
      if (!table.foreign) return undefined;
      const fresh = columns.includes('id') ? { id: newId() } : {};
      const row = JSON.stringify({ ...(JSON.parse(table.foreign) as object), ...fresh });
      return {
        text: `insert into ${name} select * from jsonb_populate_record(null::${name}, $1)`,
        values: [row],
      };
    }
    case 'key': {
      const key = of(table.keys, column);
      const target = key && of(rowsOf.get(key.table) ?? [], pick);
      if (!key || !target || !table.own) return undefined;
      const fresh = columns.includes('id') ? { id: newId() } : {};
      const row = { ...(JSON.parse(table.own) as object), ...fresh, [key.column]: target };
      return {
        text: `insert into ${name} select * from jsonb_populate_record(null::${name}, $1)`,
        values: [JSON.stringify(row)],
      };
    }
  }
}

/** What stands in the context: ours, none at all, an empty one, nobody's, or one that a transaction before has set. */
const contextOf: Record<Try['context'], () => string> = {
  own: () => `begin; select set_config('app.centre', '${house.centre.id}', true)`,
  none: () => 'begin',
  empty: () => `begin; select set_config('app.centre', '', true)`,
  nobody: () => `begin; select set_config('app.centre', '${nowhere}', true)`,
  lost: () => `begin; select set_config('app.centre', '${house.other.id}', true); rollback; begin`,
};

let made = 0;

async function succeeds(attempt: Try): Promise<boolean> {
  const statement = statementOf(attempt);
  if (!statement) return false;
  made += 1;
  const [, answer] = await Promise.all([
    client.query(contextOf[attempt.context]()),
    client.query(statement).then(
      ({ rowCount }) => rowCount ?? 0,
      () => 0,
    ),
    client.query('rollback'),
  ]);
  return answer > 0;
}

describe("another centre's rows cannot be reached, whatever is tried (art. 50(2))", () => {
  it('ten thousand random statements as the application, with every kind of context: none sees or changes a row', async () => {
    expect(tables.filter(({ foreign }) => foreign !== undefined).length).toBeGreaterThan(40);
    await fc.assert(
      fc.asyncProperty(tries, async (attempt) => {
        expect(await succeeds(attempt)).toBe(false);
      }),
      { numRuns: 13_000 },
    );
    expect(made).toBeGreaterThan(10_000);
  }, 120_000);

  it('a context changed within a transaction shows one centre at a time, and what was read before stays apart', async () => {
    const seen = async (): Promise<string[]> =>
      (await client.query<{ centre_id: string }>('select distinct centre_id from person')).rows.map(
        (row) => row.centre_id,
      );
    await client.query('begin');
    for (const centre of [house.centre, house.other, house.centre]) {
      await client.query(`select set_config('app.centre', $1, true)`, [centre.id]);
      expect(await seen()).toEqual([centre.id]);
    }
    await client.query('rollback');
    expect(await seen()).toEqual([]);
  });

  it('a context that is no id is an error and no way in', async () => {
    for (const forged of [`${house.other.id}' or true --`, '*', 'null', `{${house.other.id}}x`]) {
      await client.query('begin');
      await client.query(`select set_config('app.centre', $1, true)`, [forged]);
      await expect(client.query('select * from person')).rejects.toThrow('uuid');
      await client.query('rollback');
    }
  });

  it('a thousand random commands and queries with ids of both centres mixed: nothing of the other one is told or changed', async () => {
    const verbs = [...commands, ...queries];
    const templates = verbs.map(({ input }) => inputTemplate(input));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.constantFrom(...roles),
        fc.infiniteStream(fc.nat(2)),
        async (at, role, from) => {
          const verb = verbs[at % verbs.length];
          const template = templates[at % verbs.length];
          if (!verb || !template) return;
          const mixed = Object.keys(ids.own).map((name) => {
            const source = from.next().value ?? 0;
            return [name, [ids.own[name], ids.foreign[name], nowhere][source] ?? nowhere];
          });
          const input = template(Object.fromEntries(mixed));
          const actor = house.centre.as(role);
          const answer =
            'read' in verb
              ? await house.runner.ask(verb, actor, input)
              : await house.runner.run(verb, actor, input);
          expect(JSON.stringify(answer) ?? '').not.toContain(mark);
        },
      ),
      { numRuns: 1000 },
    );
  }, 120_000);

  it('and the other centre is, row by row, what it was', async () => {
    expect(await fingerprint()).toEqual(before);
  });
});
