import { z } from 'zod';
import file from '../../../../data/piotrkow.json' with { type: 'json' };

const year = z.int().min(2000).max(2030);
const grosze = z.int().nonnegative();
const source = z.string().min(1);

const schema = z.strictObject({
  checkedOn: z.iso.date(),
  note: z.string(),
  centre: z.strictObject({
    slug: z.string(),
    name: z.string(),
    place: z.string(),
    kind: z.literal('A'),
    caseSign: z.string(),
    invented: z.literal(true),
  }),
  gmina: z.strictObject({
    teryt: z.string().regex(/^\d{7}$/),
    name: z.string(),
    kind: z.literal('urban'),
    powiat: z.string(),
    voivodeship: z.string(),
    source,
  }),
  foster: z.strictObject({
    source,
    years: z.array(z.strictObject({ year, families: z.int(), children: z.int() })).min(1),
  }),
  home: z.strictObject({
    name: z.string(),
    costMonthGrosze: grosze,
    costYear: year,
    costSource: z.url(),
    freePlaces: z.int(),
    freeOn: z.iso.date(),
    freeSource: z.url(),
    /** The sources do not say how many people the city pays for in homes. */
    peopleSentByCity: z.int().nullable(),
  }),
  nurseries: z.strictObject({
    institutions: z.int(),
    places: z.int(),
    enrolled: z.int(),
    asOf: z.iso.date(),
    source,
  }),
  acts: z.array(z.strictObject({ name: z.string(), where: z.string() })),
  meeting: z.strictObject({
    title: z.string(),
    topics: z.array(z.string()),
    /** The city announced a survey; no results of it were published. */
    surveyResults: z.null(),
    source,
  }),
  units: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.literal('gmina_unit'),
      service: z.string(),
      area: z.int().min(1).max(14),
      source,
    }),
  ),
});

/** What public sources say of Piotrków Trybunalski, each with its source; `null` where they do not say. */
export const facts = schema.parse(file);

const [lastFoster] = facts.foster.years.toSorted((one, other) => other.year - one.year);
if (!lastFoster) throw new Error('data/piotrkow.json: no year of foster care');

/** Foster care in the newest year the source has. */
export const newestFoster = lastFoster;
