import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { query } from '../../../platform/runner/query.ts';
import { mayKeepLayWords } from '../commands/lay-words.ts';
import { listLayWords as list } from '../db/lay-words.ts';
import { directoryBasis } from '../domain/service.ts';
import { meaningChoices } from '../search/shipped.ts';

const output = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      phrase: z.string(),
      meaning: z.string().nullable(),
      words: z.string().nullable(),
      reviewedOn: z.string(),
    }),
  ),
  meanings: z.array(z.object({ key: z.string(), name: z.string() })),
});

export type LayWordList = z.infer<typeof output>;

/** The phrases that this centre added to the search, and what a phrase may mean. */
export const listLayWords = query({
  name: 'directory.list-lay-words',
  summary: 'Phrases of residents that this centre added to the search of the directory',
  input: z.object({}),
  output,
  basis: cite(directoryBasis),
  async read(db, _input, { actor }) {
    return { entries: await list(db, actor.centreId), meanings: meaningChoices() };
  },
  allow: mayKeepLayWords,
  discloses: () => undefined,
});
