import { z } from 'zod';

const MAX_TEXT = 20_000;
const MAX_BLOCKS = 3_000;
const MAX_ROWS = 2_000;

const text = z.string().max(MAX_TEXT);
const line = z.string().min(1).max(500);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A piece of a paragraph; a line break inside `text` is kept. `note`: a footnote after it, e.g. where a figure comes from. */
const run = z.object({ text, bold: z.boolean().optional(), note: text.optional() });
const inline = z.array(run).min(1).max(200);

const table = z
  .object({
    type: z.literal('table'),
    caption: line.optional(),
    header: z.array(line).min(1).max(12),
    rows: z.array(z.array(text)).max(MAX_ROWS),
    /** Indexes of the columns that hold numbers: aligned to the right, in tabular figures. */
    numeric: z.array(z.int().nonnegative()).optional(),
  })
  .refine((value) => value.rows.every((row) => row.length === value.header.length), {
    message: 'every row has one cell for each column of the header',
  });

const week = z.object({
  type: z.literal('week'),
  caption: line.optional(),
  entries: z
    .array(
      z.object({
        /** ISO weekday: 1 is Monday, 7 is Sunday. */
        day: z.int().min(1).max(7),
        from: time,
        to: time.optional(),
        what: line,
        who: line.optional(),
        where: line.optional(),
      }),
    )
    .max(200),
});

const value = z.number().nullable();

/** Numbers that are drawn and, always, written in a table below the drawing. */
const chart = z
  .object({
    type: z.literal('chart'),
    drawing: z.enum(['bars', 'columns', 'lines', 'stacked', 'pyramid']),
    caption: line,
    labelHead: line,
    labels: z.array(line).min(1).max(120),
    /** `null`: the source does not say; drawn as a gap. `low`, `high`: bounds of an interval. */
    series: z
      .array(
        z.object({
          name: line,
          values: z.array(value),
          low: z.array(value).optional(),
          high: z.array(value).optional(),
        }),
      )
      .min(1)
      .max(6),
    intervalHead: line.optional(),
    decimals: z.int().min(0).max(4).optional(),
    /** Indexes of labels after which the base of the data changes: nothing is joined across. */
    breaks: z.array(z.int().nonnegative()).optional(),
    source: text,
  })
  .refine(({ labels, series }) => series.every(({ values }) => values.length === labels.length), {
    message: 'every series has one value for each label',
  });

/** A drawing made elsewhere (a map), as SVG that stands alone; its numbers belong in a table beside it. */
const drawing = z.object({
  type: z.literal('drawing'),
  caption: line,
  /** What is seen, for a person who does not see it. */
  alt: text,
  svg: z.string().max(400_000).startsWith('<svg'),
  source: text,
});

const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), runs: inline }),
  z.object({
    type: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    text: line,
  }),
  z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(inline).min(1).max(MAX_ROWS) }),
  table,
  z.object({
    type: z.literal('facts'),
    items: z
      .array(z.object({ term: line, value: text }))
      .min(1)
      .max(100),
  }),
  week,
  chart,
  drawing,
  z.object({ type: z.literal('notice'), title: line.optional(), paragraphs: z.array(inline).min(1).max(50) }),
  z.object({ type: z.literal('legalBasis'), text }),
  z.object({
    type: z.literal('signLines'),
    people: z
      .array(z.object({ role: line, name: line.optional() }))
      .min(1)
      .max(3),
  }),
  z.object({ type: z.literal('spacer') }),
]);

const letterhead = z.object({
  centreName: line,
  addressLines: z.array(line).max(4),
  phone: line.optional(),
  email: line.optional(),
  web: line.optional(),
  /** Names of the gminas that the centre serves; two or more where it works by agreement (art. 8-17 of the CUS Act). */
  gminas: z.array(line).max(20),
});

/**
 * A letter of the centre as it was issued: everything that stands on paper and nothing that is computed later.
 * It is stored as JSON beside its renderings, so that a copy made years from now says the same words.
 */
export const letterSchema = z.object({
  /** What the letter is, in dots: `decision.refusal`, `plan.copy`. Not printed. */
  kind: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/),
  lang: z.enum(['pl', 'uk', 'en']),
  /** Large print for residents: 18 pt and a week drawn day by day. */
  large: z.boolean(),
  letterhead,
  caseSign: line.optional(),
  /** Who answers questions about the case, printed beside the case sign. */
  handler: z
    .object({ name: line, position: line.optional(), phone: line.optional(), email: line.optional() })
    .optional(),
  place: line,
  date: z.iso.date(),
  /** Printed where the window of a DL envelope is; none for a protocol or a paper handed over. */
  addressee: z.array(line).max(6),
  title: line,
  /** Second line of the title: "o odmowie zakwalifikowania…". */
  subtitle: line.optional(),
  blocks: z.array(block).max(MAX_BLOCKS),
  /** How to appeal or what may be done next, printed above the signature so that the signature covers it (KPA art. 107). */
  instruction: z.array(inline).max(20).optional(),
  signature: z.object({ name: line, position: line, note: line.optional() }).optional(),
  attachments: z.array(line).max(50).optional(),
  /** Who receives a copy ("Otrzymują"). */
  recipients: z.array(line).max(50).optional(),
  footerNotes: z.array(text).max(10).optional(),
  /** What the letter says in another language, below everything that is signed: no part of a decision. */
  translation: z.object({ lang: z.enum(['uk', 'en']), blocks: z.array(block).max(40) }).optional(),
  /** A long document instead of a letter: a cover with its state ("Projekt do konsultacji"), contents, numbered parts. */
  report: z.object({ state: line }).optional(),
  /** One line at the head of every page, e.g. that the letter belongs to a demonstration. */
  banner: line.optional(),
});

export type Letter = z.infer<typeof letterSchema>;
export type Block = Letter['blocks'][number];
export type Run = z.infer<typeof run>;
export type ChartBlock = Extract<Block, { type: 'chart' }>;
export type WeekEntry = Extract<Block, { type: 'week' }>['entries'][number];
export type LetterLanguage = Letter['lang'];

/** A paragraph of plain text. */
export const paragraph = (words: string): Block => ({ type: 'paragraph', runs: [{ text: words }] });

/** A heading inside the letter; 2 for a part, 3 for a part of a part, 4 below it. */
export const heading = (words: string, level: 2 | 3 | 4 = 2): Block => ({
  type: 'heading',
  level,
  text: words,
});
