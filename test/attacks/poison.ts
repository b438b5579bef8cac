import type { Pool } from '../../src/platform/database/pool.ts';

/** Every manner of attack in one text, behind what a person wrote; `zq` is what must never be more than text. */
const tail =
  '"\'><zq zq=1><script>zq()</script><img src=x onerror=zq()></textarea></title><svg onload=zq()>' +
  '{{7*7}}${7*7}#panic("zq")#{1+1}\\\r\nZQ: 1\r\nBEGIN:VEVENT\r\n;=zq()+1\t\u202e\'; drop table person; --';
const head = '=zq()';
const shortTail = '"><zq zq=1>';

const isWords = (text: string): boolean => /\s/.test(text) || /^\p{Lu}.*\p{Ll}/u.test(text);
const isAddress = (text: string): boolean => /^https?:\/\//.test(text);

type Spoil = (text: string) => string;

/** A text as somebody who means harm would have it: words spoiled, an address of the web that runs. */
const spoilt: Spoil = (text) => {
  if (isAddress(text)) return 'javascript:zq()';
  return isWords(text) ? `${head}${text}${tail}` : text;
};

/** Settings are read through the schema that they were typed by: what it refuses cannot be there. */
const withinSchema: Spoil = (text) => (isWords(text) && !isAddress(text) ? `${text}${shortTail}` : text);

const bySchema: ReadonlySet<string> = new Set(['centre.settings', 'accessibility_statement.content']);

/** The same of every text inside a value of JSON; keys and codes stay. */
function spoiltJson(value: unknown, spoil: Spoil): unknown {
  if (typeof value === 'string') return spoil(value);
  if (Array.isArray(value)) return value.map((one) => spoiltJson(one, spoil));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoiltJson(inner, spoil)]));
}

const attempt = async (owner: Pool, text: string, values: unknown[]): Promise<boolean> => {
  try {
    await owner.query(text, values);
    return true;
  } catch {
    // A check or a trigger of the schema: this column takes no such text at all.
    return false;
  }
};

const words = `(%c ~ '\\s' or %c ~ '^[[:upper:]].*[[:lower:]]')`;

/** Puts the poison into every text that people could have written, behind the back of every check. @returns columns reached */
export async function poisonEverything(owner: Pool): Promise<number> {
  const { rows: columns } = await owner.query<{ table: string; column: string; json: boolean }>(
    `select c.table_name as table, c.column_name as column, c.data_type = 'jsonb' as json
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb')
       and c.is_generated = 'NEVER' and c.table_name <> 'audit_entry'
       and exists (select from information_schema.columns k where k.table_schema = 'public'
         and k.table_name = c.table_name and k.column_name in ('centre_id', 'legal_form'))`,
  );
  let reached = 0;
  for (const { table, column, json } of columns) {
    if (json) {
      reached += (await poisonJson(owner, table, column)) ? 1 : 0;
      continue;
    }
    const cells = words.replaceAll('%c', `"${column}"`);
    await attempt(
      owner,
      `update "${table}" set "${column}" = 'javascript:zq()' where "${column}" ~ '^https?://'`,
      [],
    );
    const whole = `update "${table}" set "${column}" = $1 || "${column}" || $2 where ${cells}`;
    const done =
      (await attempt(owner, whole, [head, tail])) || (await attempt(owner, whole, ['', shortTail]));
    reached += done ? 1 : 0;
  }
  return reached;
}

async function poisonJson(owner: Pool, table: string, column: string): Promise<boolean> {
  const { rows } = await owner.query<{ at: string; value: unknown }>(
    `select ctid::text as at, "${column}" as value from "${table}" where "${column}" is not null limit 60`,
  );
  let reached = false;
  for (const { at, value } of rows) {
    const text = JSON.stringify(
      spoiltJson(value, bySchema.has(`${table}.${column}`) ? withinSchema : spoilt),
    );
    if (text === JSON.stringify(value)) continue;
    const done = await attempt(owner, `update "${table}" set "${column}" = $1::jsonb where ctid = $2::tid`, [
      text,
      at,
    ]);
    reached ||= done;
  }
  return reached;
}
