import { z } from 'zod';
import { carriesClause, declarationBasis, declarationClause, cite } from '../../../law/index.ts';
import { choice, list, optionalText, rows, text, tick } from '../../../platform/fields.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { intakeWords } from '../pl-intake.ts';
import { refuseBirth } from './birth.ts';
import { applicantRoles, type CaseApplicantRole, type Declaration, type Enclosure } from './case-view.ts';
import { answersSchema, foreignAnswers } from './questions.ts';
import { optionalEmail, optionalPhone } from './report.ts';
import type { ApplicationProgramme } from './programme.ts';

const words = intakeWords.application;

/** What has been written into an application so far. */
export interface ApplicationContent {
  applicantRole: CaseApplicantRole;
  applicant: {
    name?: string | undefined;
    phone?: string | undefined;
    email?: string | undefined;
    document?: string | undefined;
  };
  answers: Record<string, unknown>;
  reliefs: string[];
  documents: string[];
}

/** What a form may send of it; each part may be missing, and is then left as it was. */
export const contentInput = z.object({
  applicantRole: choice(applicantRoles).optional(),
  applicant: z
    .object({
      name: optionalText(200),
      phone: optionalPhone(),
      email: optionalEmail(),
      document: optionalText(300),
    })
    .optional(),
  answers: answersSchema.optional(),
  reliefs: list(text(300), 30).optional(),
  documents: list(text(500), 50).optional(),
});

export type ContentInput = z.infer<typeof contentInput>;

/** Parts that a form shows as ticks send nothing when none is ticked; the form names them, so that unticking counts. */
export const tickedParts = z.object({ parts: list(z.enum(['reliefs', 'documents']), 2).optional() });

/** The application with what was just sent; an answer that was emptied is gone. */
export function withContent(
  before: ApplicationContent,
  sent: ContentInput & z.infer<typeof tickedParts>,
): ApplicationContent {
  const answers = Object.fromEntries(
    Object.entries({ ...before.answers, ...sent.answers }).filter(([, value]) => value !== undefined),
  );
  const shown = (part: 'reliefs' | 'documents'): string[] =>
    sent[part] !== undefined && (sent[part].length > 0 || sent.parts?.includes(part))
      ? sent[part]
      : before[part];
  return {
    applicantRole: sent.applicantRole ?? before.applicantRole,
    applicant: sent.applicant ?? before.applicant,
    answers,
    reliefs: shown('reliefs'),
    documents: shown('documents'),
  };
}

export const emptyContent: ApplicationContent = {
  applicantRole: 'person',
  applicant: {},
  answers: {},
  reliefs: [],
  documents: [],
};

const whitelistBasis = 'art. 5 ust. 3 pkt 9, art. 50 ust. 1 ustawy o CUS';

/**
 * Refuses whatever the programme does not let the centre ask, claim or demand. Without a programme (a service under a
 * separate statute, art. 19) only the contact minimum is asked.
 */
export function refuseContent(
  content: ApplicationContent,
  programme: ApplicationProgramme | undefined,
  today: string,
): Refusal | undefined {
  const foreign = foreignAnswers(content.answers, programme?.whitelist ?? [])[0];
  if (foreign !== undefined)
    return refuse('casework.not-on-whitelist', words.errors.notOnWhitelist(foreign), {
      basis: whitelistBasis,
      field: `answers.${foreign}`,
    });
  const relief = content.reliefs.find((one) => !programme?.reliefs.includes(one));
  if (relief !== undefined)
    return refuse('casework.unknown-relief', words.errors.relief, {
      basis: 'art. 5 ust. 3 pkt 7 ustawy o CUS',
      field: 'reliefs',
    });
  const document = content.documents.find((one) => !programme?.documents.includes(one));
  if (document !== undefined)
    return refuse('casework.unknown-document', words.errors.document, {
      basis: 'art. 36 ust. 3 ustawy o CUS',
      field: 'documents',
    });
  const born = content.answers['birth_date'];
  return refuseBirth(typeof born === 'string' ? born : undefined, today, 'answers.birth_date');
}

