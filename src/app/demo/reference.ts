import { z } from 'zod';
import ageStructureFile from '../../../data/age-structure.json' with { type: 'json' };
import centresFile from '../../../data/centres.json' with { type: 'json' };
import gminasFile from '../../../data/gminas.json' with { type: 'json' };
import namesFile from '../../../data/names.json' with { type: 'json' };
import programmesFile from '../../../data/programmes.json' with { type: 'json' };
import servicesFile from '../../../data/services.json' with { type: 'json' };

const text = z.string().min(1).nullable();
const teryt = z.string().regex(/^\d{7}$/);
const grosze = z.number().int().nonnegative();
const day = z.iso.date();
/** A source often knows only the year or the month. */
const partialDay = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

const centre = z.strictObject({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(['A', 'B', 'C']),
  seat: teryt,
  gminas: z.array(teryt).min(1),
  createdOn: partialDay.nullable(),
  created: text,
  resolution: z.strictObject({ number: z.string(), date: day }).nullable(),
  population2020: z.number().int(),
  population65: z.number().int(),
  fundingGrosze: grosze.nullable(),
  fundingApproximate: z.boolean(),
  website: text,
  phone: text,
  email: text,
  address: text,
  caseSign: z.string(),
  invented: z.boolean(),
  note: text,
  source: z.url(),
  contactSource: z.url().nullable(),
  checkedOn: day,
});

const gmina = z.strictObject({
  teryt,
  name: z.string(),
  kind: z.enum(['urban', 'rural', 'urban_rural']),
  powiat: z.string(),
  powiatTeryt: z.string().length(4),
  voivodeship: z.string(),
  voivodeshipTeryt: z.string().length(2),
  teryt2020: teryt.nullable(),
  localities: z.array(z.strictObject({ name: z.string(), town: z.boolean() })),
  localitiesSource: text,
});

const disability = z.enum(['severe', 'moderate', 'light']);
const group = z.enum([
  'seniors',
  'children',
  'youth',
  'adults',
  'families',
  'parents',
  'carers',
  'disabled',
  'dependent',
  'limited_mobility',
]);

/** Conditions that must hold together; what is left out is unknown, not "no". */
const conditions = z.strictObject({
  ageFrom: z.number().int().optional(),
  ageTo: z.number().int().optional(),
  childAgeTo: z.number().int().optional(),
  groups: z.array(group).optional(),
  disability: z.array(disability).optional(),
  livesAlone: z.literal(true).optional(),
  livesOnlyWithAge: z.number().int().optional(),
  noInstitutionalHelp: z.literal(true).optional(),
});

const match = conditions.extend({
  resident: z.literal(true).optional(),
  incomePct: z.number().int().optional(),
  anyOf: z.array(conditions).min(1).optional(),
  unclear: z.string().optional(),
});

const performer = z.enum(['gmina_office', 'gmina_unit', 'ngo', 'procurement', 'health_entity']);

const service = z.strictObject({
  id: z.string(),
  gminas: z.array(teryt).min(1),
  area: z.number().int().min(1).max(14),
  name: z.string(),
  description: text,
  /** Localities that the source names as places of the service. */
  places: z.array(z.string()).optional(),
  recipients: text,
  conditions: text,
  fee: z
    .strictObject({
      text: z.string(),
      free: z.boolean().nullable(),
      grosze: grosze.optional(),
      unit: z.string().optional(),
    })
    .nullable(),
  provider: z.strictObject({ name: text, kind: performer.nullable(), note: text }).nullable(),
  contact: z
    .strictObject({ name: z.string(), address: text, phones: z.array(z.string()), email: text })
    .nullable(),
  hours: text,
  maxMonths: z.number().int().positive().nullable(),
  capacity: z.number().int().positive().nullable(),
  limitPerMonth: z.number().int().positive().nullable(),
  track: z.enum(['programme', 'separate_statute', 'general_offer']),
  trackConfidence: z.enum(['clear', 'assumed']),
  match: match.nullable(),
  status: z.enum(['running', 'planned']),
  asOf: partialDay.nullable(),
  adaptedFrom: z.strictObject({ gmina: z.string(), teryt }).nullable(),
  notes: text,
  source: z.url(),
  checkedOn: day,
});

/** Who says it: the page named as the source, or we, for the demonstration. */
const origin = z.enum(['source', 'demonstration']);
const stage = z.strictObject({ name: z.string(), from: day, to: day });
const limit = z.strictObject({
  service: z.string(),
  group: z.string(),
  people: z.number().int().positive(),
  units: z.number().int().positive(),
  unit: z.enum(['visit', 'month', 'item', 'hour']),
  unitPriceGrosze: grosze,
  budgetGrosze: grosze,
});

