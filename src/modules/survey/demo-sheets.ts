import { randomUUID } from 'node:crypto';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/database/tenant.ts';
import { insertSheet, type Sheet } from './db/sheets.ts';
import { insertCopy, saveSecond } from './db/copies.ts';
import { useInvitationsOf } from './db/demo.ts';
import { findSurvey, findVersion } from './db/surveys.ts';
import type { DemoSheet } from './demo.ts';
import { typedTwice } from './domain/codes.ts';
import { columnsOf, encode } from './domain/columns.ts';

/** A made-up sheet of a drawn sample: on which day it came, of which stratum, and in how many minutes it was answered. */
export interface SampledSheet extends DemoSheet {
  day: string;
  stratumNo: number;
  minutes: number | null;
}

/**
 * For demonstrations: sheets of a published survey by sample, set-wise, because hundreds of people would take minutes to
 * answer. What is left is what the commands leave: the codes of who answered are used, sheets on paper have copies typed by
 * `first`, those drawn for it a second time by `second`.
 */
export async function demoSheets(
  tx: Db,
  centreId: string,
  surveyId: string,
  { sheets, first, second }: { sheets: readonly SampledSheet[]; first: Actor; second: Actor },
): Promise<void> {
  const survey = await findSurvey(tx, centreId, { id: surveyId }, true);
  const versionNo = survey?.answeredVersion ?? 0;
  const definition = await findVersion(tx, centreId, surveyId, versionNo);
  if (!survey || !definition) throw new Error('a survey that was published');
  const columns = columnsOf(definition);
  const kept = sheets.map(
    ({ mode, answers, day, stratumNo, minutes }): Sheet => ({
      ...encode(definition, answers, columns),
      id: randomUUID(),
      surveyId,
      versionNo,
      mode,
      day,
      lang: 'pl',
      stratumNo,
      minutes,
      flags: [],
    }),
  );
  await Promise.all(kept.map((sheet) => insertSheet(tx, { centreId, sheet })));
  const counts = new Map<number, number>();
  for (const { stratumNo } of sheets) counts.set(stratumNo, (counts.get(stratumNo) ?? 0) + 1);
  await useInvitationsOf(
    tx,
    centreId,
    surveyId,
    [...counts].map(([stratumNo, count]) => ({ stratumNo, count })),
  );
  const papers = kept.filter(({ mode }) => mode === 'paper');
  // The last copies printed: those before them were typed through the command.
  const from = survey.copies - papers.length;
  for (const [at, { id, day, codes, texts }] of papers.entries()) {
    const no = from + at + 1;
    await insertCopy(tx, centreId, { surveyId, no, sheetId: id, versionNo, by: first.accountId, on: day });
    if (typedTwice(survey.seed, no, survey.secondShare))
      await saveSecond(tx, centreId, surveyId, no, {
        codes,
        texts,
        by: second.accountId,
        on: day,
        differing: 0,
      });
  }
}