/** Documents of the programme with whether they came with the application. */
export const enclosures = (
  programme: Pick<ApplicationProgramme, 'documents'> | undefined,
  enclosed: readonly string[],
): Enclosure[] =>
  (programme?.documents ?? []).map((one) => ({ words: one, enclosed: enclosed.includes(one) }));

/** How a declaration may be made: signed on paper, signed electronically, for the record at the window, on the web. */
export const declarationWays = ['paper', 'electronic', 'record', 'web'] as const;
export type DeclarationWay = (typeof declarationWays)[number];

/** A declaration to be made: its words end with the clause of art. 36(2), letter for letter. */
export interface DueDeclaration {
  id: string;
  /** Its row in a form. */
  row: number;
  text: string;
}

type DeclaredContent = Pick<ApplicationContent, 'applicantRole' | 'reliefs'>;

/**
 * Declarations of art. 36(1) that this application needs: on the conditions, and on each relief that is claimed. A relief
 * keeps the number it has in the programme, so a form can show all of them and only the claimed ones are due.
 */
export function dueDeclarations(
  programme: { name: string; reliefs?: readonly string[] } | undefined,
  content: DeclaredContent,
): DueDeclaration[] {
  if (!programme) return [];
  const say = words.declarations[content.applicantRole === 'person' ? 'own' : 'for'];
  return [
    { id: 'conditions', row: 0, text: `${say.conditions(programme.name)} ${declarationClause}` },
    ...(programme.reliefs ?? []).flatMap((relief, index) =>
      content.reliefs.includes(relief)
        ? [{ id: `relief-${index + 1}`, row: index + 1, text: `${say.relief(relief)} ${declarationClause}` }]
        : [],
    ),
  ];
}

/**
 * What was declared is not widened afterwards: another relief, or another applicant, needs a declaration of its own with
 * the clause of art. 36(2), and so an application of its own.
 */
export function refuseUndeclared(
  programme: Parameters<typeof dueDeclarations>[0],
  before: DeclaredContent,
  after: DeclaredContent,
): Refusal | undefined {
  const declared = new Set(dueDeclarations(programme, before).map((one) => one.text));
  return dueDeclarations(programme, after).some((one) => !declared.has(one.text))
    ? refuse('casework.undeclared', words.errors.undeclared, { basis: 'art. 36 ust. 1 i 2 ustawy o CUS' })
    : undefined;
}

export const declarationsInput = rows(z.object({ id: text(40), text: text(2000), made: tick() }), 40).default(
  [],
);

export type SentDeclarations = z.infer<typeof declarationsInput>;

/**
 * Checks that every due declaration was made in exactly the words that are due. The clause is matched letter for letter
 * (art. 36(2)); another spacing, gender or ending makes it no declaration.
 */
export function refuseDeclarations(
  due: readonly DueDeclaration[],
  sent: SentDeclarations,
): Refusal | undefined {
  for (const declaration of due) {
    const field = `declarations.${declaration.row}.made`;
    const made = sent.find((one) => one.id === declaration.id && one.made);
    if (!made)
      return refuse('casework.declaration-missing', words.errors.declaration, {
        basis: 'art. 36 ust. 1 ustawy o CUS',
        field,
      });
    if (!carriesClause(made.text))
      return refuse('casework.clause', words.errors.clause, { basis: cite(declarationBasis), field });
    if (made.text !== declaration.text)
      return refuse('casework.declaration-changed', words.errors.declarationChanged, {
        basis: cite(declarationBasis),
        field,
      });
  }
  return undefined;
}

/** Declarations as they are kept. */
export const madeDeclarations = (
  due: readonly DueDeclaration[],
  on: string,
  how: DeclarationWay,
): Declaration[] => due.map(({ id, text: declared }) => ({ id, text: declared, madeOn: on, how }));
