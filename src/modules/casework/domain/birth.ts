import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { intakeWords } from '../pl-intake.ts';

/** Nobody is born after today. `born`: a day (YYYY-MM-DD) or a year; `field`: where it was typed. */
export function refuseBirth(
  born: string | number | undefined,
  today: string,
  field: string,
): Refusal | undefined {
  const text = String(born ?? '');
  return text > today.slice(0, text.length)
    ? refuse('casework.born-later', intakeWords.report.errors.bornLater, { field })
    : undefined;
}
