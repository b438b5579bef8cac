import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../../platform/root.ts';

/** How a requirement is met: by a test that fails otherwise, by a setting, by a written reason; `gap`: it is not. */
export const kinds = ['test', 'setting', 'reason', 'gap'] as const;
export type Kind = (typeof kinds)[number];

/** One requirement of OWASP ASVS 5.0.0: `where` is a file with a title or heading after #, or the name of a setting. */
export interface Requirement {
  id: string;
  level: 1 | 2;
  kind: Kind;
  where: string;
  says: string;
}

export interface Chapter {
  id: string;
  name: string;
  rows: Requirement[];
}

const row = z
  .tuple([
    z.string().regex(/^\d{1,2}\.\d{1,2}\.\d{1,2}$/),
    z.union([z.literal(1), z.literal(2)]),
    z.enum(kinds),
    z.string().min(1),
    z.string().min(1),
  ])
  .transform(([id, level, kind, where, says]): Requirement => ({ id, level, kind, where, says }));

const chapter = z
  .object({ chapter: z.string(), name: z.string(), source: z.string(), rows: z.array(row) })
  .transform((read): Chapter => ({ id: read.chapter, name: read.name, rows: read.rows }));

/** The map of the requirements of levels 1 and 2 (data/asvs), chapter by chapter. */
export const readAsvs = (): Chapter[] =>
  globSync('data/asvs/v*.json', { cwd: projectRoot })
    .sort()
    .map((file) => chapter.parse(JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8'))));
