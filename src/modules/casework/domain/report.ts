import { z } from 'zod';
import {
  choice,
  integer,
  optionalDate,
  optionalId,
  optionalInteger,
  optionalText,
  rows,
  text,
} from '../../../platform/fields.ts';
import { langs } from '../../../lang.ts';
import { areas, normalisePhone } from '../../../law/index.ts';
import { intakeWords } from '../pl-intake.ts';
import { seedPattern } from './follow-up.ts';

const words = intakeWords.report;

export const channels = ['in_person', 'phone', 'email', 'web', 'callback', 'letter', 'partner'] as const;
/** What a resident sends by themselves; the rest is taken down by a worker. */
export const ownChannels: readonly string[] = ['web', 'callback'] satisfies (typeof channels)[number][];

export type Channel = (typeof channels)[number];

export const reporterRoles = ['self', 'family', 'carer', 'neighbour', 'institution', 'other'] as const;
export type ReporterRole = (typeof reporterRoles)[number];

const blank = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

/** A phone number as people dictate it, kept as +48…; blank is nothing. */
export const optionalPhone = () =>
  z.preprocess(
    blank,
    z
      .string()
      .max(30, words.errors.phone)
      .transform((typed, check) => {
        const read = normalisePhone(typed);
        if (read.ok) return read.value;
        check.addIssue({ code: 'custom', message: words.errors.phone });
        return z.NEVER;
      })
      .optional(),
  );

/** An e-mail address; blank is nothing. */
export const optionalEmail = () => z.preprocess(blank, z.email(words.errors.email).max(200).optional());

const optionalRole = () => z.preprocess(blank, choice(reporterRoles).optional());

/** A language of letters; blank is none chosen. */
export const optionalLanguage = () => z.preprocess(blank, choice(langs).optional());

export const needSchema = z.object({
  words: text(4000, words.errors.need),
  /** One of the 14 areas of art. 2(1), when the worker sees it. */
  area: z.preprocess(blank, integer(1, areas.length).optional()),
  serviceId: optionalId(),
});

/** What is said of the person before the register is asked, or when the register does not know them. */
export const aboutSchema = z.object({
  name: optionalText(200),
  phone: optionalPhone(),
  birthYear: optionalInteger(1900, 2100),
  birthDate: optionalDate(),
  note: optionalText(1000),
});

export type About = z.infer<typeof aboutSchema>;

const someNeed = (needs: readonly unknown[], check: z.RefinementCtx): void => {
  if (needs.length === 0) check.addIssue({ code: 'custom', path: [0, 'words'], message: words.errors.need });
};

export const reportInput = z.object({
  channel: choice(channels),
  gmina: text(7, words.errors.gmina),
  personId: optionalId(),
  about: aboutSchema.default({}),
  reporter: z
    .object({
      name: optionalText(200),
      phone: optionalPhone(),
      email: optionalEmail(),
      role: optionalRole(),
    })
    .default({}),
  needs: rows(needSchema, 6).superRefine(someNeed),
  contactWish: optionalText(500),
  /** A short name of the matter; without it the first words of the need. */
  title: optionalText(120),
  /** In which language the person wants letters. */
  language: optionalLanguage(),
  /** Secret of the sending page: the follow-up code follows from it. */
  seed: z.string().regex(seedPattern).optional(),
});

export type ReportInput = z.infer<typeof reportInput>;

const titleLength = 70;

/** The matter in a few words: what the worker called it, or the beginning of the need, cut between words. */
export function reportTitle(title: string | undefined, need: string): string {
  if (title) return title;
  const line = need.replace(/\s+/g, ' ').trim();
  if (line.length <= titleLength) return line;
  const cut = line.slice(0, titleLength + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > titleLength / 2 ? end : titleLength).replace(/[,.;:–-]+$/, '')}…`;
}
