import { sql } from 'kysely';
import type { Safe, SealedStore } from '../../../platform/vault/stores.ts';
import { sealedJsonColumn } from '../../../platform/vault/stores.ts';
import { sealedBy } from '../../../platform/vault/vault.ts';
import type { Answers } from '../domain/questions.ts';

/** The one question whose answer names a person and nobody else. */
const secret = 'pesel';

const placeOf = (centreId: string, caseId: string): string =>
  `application.answers.${secret}/${centreId}/${caseId}`;

const overSecret = (answers: Answers, change: (value: string) => string): Answers => {
  const value = answers[secret];
  return typeof value === 'string' ? { ...answers, [secret]: change(value) } : answers;
};

const isSealed = (value: string): boolean => /^v1\.[0-9a-f]{12}\./.test(value);

/** Answers of an application as its row keeps them: the PESEL sealed. */
export const sealAnswers = ({ centreId, vault }: Safe, caseId: string, answers: Answers): Answers =>
  overSecret(answers, (value) => vault.seal(value, placeOf(centreId, caseId)));

/** Answers of an application as they were given. */
export const openAnswers = ({ centreId, vault }: Safe, caseId: string, answers: Answers): Answers =>
  overSecret(answers, (value) => (isSealed(value) ? vault.open(value, placeOf(centreId, caseId)) : value));

/** The PESEL among the answers of applications. */
export const sealedAnswers: SealedStore = {
  name: 'application.answers',
  async reseal(tx, safe, limit) {
    const { centreId } = safe;
    const today = sealedBy(safe.vault.keyId);
    const { rows } = await sql<{ case_id: string; answers: Answers }>`
      select case_id, answers from application where centre_id = ${centreId}
        and not starts_with(coalesce(answers->>${secret}, ${today}), ${today})
      limit ${limit} for update`.execute(tx);
    for (const { case_id, answers } of rows) {
      const anew = sealAnswers(safe, case_id, openAnswers(safe, case_id, answers));
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
