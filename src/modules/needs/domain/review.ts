import { z } from 'zod';
import { gminaPattern, groupKeys, type Reason, reasons } from './unmet-need.ts';
import type { RecipientGroup } from '../../../law/index.ts';

/** Entries that are coded alike: what the reviewer judges at once. */
export interface AlikeNeeds {
  area: number | null;
  reason: Reason;
  group: RecipientGroup | null;
  gmina: string | null;
  locality: string | null;
  terms: string;
}

/** The code of alike entries in one text, as a tick on a form sends it. */
export const alikeKey = ({ area, reason, group, gmina, locality, terms }: AlikeNeeds): string =>
  [area ?? '', reason, group ?? '', gmina ?? '', locality ?? '', terms].join('|');

const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? null : value), schema.nullable());

const parts = z.object({
  area: orNull(z.coerce.number().int().min(1).max(14)),
  reason: z.enum(reasons),
  group: orNull(z.enum(groupKeys)),
  gmina: orNull(z.string().regex(gminaPattern)),
  locality: orNull(z.string().max(80)),
  terms: z.string().max(400),
});

/** Reads the code of alike entries back; undefined when it is none of ours. */
export function alikeOf(key: string): AlikeNeeds | undefined {
  const [area, reason, group, gmina, locality, terms] = key.split('|');
  const read = parts.safeParse({ area, reason, group, gmina, locality, terms });
  return read.success ? read.data : undefined;
}

/** A code of alike entries in a command's input. */
export const alikeField = (message: string) =>
  z
    .string(message)
    .max(700, message)
    .transform((key, check) => {
      const alike = alikeOf(key);
      if (alike) return alike;
      check.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
