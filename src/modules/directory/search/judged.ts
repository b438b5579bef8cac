import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { areaOf } from '../../../law/index.ts';
import { projectRoot } from '../../../platform/root.ts';
import type { SearchDocument } from './document.ts';

const text = z.string().nullable();
const servicesSchema = z.object({
  services: z.array(
    z.object({
      id: z.number(),
      gmina: text,
      area: z.number().nullable(),
      name: z.string(),
      about: text,
      recipients: text,
      conditions: text,
      fee: text,
      performer: text,
      source: z.string(),
    }),
  ),
});

const ids = z.array(z.number()).default([]);
const queriesSchema = z.object({
  queries: z.array(
    z.object({
      q: z.string(),
      /** What kind of query it is; `uk` and `en` are counted apart. */
      kind: z.string(),
      heldOut: z.boolean().default(false),
      grades: z.object({ 1: ids, 2: ids, 3: ids }),
    }),
  ),
});

export type JudgedQuery = z.infer<typeof queriesSchema>['queries'][number];

const read = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(projectRoot, 'data/search', name), 'utf8'));

/** The 134 real services of the judged set, as the search sees them. */
export const judgedServices = (): SearchDocument[] =>
  servicesSchema.parse(read('judged-services.json')).services.map((one) => ({
    id: String(one.id),
    words: {
      name: one.name,
      about: one.about,
      recipients: one.recipients,
      conditions: one.conditions,
      performer: one.performer,
      place: one.gmina,
      area: one.area === null ? null : (areaOf(one.area)?.name ?? null),
    },
    area: one.area,
    gminas: [],
    groups: [],
    reach: [],
    free: null,
    placesUntil: null,
    position: null,
  }));

/** The judged queries, in their order. */
export const judgedQueries = (): JudgedQuery[] => queriesSchema.parse(read('judged.json')).queries;

const best = 10;

/**
 * nDCG@10 of a ranking: 1 when the best services stand in the best order, 0 when none of the first ten answers.
 * Gain of a grade g is 2^g - 1 (Järvelin and Kekäläinen, 2002, in its usual web form).
 */
export function ndcg(ranking: readonly string[], { grades }: JudgedQuery): number {
  const gradeOf = new Map(
    ([1, 2, 3] as const).flatMap((grade) => grades[grade].map((id) => [String(id), grade] as const)),
  );
  const gain = (list: readonly number[]): number =>
    list.slice(0, best).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
  const ideal = [...gradeOf.values()].sort((a, b) => b - a);
  return gain(ranking.map((id) => gradeOf.get(id) ?? 0)) / gain(ideal);
}

/** The mean of nDCG@10 by kind of query, over all Polish ones, the held-out ones, and those in other languages. */
export function judge(rankingOf: (query: string) => readonly string[]): Map<string, number> {
  const values = new Map<string, number[]>();
  const note = (name: string, value: number): void =>
    void values.set(name, [...(values.get(name) ?? []), value]);
  for (const query of judgedQueries()) {
    const value = ndcg(rankingOf(query.q), query);
    const foreign = query.kind === 'uk' || query.kind === 'en';
    note(foreign ? 'Ukrainian and English' : 'Polish', value);
    if (!foreign) note(query.kind, value);
    if (!foreign && query.heldOut) note('held out', value);
  }
  return new Map(
    [...values].map(([name, list]) => [name, list.reduce((sum, one) => sum + one, 0) / list.length]),
  );
}
