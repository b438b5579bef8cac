import { z } from 'zod';
import { deadlineSchema } from '../../agenda/index.ts';
import { caseStates } from './lifecycle.ts';
import { channels } from './report.ts';

/** Kinds of notes: what a worker did when writing it. */
export const noteKinds = ['note', 'call', 'visit', 'meeting', 'letter'] as const;
export type NoteKind = (typeof noteKinds)[number];

const word = z.string();
const maybe = z.string().nullable();

export const declarationSchema = z.object({
  id: word,
  /** As it was declared, with the literal clause of art. 36(2). */
  text: word,
  madeOn: word,
  /** How it was made: signed on paper, on the web, for the record at the window. */
  how: word,
});

export type Declaration = z.infer<typeof declarationSchema>;

export const applicantSchema = z.object({
  name: word.optional(),
  phone: word.optional(),
  email: word.optional(),
  /** What the representative is entitled by: a court's ruling, a power of attorney. */
  document: word.optional(),
});

export type Applicant = z.infer<typeof applicantSchema>;

export const applicantRoles = ['person', 'statutory_representative', 'factual_carer'] as const;
export type CaseApplicantRole = (typeof applicantRoles)[number];

export const enclosureSchema = z.object({ words: word, enclosed: z.boolean() });
export type Enclosure = z.infer<typeof enclosureSchema>;

export const applicationViewSchema = z.object({
  applicantRole: z.enum(applicantRoles),
  applicant: applicantSchema,
  programmeVersionId: maybe,
  programme: maybe,
  resolution: maybe,
  services: z.array(z.object({ id: word, name: word })),
  answers: z.record(word, z.unknown()),
  declarations: z.array(declarationSchema),
  reliefs: z.array(word),
  documents: z.array(enclosureSchema),
  informationClause: maybe,
  informationGivenOn: maybe,
  callReason: maybe,
  callDeliveredOn: maybe,
  completeUntil: maybe,
  completedOn: maybe,
  completedWords: maybe,
});

/** Parts of a case that not every case has, and that are read by themselves. */
export const caseParts = ['transfers', 'decisions', 'fees'] as const;
export type CasePart = (typeof caseParts)[number];

/** The whole case as its page shows it: what a worker may know of it, in one read. */
export const caseViewSchema = z.object({
  id: word,
  version: z.number(),
  title: word,
  state: z.enum(caseStates),
  channel: z.enum(channels),
  gmina: z.object({ teryt: word, name: word }),
  sign: maybe,
  receivedAt: word,
  submittedOn: maybe,
  closedOn: maybe,
  closingReason: maybe,
  personId: maybe,
  coordinatorId: maybe,
  coordinator: maybe,
  transferredToTeam: z.boolean(),
  /** Which of them this case has. */
  parts: z.array(z.enum(caseParts)),
  /** Opened by necessity, because the reader has no relation to it. */
  granted: z.boolean(),
  person: z
    .object({
      id: word,
      name: word,
      birthDate: maybe,
      phone: maybe,
      email: maybe,
      /** Null also when the address is shielded: it is shown nowhere. */
      address: maybe,
      shielded: z.boolean(),
      accessibility: maybe,
      contactWish: maybe,
    })
    .nullable(),
  needs: z.array(z.object({ id: word, words: word, area: z.number().nullable(), service: maybe })),
  report: z
    .object({
      takenBy: maybe,
      name: maybe,
      phone: maybe,
      email: maybe,
      role: maybe,
      about: z.record(word, z.unknown()),
      contactWish: maybe,
      answer: maybe,
      answeredOn: maybe,
      answeredBy: maybe,
    })
    .nullable(),
  application: applicationViewSchema.nullable(),
  deadlines: z.array(deadlineSchema),
  notes: z.array(
    z.object({
      id: word,
      kind: z.enum(noteKinds),
      body: word,
      restricted: z.boolean(),
      at: word,
      author: word,
    }),
  ),
  attachments: z.array(
    z.object({
      id: word,
      name: word,
      size: z.number(),
      at: word,
      addedBy: maybe,
      /** Of a letter that came: the day, and who brought or sent it. */
      cameOn: maybe,
      cameFrom: maybe,
    }),
  ),
  documents: z.array(
    z.object({
      id: word,
      kind: word,
      title: word,
      sign: word,
      issuedOn: word,
      issuedBy: maybe,
      ready: z.boolean(),
    }),
  ),
  /** What was done, newest first: the record of the case (metryka sprawy, Dz.U. 2012 poz. 250). */
  history: z.array(z.object({ seq: z.number(), at: word, actor: word, action: word })),
});

export type CaseView = z.infer<typeof caseViewSchema>;
