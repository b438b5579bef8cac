import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../platform/root.ts';
import type { Ages } from './domain/ages.ts';
import { bases } from './domain/series.ts';
import { gminaKey } from './domain/teryt.ts';

const folder = path.join(projectRoot, 'data/population');
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const lines = (name: string): string[][] =>
  read(name)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(';'));

/** Reads a file at the first question, once. */
const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** State of the structure of every gmina: before the census of 2021. */
export const gminaYear = 2020;

export type GminaFacts = {
  /** Of 2026. */
  teryt: string;
  teryt2020: string;
  name: string;
  /** At the end of 2020; undefined: a gmina made after 2020 has no history. */
  people?: Ages;
};

const gminas = once(() => {
  const found = new Map<string, GminaFacts>();
  for (const [teryt = '', old = '', name = '', ...counts] of lines('gminas-2020.csv'))
    found.set(gminaKey(teryt), {
      teryt,
      teryt2020: old || teryt,
      name,
      ...(counts[0] === '' ? {} : { people: counts.map(Number) }),
    });
  return found;
});

/** Facts of a gmina by a code of 2020 or of 2026. */
export const gminaFacts = (teryt: string): GminaFacts | undefined => gminas().get(gminaKey(teryt));

/** Every gmina whose code begins so: of a powiat by 4 digits, of a voivodeship by 2. */
export const gminasUnder = (prefix: string): readonly GminaFacts[] =>
  [...gminas().values()].filter(({ teryt }) => teryt.startsWith(prefix));

const powiats = once(() => new Map(lines('powiats.csv').map(([teryt = '', name = '']) => [teryt, name])));

/** The name of a powiat by its 4 digits. */
export const powiatName = (teryt: string): string | undefined => powiats().get(teryt);

/** The powiats of a voivodeship by its 2 digits. */
export const powiatsUnder = (prefix: string): readonly { teryt: string; name: string }[] =>
  [...powiats()].flatMap(([teryt, name]) => (teryt.startsWith(prefix) ? [{ teryt, name }] : []));

const counts = z.array(z.number().nullable());

const voivodeshipFile = z.object({
  source: z.string(),
  firstYear: z.number(),
  ages: z.array(z.string()),
  breaks: z.array(z.object({ year: z.number(), why: z.string() })),
  voivodeships: z.array(
    z.object({
      teryt: z.string(),
      name: z.string(),
      men: z.array(counts),
      women: z.array(counts),
      births: counts,
      migrationWithin: counts,
      migrationAbroad: counts,
    }),
  ),
});

/** The series of voivodeships 2000-2023 by age and sex, births and migration. */
export const voivodeships = once(() => voivodeshipFile.parse(JSON.parse(read('voivodeships.json'))));

export type VoivodeshipFacts = z.infer<typeof voivodeshipFile>['voivodeships'][number];

export const voivodeshipFacts = (teryt: string): VoivodeshipFacts | undefined =>
  voivodeships().voivodeships.find((one) => one.teryt === teryt.slice(0, 2));

/** The 2 digits of a voivodeship by its name in any letters. */
export const voivodeshipCode = (name: string): string | undefined =>
  voivodeships().voivodeships.find((one) => one.name === name.trim().toLowerCase())?.teryt;

const base = z.enum(bases);

const profileFile = z.object({
  gminas: z.array(
    z.object({
      teryt: z.string(),
      name: z.string(),
      published: z.object({
        oldAge: z.number(),
        ageing: z.number(),
        share65: z.number(),
        share80: z.number(),
      }),
      totals: z.array(
        z.object({
          year: z.number(),
          base,
          total: z.number(),
          source: z.string(),
          note: z.string().optional(),
          /** 0-17, men 18-64, women 18-59, men 65+ and women 60+. */
          economic: z.array(z.number()).length(4).optional(),
        }),
      ),
      structures: z
        .array(
          z.object({
            year: z.number(),
            base,
            total: z.number(),
            people: counts.length(18),
            men: z.number(),
            women: z.number(),
            from65: z.number(),
            derived: z.array(z.string()).optional(),
            source: z.string(),
            note: z.string(),
          }),
        )
        .default([]),
      vital: z
        .array(z.object({ year: z.number(), births: z.number(), deaths: z.number(), source: z.string() }))
        .default([]),
      migration: z
        .array(z.object({ year: z.number(), inflow: z.number(), outflow: z.number(), source: z.string() }))
        .default([]),
    }),
  ),
});

export type ProfileFacts = z.infer<typeof profileFile>['gminas'][number];

const profiles = once(() => profileFile.parse(JSON.parse(read('profiles.json'))).gminas);

/** What a gmina says of itself beyond the national facts: yearly totals, newer structures, births, deaths, migration. */
export const profileOf = (teryt: string): ProfileFacts | undefined =>
  profiles().find((one) => gminaKey(one.teryt) === gminaKey(teryt));
