import { z } from 'zod';
import { type Kind, type ObjectName, spec } from './spec.ts';

const scalars: Readonly<Record<Exclude<Kind, readonly string[]>, z.ZodType>> = {
  uuid: z.guid(),
  text: z.string(),
  uri: z.url({ protocol: /^https?$/ }),
  email: z.string().regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/),
  number: z.number(),
  day: z.iso.date(),
  instant: z.iso.datetime({ offset: true }),
  flag: z.boolean(),
  json: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]),
};

const scalarOf = (kind: Kind): z.ZodType => (typeof kind === 'string' ? scalars[kind] : z.enum(kind));

const made = new Map<ObjectName, z.ZodType>();

/**
 * What this house gives out as an object of the standard, with everything inside: every property known, none empty,
 * the required ones of the standard and of the profile there. Stricter than the published schemas, which let an empty
 * answer and any property pass.
 */
export function schemaFor(name: ObjectName): z.ZodType {
  const known = made.get(name);
  if (known) return known;
  const { fields, added, one, many, required, insists } = spec[name];
  const needed = new Set([...required, ...(insists ?? [])]);
  const optional = (property: string, type: z.ZodType): z.ZodType =>
    needed.has(property) ? type : type.optional();
  const shape: Record<string, z.ZodType> = {};
  for (const [property, kind] of Object.entries({ ...fields, ...added }))
    shape[property] = optional(property, scalarOf(kind));
  for (const [property, { of }] of Object.entries(one ?? {}))
    shape[property] = optional(
      property,
      z.lazy(() => schemaFor(of)),
    );
  for (const [property, of] of Object.entries(many ?? {}))
    shape[property] = optional(property, z.array(z.lazy(() => schemaFor(of))).min(1));
  const schema = z.strictObject(shape);
  made.set(name, schema);
  return schema;
}

/** The page of a list whose records are of one kind; numbers and flags agree with what is on it. */
export const pageOf = (record: z.ZodType) =>
  z
    .strictObject({
      total_items: z.number().int().min(0),
      total_pages: z.number().int().min(1),
      page_number: z.number().int().min(1),
      size: z.number().int().min(0),
      first_page: z.boolean(),
      last_page: z.boolean(),
      empty: z.boolean(),
      contents: z.array(record),
    })
    .refine((page) => page.size === page.contents.length, 'size is not the number of records')
    .refine((page) => page.empty === (page.size === 0), 'empty does not say whether there are records')
    .refine((page) => page.first_page === (page.page_number === 1), 'first_page is wrong')
    .refine((page) => page.last_page === page.page_number >= page.total_pages, 'last_page is wrong')
    .refine((page) => page.size <= page.total_items, 'more records than there are');
