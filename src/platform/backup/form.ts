import { z } from 'zod';

/**
 * Inside a backup, after sealing and compressing: lines. A header; for every table and centre a line that says which, the
 * rows as PostgreSQL copies them, and the line `\.`, which no row can be; a line of sums at the end.
 */
export const headerSchema = z.object({
  backup: z.literal(1),
  madeAt: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
});

export const blockSchema = z.object({
  table: z.string(),
  centre: z.string().nullable(),
  columns: z.array(z.string()),
});

export const sumsSchema = z.object({ sums: z.record(z.string(), z.number()) });

export type Header = z.infer<typeof headerSchema>;
export type Block = z.infer<typeof blockSchema>;

/** How many rows every table has. */
export type Sums = z.infer<typeof sumsSchema>['sums'];

export const endOfRows = String.raw`\.`;

/** One line of the form. */
export const lineOf = (value: Header | Block | { sums: Sums }): Buffer =>
  Buffer.from(`${JSON.stringify(value)}\n`);
