import { z } from 'zod';
import { choice, optionalDate, optionalText } from '../../../platform/fields.ts';
import { pl } from '../pl.ts';

/** How far the pages meet the act: fully, in part, or not. */
export const statuses = ['full', 'partial', 'none'] as const;

const optionalEmail = () =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    z.email(pl.errors.email).max(200).optional(),
  );

const optionalAddress = () =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    z
      .url({ protocol: /^https?$/, error: pl.errors.url })
      .max(300)
      .optional(),
  );

/** What a centre has said so far. Nothing is demanded while it is written: what the statement lacks is told apart. */
export const statementSchema = z.object({
  url: optionalAddress(),
  publishedOn: optionalDate(),
  updatedOn: optionalDate(),
  status: choice(statuses).optional(),
  notAccessible: optionalText(4000),
  preparedOn: optionalDate(),
  reviewedOn: optionalDate(),
  assessedBy: optionalText(300),
  features: optionalText(2000),
  shortcuts: optionalText(2000),
  contactName: optionalText(200),
  email: optionalEmail(),
  phone: optionalText(60),
  applications: optionalText(2000),
  architecture: optionalText(6000),
  communication: optionalText(4000),
  hours: optionalText(300),
});

export type Statement = z.infer<typeof statementSchema>;
export const statementFields = statementSchema.keyof();
export type StatementField = keyof Statement;

const mandatory: readonly StatementField[] = [
  'url',
  'publishedOn',
  'updatedOn',
  'status',
  'preparedOn',
  'email',
  'phone',
  'architecture',
  'communication',
];

/** The day by which a statement is looked through every year. */
const reviewBy = (year: string): string => `${year}-03-31`;

/**
 * What the statement lacks on a day, in its order: what is mandatory; what is not accessible, unless everything is; and
 * the yearly review, from the first 31 March after the statement was prepared.
 */
export function lacksOf(statement: Statement, today: string): StatementField[] {
  const blank = mandatory.filter((field) => statement[field] === undefined);
  const untold =
    statement.status !== undefined && statement.status !== 'full' && statement.notAccessible === undefined;
  return [
    ...blank,
    ...(untold ? (['notAccessible'] as const) : []),
    ...(isReviewDue(statement, today) ? (['reviewedOn'] as const) : []),
  ];
}

/** Whether a 31 March has passed since the statement was prepared or last looked through. */
export function isReviewDue({ preparedOn, reviewedOn }: Statement, today: string): boolean {
  const last = reviewedOn ?? preparedOn;
  if (last === undefined) return false;
  const thisYear = reviewBy(today.slice(0, 4));
  const due = today >= thisYear ? thisYear : reviewBy(String(Number(today.slice(0, 4)) - 1));
  return last < due.slice(0, 4);
}
