import { z } from 'zod';
import type { Condition } from './definition.ts';
import { testKinds } from './definition-schema.ts';

const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());

/** One test as a form asks for it: `subject` is a question, or a question and its line after a full stop. */
const test = z.object({
  subject: orNothing(z.string().regex(/^[a-z][a-z0-9_]{0,39}(\.[a-z][a-z0-9_]{0,39})?$/)),
  is: orNothing(z.enum(testKinds)),
  value: orNothing(z.coerce.number().int().min(-1_000_000_000).max(1_000_000_000)),
});

/** The fields of a condition in a form: up to three tests, joined by "all" or "any". */
export const conditionInput = {
  join: z.preprocess((value) => value || 'all', z.enum(['all', 'any'])),
  tests: z.preprocess((value) => value ?? [], z.array(test).max(6)),
};

/** The condition of these fields; none when no question was chosen. */
export function conditionFrom({
  join,
  tests,
}: {
  join: 'all' | 'any';
  tests: readonly z.infer<typeof test>[];
}): Condition | undefined {
  const chosen = tests.flatMap(({ subject, is, value }) => {
    if (!subject) return [];
    const [question = '', item] = subject.split('.');
    const kind = is ?? 'chosen';
    return [
      {
        question,
        ...(item ? { item } : {}),
        is: kind,
        ...(kind === 'answered' || value === undefined ? {} : { value }),
      },
    ];
  });
  return chosen.length > 0 ? { join, tests: chosen } : undefined;
}
