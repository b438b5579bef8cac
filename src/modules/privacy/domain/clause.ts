import { z } from 'zod';

/** What a clause says, in the languages of residents' pages. */
export const clauseWords = z.object({ pl: z.string(), uk: z.string(), en: z.string() });

/** How a version is named where it is written down that somebody was shown it. */
export const clauseName = ({ kind, number }: { kind: string; number: number }): string => `${kind} ${number}`;
