import { z } from 'zod';
import type { Pool } from '../../src/platform/database/pool.ts';

/** Ids of one centre by the names under which inputs ask for them. */
export type Ids = Readonly<Record<string, string>>;

/** Tables whose rows inputs name, with those names. */
const named: Record<string, readonly string[]> = {
  account: ['accountId', 'fromAccountId', 'toAccountId', 'coordinatorId', 'coordinatorIds'],
  appointment: ['appointmentId'],
  assessment: ['correctsId'],
  attachment: ['attachmentId'],
  authorisation: ['authorisationId'],
  access_grant: ['grantId'],
  case_file: ['caseId'],
  contract: ['contractId'],
  decision: ['decisionId'],
  diagnosis: ['diagnosisId'],
  diagnosis_remark: ['remarkId'],
  document: ['documentId'],
  fee: ['feeId'],
  household: ['householdId'],
  organization: ['organizationId', 'targetOrganizationId', 'provider'],
  person: ['personId', 'otherPersonId', 'applicantId', 'differentFrom'],
  person_relation: ['relationId'],
  plan: ['planId'],
  plan_action: ['actionId'],
  plan_line: ['lineId', 'partId'],
  plan_need: ['needId'],
  programme: ['programmeId'],
  programme_service: ['programmeServiceId', 'offerId'],
  programme_version: ['versionId', 'programmeVersionId'],
  resource: ['resourceId'],
  resource_import: ['importId'],
  service: ['serviceId', 'serviceIds'],
  survey: ['surveyId'],
};

/** One row of each table of a centre; where it has none, `otherwise`. */
export async function idsOf(owner: Pool, centreId: string, otherwise: string): Promise<Ids> {
  const ids: Record<string, string> = {};
  for (const [table, names] of Object.entries(named)) {
    const { rows } = await owner.query<{ id: string }>(
      `select id from ${table} where centre_id = $1 order by id limit 1`,
      [centreId],
    );
    for (const name of names) ids[name] = rows[0]?.id ?? otherwise;
  }
  return ids;
}

type Shape = z.core.JSONSchema.JSONSchema;
const shapeOf = (schema: Shape | boolean | undefined): Shape => (typeof schema === 'object' ? schema : {});

/** Texts that the schemas cannot say, so that the input gets as far as the rows. */
const plausible: Record<string, unknown> = {
  time: '10:00',
  pesel: '44051401359',
  phone: '500600700',
  week: { mon: '9:00–10:00' },
  seed: 'a'.repeat(32),
  link: 'x'.repeat(32),
  gmina: '3006023',
  file: { name: 'a.txt', content: 'VGVrc3Q=' },
  bipOffice: 'https://bip.gmina.example/a',
  bipCentre: 'https://bip.gmina.example/b',
};

/** An input that a schema takes, as far as it says what it takes; ids come from `ids` by their names. */
function sample(schema: Shape, name: string, ids: Ids): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.type === 'array') {
    const items = Array.isArray(schema.items) ? schema.items[0] : schema.items;
    return [sample(shapeOf(items), name, ids)];
  }
  if (ids[name] !== undefined) return ids[name];
  if (plausible[name] !== undefined) return plausible[name];
  const [either] = schema.anyOf ?? schema.oneOf ?? [];
  if (either) return sample(shapeOf(either), name, ids);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sample(shapeOf(part), name, ids)));
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, part]) => [key, sample(shapeOf(part), key, ids)]),
    );
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'null') return null;
  if (schema.pattern?.startsWith('^\\d{4}-')) return '2026-11-16';
  if (schema.format === 'email') return 'a@example.pl';
  return 'tekst';
}

/** The fullest input of a command or query with the ids of one centre. */
export const inputOf = (input: z.ZodType, ids: Ids): unknown =>
  sample(z.toJSONSchema(input, { io: 'output', unrepresentable: 'any' }), '', ids);

/** What a broken client, a clumsy hand or an attacker puts in a field's place. */
export const garbage: readonly unknown[] = [
  [],
  {},
  [null],
  [{}],
  ['a', 'b'],
  { toString: 1 },
  null,
  true,
  -1,
  1e300,
  Number.NaN,
  'a\u0000b',
  '\ud800',
  '0000-01-01',
  '9999-12-31',
  '2026-02-30',
  '99999999999999999999',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  'x'.repeat(1_000_000),
];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The input once for every place in it, with `spoil` put there; the place by its dotted path. */
export function* spoiled(input: unknown, spoil: unknown): Generator<[string, unknown]> {
  if (!isRecord(input)) return;
  for (const [key, value] of Object.entries(input)) {
    const put = (inner: unknown): unknown =>
      Array.isArray(input)
        ? input.map((one, index) => (String(index) === key ? inner : one))
        : { ...input, [key]: inner };
    yield [key, put(spoil)];
    for (const [path, inner] of spoiled(value, spoil)) yield [`${key}.${path}`, put(inner)];
  }
}
