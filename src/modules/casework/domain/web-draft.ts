import { z } from 'zod';
import { langs } from '../../../lang.ts';
import { applicantRoles } from './case-view.ts';
import { type ApplicationContent, emptyContent } from './application.ts';
import type { ApplicationProgramme } from './programme.ts';
import { askedOf } from './questions.ts';

/** What a resident without an account has written so far; kept apart from cases until it is sent. */
export const webContentSchema = z.object({
  serviceIds: z.array(z.string()),
  need: z.string().default(''),
  applicantRole: z.enum(applicantRoles).default('person'),
  applicant: z
    .object({
      name: z.string().optional(),
      phone: z.string().optional(),
      email: z.string().optional(),
      document: z.string().optional(),
    })
    .default({}),
  answers: z.record(z.string(), z.unknown()).default({}),
  reliefs: z.array(z.string()).default([]),
  /** Only to check the case later with the code, when the programme does not ask for it. */
  followBirthDate: z.string().optional(),
  /** In which language the person wants letters. */
  language: z.enum(langs).optional(),
});

export type WebContent = z.infer<typeof webContentSchema>;

/** A web draft with the programme it is for. */
export interface WebDraft {
  programme: ApplicationProgramme;
  gmina: string;
  content: WebContent;
  version: number;
  /** The centre's own information clause; absent or null: the program's words hold. */
  clause?: Readonly<Record<'pl' | 'uk' | 'en', string>> | null;
}

/** The part of a web draft that becomes the application. */
export const applicationOf = (content: WebContent): ApplicationContent => ({
  ...emptyContent,
  applicantRole: content.applicantRole,
  applicant: content.applicant,
  answers: content.answers,
  reliefs: content.reliefs,
});

/** Steps of an application on the web, each one page; those with nothing to ask are left out. */
export const webSteps = ['kto', 'osoba', 'pytania', 'ulgi', 'wyslij'] as const;
export type WebStep = (typeof webSteps)[number];

/** The steps that this programme needs. */
export function stepsOf(programme: Pick<ApplicationProgramme, 'whitelist' | 'reliefs'>): WebStep[] {
  const empty: Partial<Record<WebStep, boolean>> = {
    pytania: askedOf(programme.whitelist).programme.length === 0,
    ulgi: programme.reliefs.length === 0,
  };
  return webSteps.filter((step) => !empty[step]);
}

/** The step after this one; the last one has none after it. */
export function stepAfter(
  programme: Pick<ApplicationProgramme, 'whitelist' | 'reliefs'>,
  step: WebStep,
): WebStep {
  const steps = stepsOf(programme);
  return steps[steps.indexOf(step) + 1] ?? 'wyslij';
}
