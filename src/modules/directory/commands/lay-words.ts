import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { type Allow, always } from '../../../platform/actor.ts';
import { id, optionalText, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { closeLayWord as close, insertLayWord, lockLayWord } from '../db/lay-words.ts';
import { directoryBasis } from '../domain/service.ts';
import { layWords } from '../pl-lay-words.ts';
import { wordsOf } from '../search/fold.ts';
import { meaningChoices } from '../search/shipped.ts';
import { isSmallWord } from '../search/small-words.ts';

const words = layWords.refusals;

/** Who keeps the dictionary: whoever keeps the directory as a whole (art. 27). */
export const mayKeepLayWords: Allow<unknown> = { service_organiser: always };

/** Adds what residents say, and what they mean by it, to the search of this centre. */
export const addLayWord = command({
  name: 'directory.add-lay-word',
  summary: 'Add a reviewed phrase of residents to the search of the directory',
  input: z.object({ phrase: text(100), meaning: optionalText(60), words: optionalText(100) }),
  result: z.object({ layWordId: z.string() }),
  basis: cite(directoryBasis),
  load: () => Promise.resolve({}),
  allow: mayKeepLayWords,
  decide(_target, input, moment) {
    if ((input.meaning === undefined) === (input.words === undefined))
      return refuse('directory.lay-word-means-one', words.oneOf, { field: 'meaning' });
    if (input.meaning !== undefined && !meaningChoices().some((one) => one.key === input.meaning))
      return refuse('directory.lay-word-unknown', words.unknownMeaning, { field: 'meaning' });
    for (const field of ['phrase', 'words'] as const)
      if (input[field] !== undefined && wordsOf(input[field]).every(isSmallWord))
        return refuse('directory.lay-word-small', words.small, { field });
    return {
      id: newId(),
      // Marks of the shipped dictionary ("a|b", "@elder") mean nothing here.
      phrase: wordsAsTyped(input.phrase),
      meaning: input.meaning ?? null,
      words: input.words === undefined ? null : wordsAsTyped(input.words),
      reviewedOn: moment.today,
      reviewedBy: moment.actor.accountId ?? null,
    };
  },
  async save(tx, change, moment) {
    await insertLayWord(tx, moment.actor.centreId, change);
    return { layWordId: change.id };
  },
  audit: ({ id: layWordId, phrase, meaning, words: found }) => ({
    what: { layWordId, phrase, ...(meaning ? { meaning } : { words: found }) },
  }),
  constraints: {
    lay_word_open: refuse('directory.lay-word-twice', words.twice, { field: 'phrase' }),
  },
});

const wordsAsTyped = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Takes a phrase out of the search of this centre. */
export const closeLayWord = command({
  name: 'directory.close-lay-word',
  summary: 'Take a phrase of residents out of the search of the directory',
  input: z.object({ layWordId: id() }),
  result: z.object({}),
  basis: cite(directoryBasis),
  load: async (tx, input, moment) => await lockLayWord(tx, moment.actor.centreId, input.layWordId),
  allow: mayKeepLayWords,
  decide: (target, _input, moment) => ({ id: target.id, phrase: target.phrase, on: moment.today }),
  async save(tx, change, moment) {
    await close(tx, moment.actor.centreId, change.id, change.on);
    return {};
  },
  audit: (change) => ({ what: { layWordId: change.id, phrase: change.phrase } }),
});
