import { sql } from 'kysely';
import type { SealedStore } from '../../../platform/vault/stores.ts';
import { sealedJsonColumn } from '../../../platform/vault/stores.ts';
import { sealedBy } from '../../../platform/vault/vault.ts';
import { openPeselAnswer, sealPeselAnswer } from '../../people/index.ts';
import type { Answers } from '../domain/questions.ts';

/** The PESEL among the answers of applications. */
export const sealedAnswers: SealedStore = {
  name: 'application.answers',
  async reseal(tx, safe, limit) {
    const { centreId } = safe;
    const today = sealedBy(safe.vault.keyId);
    const { rows } = await sql<{ case_id: string; answers: Answers }>`
      select case_id, answers from application where centre_id = ${centreId}
        and not starts_with(coalesce(answers->>'pesel', ${today}), ${today})
      limit ${limit} for update`.execute(tx);
    for (const { case_id, answers } of rows) {
      const anew = sealPeselAnswer(safe, case_id, openPeselAnswer(safe, case_id, answers));
      await sql`update application set answers = ${JSON.stringify(anew)}::jsonb
        where centre_id = ${centreId} and case_id = ${case_id}`.execute(tx);
    }
    return rows.length;
  },
};

/** Where the draft of an application on the web is kept: sealed whole, because nobody stands behind it yet. */
export const draftPlace = (centreId: string, tokenHash: Buffer): string =>
  `application_draft/${centreId}/${tokenHash.toString('hex')}`;

export const sealedWebDrafts = sealedJsonColumn({
  table: 'application_draft',
  column: 'content',
  keys: ['token_hash'],
  place: (centreId, row) => draftPlace(centreId, Buffer.from((row['token_hash'] ?? '').slice(2), 'hex')),
});
