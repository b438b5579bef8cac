import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { insertCodedWord, lockWord, settleWord } from '../db/review.ts';
import { areaField, groupKeys, ledgerBasis } from '../domain/unmet-need.ts';

const reviews = { service_organiser: always };

/** Counts a word that no search understood as a need in an area. */
export const codeWord = command({
  name: 'needs.code-word',
  summary: 'Count the askings of a word that no search understood as unmet needs in an area',
  input: z.object({
    wordId: id(),
    area: z.preprocess((value) => (value === '' ? undefined : value), areaField()),
    group: z.preprocess((value) => (value === '' ? undefined : value), z.enum(groupKeys).optional()),
  }),
  result: z.object({ accepted: z.number() }),
  basis: ledgerBasis,
  load: (tx, { wordId }, { actor }) => lockWord(tx, actor.centreId, wordId),
  allow: reviews,
  decide: (word, { area, group }) => ({ word, area, group: group ?? null }),
  async save(tx, { word, area, group }, moment) {
    await insertCodedWord(tx, moment, word, { area, group });
    await settleWord(tx, moment, word.id, 'coded');
    return { accepted: word.times };
  },
  audit: ({ word, area, group }) => ({ what: { word: word.word, times: word.times, area, group } }),
});

/** Takes a word off the list: it is no need, or the dictionary has learnt it. */
export const dismissWord = command({
  name: 'needs.dismiss-word',
  summary: 'Take a word that no search understood off the list without counting it',
  input: z.object({ wordId: id() }),
  result: z.object({ wordId: z.string() }),
  basis: ledgerBasis,
  load: (tx, { wordId }, { actor }) => lockWord(tx, actor.centreId, wordId),
  allow: reviews,
  decide: (word) => word,
  async save(tx, word, moment) {
    await settleWord(tx, moment, word.id, 'dismissed');
    return { wordId: word.id };
  },
  audit: (word) => ({ what: { word: word.word, times: word.times } }),
});
