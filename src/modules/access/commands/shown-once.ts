import { z } from 'zod';

/** What opens an account for the first time. It leaves the program once and is kept nowhere in this form. */
export const shownOnce = z.object({
  accountId: z.string(),
  login: z.string(),
  name: z.string(),
  /** Null: not changed by this command, or already shown (the same submission came twice). */
  password: z.string().nullable(),
  totpSecret: z.string().nullable(),
});

export type ShownOnce = z.infer<typeof shownOnce>;

/** The receipt of such a result: without its secrets. */
export const withoutSecrets = (result: ShownOnce): ShownOnce => ({
  ...result,
  password: null,
  totpSecret: null,
});
