import { z } from 'zod';
import type { Lang } from '../../../lang.ts';

/** A name in the languages into which somebody has translated it. */
export const translatedNames = z.object({ uk: z.string().optional(), en: z.string().optional() });

/** A name in a language; Polish where nobody has translated it. */
export const nameIn = (
  lang: Lang,
  { name, names }: { name: string; names?: z.infer<typeof translatedNames> | undefined },
): string => (lang === 'pl' ? name : (names?.[lang] ?? name));

/** A version of a programme as an application needs it. */
export const programmeSchema = z.object({
  versionId: z.string(),
  programmeId: z.string(),
  name: z.string(),
  gmina: z.string(),
  resolution: z.string().nullable(),
  /** In force on the day of reading. */
  inForce: z.boolean(),
  offers: z.array(
    z.object({
      offerId: z.string(),
      serviceId: z.string(),
      name: z.string(),
      /** The name in other languages, where the card has one. */
      names: translatedNames.optional(),
    }),
  ),
  /** Item 9: the ids of the questions that may be asked. */
  whitelist: z.array(z.string()),
  /** Item 7: reliefs that may be claimed, by their words. */
  reliefs: z.array(z.string()),
  /** Item 8: documents by which a condition or a relief is proved. */
  documents: z.array(z.string()),
});

export type ApplicationProgramme = z.infer<typeof programmeSchema>;