/** The twelve mandatory items of a programme in the order of art. 5(3); null = the source does not give it. */
const items = z.strictObject({
  nameAndGoal: z.strictObject({ origin, name: z.string(), goal: text }).nullable(),
  period: z
    .strictObject({
      origin,
      from: partialDay,
      to: partialDay.nullable(),
      years: z.number().int().optional(),
    })
    .nullable(),
  needs: z.strictObject({ origin, text: z.string() }).nullable(),
  people: z.strictObject({ origin, groups: z.array(z.string()), limits: z.array(limit) }).nullable(),
  services: z
    .strictObject({
      origin,
      ids: z.array(z.string()),
      names: z.array(z.string()),
      count: z.number().int().nullable(),
    })
    .nullable(),
  qualification: z
    .strictObject({
      origin,
      conditions: z.array(
        z.strictObject({ code: z.string(), service: z.string().nullable(), text: z.string(), match }),
      ),
      anyOf: z.boolean(),
      procedure: z.string(),
    })
    .nullable(),
  fees: z
    .strictObject({
      origin,
      text: z.string(),
      lines: z.array(z.strictObject({ service: z.string(), unit: z.string(), grosze })),
      reliefs: z
        .array(z.strictObject({ code: z.string(), text: z.string(), percent: z.number().int(), match }))
        .nullable(),
    })
    .nullable(),
  evidence: z
    .strictObject({
      origin,
      documents: z.array(z.strictObject({ criterion: z.string(), documents: z.array(z.string()) })),
    })
    .nullable(),
  personalData: z
    .strictObject({
      origin,
      complete: z.boolean(),
      fields: z.array(
        z.strictObject({ field: z.string(), label: z.string(), sensitive: z.boolean(), origin }),
      ),
    })
    .nullable(),
  organisation: z.strictObject({ origin, stages: z.array(stage) }).nullable(),
  monitoring: z
    .strictObject({
      origin,
      indicators: z.array(
        z.strictObject({
          name: z.string(),
          unit: z.string(),
          base: z.number().nullable(),
          target: z.number().nullable(),
          actual: z.number().nullable(),
          text,
        }),
      ),
    })
    .nullable(),
  budget: z
    .strictObject({
      origin,
      totalGrosze: grosze.nullable(),
      approximate: z.boolean(),
      text,
      funding: text,
      lines: z.array(z.strictObject({ service: z.string().nullable(), text, grosze })),
    })
    .nullable(),
});

const programme = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['programme', 'implementation_plan', 'implementation', 'project', 'service_rules']),
  owner: z.strictObject({ gmina: z.string(), teryt }),
  centre: z.string().nullable(),
  gminas: z.array(teryt),
  relation: z.enum(['own', 'borrowed', 'demonstration', 'reference']),
  status: z.enum(['in_force', 'ended', 'unknown']),
  resolution: z.strictObject({ body: text, number: text, date: day.nullable() }).nullable(),
  note: text,
  items,
  source: z.array(z.url()).min(1),
  checkedOn: day,
});

export type ReferenceCentre = z.infer<typeof centre>;
export type ReferenceGmina = z.infer<typeof gmina>;
export type ReferenceService = z.infer<typeof service>;
export type ReferenceMatch = z.infer<typeof match>;
export type ReferenceProgramme = z.infer<typeof programme>;
export type Disability = z.infer<typeof disability>;

/** The three centres of the demonstration; the one with `invented: true` exists nowhere else. */
export const centres: readonly ReferenceCentre[] = z.array(centre).parse(centresFile.centres);

/** Every gmina named in the reference files (TERYT of 2026). */
export const gminas: readonly ReferenceGmina[] = z.array(gmina).parse(gminasFile.gminas);

/** The services of the three centres. */
export const services: readonly ReferenceService[] = z.array(service).parse(servicesFile.services);

/** Programmes by the twelve items of art. 5(3): own, borrowed, of the demonstration, and of other gminas. */
export const programmes: readonly ReferenceProgramme[] = z.array(programme).parse(programmesFile.programmes);

/** Names and how many people bear them. */
export const names = namesFile;

/** Names of the 18 age groups, from '0-4' to '85+'. */
export const ageBands: readonly string[] = ageStructureFile.bands;

/** Age and sex of a gmina; found by six digits, because the seventh changes when a village becomes a town. */
export function ageStructureOf(code: string): {
  townTotal: number | null;
  total: number;
  people: number[];
  women: number[];
  men: number[];
} {
  const found = ageStructureFile.gminas.find((row) => row.teryt6 === code.slice(0, 6));
  if (!found) throw new RangeError(`No age structure for the gmina ${code}`);
  return found;
}
