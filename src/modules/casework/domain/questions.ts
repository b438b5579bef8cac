import { z } from 'zod';
import { checkPesel, identifierFaultWords } from '../../../law/index.ts';
import { date, integer, money, text } from '../../../platform/fields.ts';
import {
  type ApplicationField,
  applicationFields,
  contactMinimum,
  questionsOf,
} from '../../programmes/index.ts';
import { intakeWords } from '../pl-intake.ts';
import { optionalEmail, optionalPhone } from './report.ts';

const words = intakeWords.application.errors;

/** Answers of an application by the id of the question. */
export type Answers = Readonly<Record<string, unknown>>;

const blank = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

/** A PESEL that adds up; where there is none, words say why. */
const peselAnswer = () =>
  text(300).transform((typed, check) => {
    if (!/^[\d\s-]+$/.test(typed)) return typed;
    const read = checkPesel(typed);
    if (read.ok) return read.value;
    check.addIssue({ code: 'custom', message: `PESEL ${identifierFaultWords[read.code]}.` });
    return z.NEVER;
  });

/** Questions whose answer has a shape of its own. */
const shaped: Readonly<Record<string, () => z.ZodType>> = {
  pesel: peselAnswer,
  phone: optionalPhone,
  email: optionalEmail,
};

/** One clean value of a question's type; yes and no are kept in the words of the form. */
function answerSchema(field: ApplicationField): z.ZodType {
  const own = shaped[field.id];
  if (own) return own();
  switch (field.type) {
    case 'date':
      return date();
    case 'number':
      return integer(0, 100_000);
    case 'money':
      return money();
    case 'yesNo':
      return z.preprocess(
        (value) => (value === true ? 'tak' : value === false ? 'nie' : value),
        z.enum(['tak', 'nie'], words.yesNo),
      );
    case 'choice':
      return z.string().refine((value) => field.choices?.some((one) => one.value === value), words.choice);
    case 'longText':
      return text(4000);
    default:
      return text(300);
  }
}

/**
 * What a form may send as answers: every question of the catalogue by its type. What the catalogue does not know stays
 * in the value, for the command to refuse by name (art. 5(3)(9)).
 */
export const answersSchema = z.preprocess(
  (value) => value ?? {},
  z.looseObject(
    Object.fromEntries(
      applicationFields.map((field) => [field.id, z.preprocess(blank, answerSchema(field).optional())]),
    ),
  ),
);

/** The questions that nobody may ask here: outside item 9 of the programme and the contact minimum. */
export function foreignAnswers(answers: Answers, whitelist: readonly string[]): string[] {
  const allowed = new Set(questionsOf(whitelist).map((field) => field.id));
  return Object.keys(answers).filter((id) => answers[id] !== undefined && !allowed.has(id));
}

/** Questions of a programme as two pages ask them: who and where the person is, and what the programme needs to know. */
export function askedOf(whitelist: readonly string[]): {
  person: ApplicationField[];
  programme: ApplicationField[];
} {
  const asked = questionsOf(whitelist);
  return {
    person: asked.filter((field) => field.keptIn === 'person'),
    programme: asked.filter((field) => field.keptIn === 'application'),
  };
}

/** Questions still without an answer, in the order of the catalogue. A person of the register needs no contact minimum. */
export function unanswered(
  answers: Answers,
  whitelist: readonly string[],
  personKnown: boolean,
): ApplicationField[] {
  return questionsOf(whitelist).filter(
    (field) => answers[field.id] === undefined && !(personKnown && field.keptIn === 'person'),
  );
}

/** Without these there is nobody to answer: asked of whoever is not in the register yet. */
export const neededToReach = contactMinimum;

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The name that the application itself gives; empty when it gives none. */
export const typedName = (answers: Answers): string => asText(answers['name']);

/** The birth date that the application itself gives, by name or inside the PESEL, YYYY-MM-DD. */
export function typedBirthDate(answers: Answers): string | undefined {
  const pesel = checkPesel(asText(answers['pesel']));
  return asText(answers['birth_date']) || (pesel.ok ? pesel.birthDate : undefined);
}

/** Answers as they may be shown of a person whose address is hidden: what was typed before is kept and not shown. */
export const withoutAddress = ({ residence_address: _hidden, ...shown }: Answers): Answers => shown;
