import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { intakeWords } from '../pl-intake.ts';
import {
  type ApplicationContent,
  type DeclarationWay,
  dueDeclarations,
  enclosures,
  madeDeclarations,
  refuseContent,
  refuseDeclarations,
  type SentDeclarations,
} from './application.ts';
import type { ApplicationProgramme } from './programme.ts';
import type { Declaration, Enclosure } from './case-view.ts';
import { neededToReach } from './questions.ts';

const words = intakeWords.application.errors;

/** What decides whether an application may be taken as sent. */
export interface Submission {
  content: ApplicationContent;
  programme: ApplicationProgramme | undefined;
  gmina: string;
  /** The register knows the person: the contact minimum is there. */
  personKnown: boolean;
  /** The register knows the applicant, when somebody applies for the person. */
  applicantKnown: boolean;
  declarations: SentDeclarations;
  how: DeclarationWay;
  informationGiven: boolean;
  today: string;
}

/** An application as it is kept once sent. */
export interface Submitted {
  content: ApplicationContent;
  declarations: Declaration[];
  documents: Enclosure[];
}

const isBlank = (value: unknown): boolean => value === undefined || value === '';

/** The questions without whose answers nobody can be answered: a name, an address, on the web also a phone or an e-mail. */
export function lackingToReach(
  { answers, applicant }: Pick<ApplicationContent, 'answers' | 'applicant'>,
  how: DeclarationWay,
): typeof neededToReach {
  const reachable = [answers['phone'], answers['email'], applicant.phone, applicant.email].some(
    (value) => !isBlank(value),
  );
  // A sheet of paper has an address to answer to; the web has not been seen by anybody.
  return neededToReach.filter((id) => (id === 'phone' ? how === 'web' && !reachable : isBlank(answers[id])));
}

/** Nobody can be answered without a name and a way to reach them: by post, by phone or by e-mail. */
function refuseUnreachable({ content, personKnown, how }: Submission): Refusal | undefined {
  const lacking = personKnown ? undefined : lackingToReach(content, how)[0];
  return (
    lacking &&
    refuse('casework.no-contact', lacking === 'phone' ? words.reach : words.needed, {
      field: `answers.${lacking}`,
    })
  );
}

/** The programme must be one of the gmina of the case, in force on the day of receipt. */
export function refuseProgramme(
  programme: ApplicationProgramme | undefined,
  gmina: string,
  field = 'programmeVersionId',
): Refusal | undefined {
  if (!programme) return undefined;
  if (!programme.inForce)
    return refuse('casework.programme-not-in-force', words.notInForce, {
      basis: 'art. 4 ust. 1 ustawy o CUS',
      field,
    });
  if (programme.gmina !== gmina)
    return refuse('casework.programme-of-another-gmina', words.otherGmina, {
      basis: 'art. 4 ust. 1 ustawy o CUS',
      field,
    });
  return undefined;
}

/**
 * Takes an application as sent, or says why it cannot be: what was asked beyond the programme, who applies, the
 * declarations of art. 36, the information of art. 13 GDPR. Unanswered questions do not stop it: they are called for.
 */
export function submit(submission: Submission): Submitted | Refusal {
  const { content, programme, how, today } = submission;
  const due = dueDeclarations(programme, content);
  const named = content.applicantRole === 'person' || submission.applicantKnown || content.applicant.name;
  return (
    refuseProgramme(programme, submission.gmina, '') ??
    refuseContent(content, programme, today) ??
    refuseUnreachable(submission) ??
    (named
      ? undefined
      : refuse('casework.applicant', words.applicant, {
          basis: 'art. 35 ustawy o CUS',
          field: 'applicant.name',
        })) ??
    refuseDeclarations(due, submission.declarations) ??
    (submission.informationGiven
      ? undefined
      : refuse('casework.information', words.information, {
          basis: 'art. 13 RODO',
          field: 'informationGiven',
        })) ?? {
      content,
      declarations: madeDeclarations(due, today, how),
      documents: enclosures(programme, content.documents),
    }
  );
}
