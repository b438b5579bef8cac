import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  type ITableBordersOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { bitmapOf } from './bitmap.ts';
import { chartSvg, chartTable } from './chart.ts';
import { colours, runsOf, type StyleName, styled, TEXT_WIDTH, twips } from './docx-text.ts';
import type { Block } from './letter.ts';
import { columnWeights, daysOf } from './sheet.ts';
import type { FrameWords } from './words.ts';

type Of<Type extends Block['type']> = Extract<Block, { type: Type }>;
type Day = ReturnType<typeof daysOf>[number];

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hair = { style: BorderStyle.SINGLE, size: 4, color: colours.hair } as const;
const bare: ITableBordersOptions = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
const ruled: ITableBordersOptions = { ...bare, bottom: hair, insideHorizontal: hair };
const headRule = { bottom: { style: BorderStyle.SINGLE, size: 8, color: colours.ink } } as const;

/** What the blocks of one letter share: frame words, size of print, and a number for each list of its own. */
export type BlockContext = {
  readonly words: FrameWords;
  readonly large: boolean;
  readonly nextList: () => number;
  /** Of a long document the parts have numbers. */
  readonly numberedParts: boolean;
};

type Drawn = (Paragraph | Table)[];
type Drawers = { readonly [Type in Block['type']]: (block: Of<Type>, context: BlockContext) => Drawn };

const drawers: Drawers = {
  paragraph: ({ runs }) => [new Paragraph({ children: runsOf(runs) })],
  heading: ({ level, text }, { numberedParts }) => [
    new Paragraph({
      heading: headingLevels[level],
      ...(numberedParts && level !== 4 && { numbering: { reference: 'parts', level: level - 2 } }),
      children: runsOf([{ text }]),
    }),
  ],
  list: (block, context) => listOf(block, context.nextList()),
  table: (block) => [...captionOf(block.caption), dataTable(block), gap()],
  facts: factsOf,
  chart: (block, { words }) => [
    ...pictureOf(block.caption, `${block.caption}. ${words.chartOf}`, chartSvg(block).svg),
    ...sourceOf(block.source, words),
    dataTable({ type: 'table', ...chartTable(block) }),
    gap(),
  ],
  drawing: ({ caption, alt, svg, source }, { words }) => [
    ...pictureOf(caption, alt, svg),
    ...sourceOf(source, words),
  ],
  week: (block, context) => [...captionOf(block.caption), weekTable(block, context), gap()],
  notice: ({ title, paragraphs }) => [
    ...(title === undefined ? [] : [styled('NoticeTitle', title)]),
    ...paragraphs.map((runs) => new Paragraph({ style: 'Notice', children: runsOf(runs) })),
    gap(),
  ],
  legalBasis: ({ text }, { words }) => [
    new Paragraph({
      style: 'LegalBasis',
      children: runsOf([{ text: `${words.legalBasis}: `, bold: true }, { text }]),
    }),
  ],
  signLines: (block) => [signLines(block)],
  spacer: () => [new Paragraph({})],
};

/** One block of a letter as Word paragraphs and tables, in named styles. */
export function blockOf<Type extends Block['type']>(block: Of<Type>, context: BlockContext): Drawn {
  const draw: Drawers[Type] = drawers[block.type];
  return draw(block, context);
}

const headingLevels = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** Pixels of the text width at 96 dots an inch, the unit of pictures in the writer of the file. */
const PICTURE_WIDTH = Math.round((165 / 25.4) * 96);

/** The drawing as SVG, with a bitmap for editors that show none; described for a person who does not see it. */
function pictureOf(caption: string, alt: string, svg: string): Paragraph[] {
  const { png, width, height } = bitmapOf(svg);
  const transformation = { width: PICTURE_WIDTH, height: Math.round((PICTURE_WIDTH * height) / width) };
  const picture = new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    transformation,
    fallback: { type: 'png', data: png },
    altText: { name: caption, title: caption, description: alt },
  });
  return [styled('TableCaption', caption), new Paragraph({ keepNext: true, children: [picture] })];
}

const sourceOf = (source: string, words: FrameWords): Paragraph[] =>
  source === '' ? [] : [styled('Small', `${words.source}: ${source}`)];

const gap = (): Paragraph => new Paragraph({ style: 'Small' });

const captionOf = (caption: string | undefined): Paragraph[] =>
  caption === undefined ? [] : [styled('TableCaption', caption)];

function listOf({ ordered, items }: Of<'list'>, instance: number): Paragraph[] {
  const numbering = { reference: ordered ? 'numbers' : 'bullets', level: 0, instance };
  return items.map((runs) => new Paragraph({ numbering, children: runsOf(runs) }));
}

/** Column widths that fill the text width in proportion to `weights`, in twips. */
function widthsOf(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.floor((TEXT_WIDTH * weight) / sum));
}

function gridTable(columnWidths: readonly number[], rows: TableRow[], borders: ITableBordersOptions): Table {
  return new Table({
    rows,
    columnWidths,
    borders,
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
  });
}

function headerRow(names: readonly string[], right: (column: number) => boolean): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: names.map(
      (name, column) =>
        new TableCell({ borders: headRule, children: [cellText('CellHead', name, right(column))] }),
    ),
  });
}

const cellText = (style: StyleName, text: string, right: boolean): Paragraph =>
  new Paragraph({
    style,
    alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
    children: runsOf([{ text }]),
  });

function dataTable({ header, rows, numeric = [] }: Of<'table'>): Table {
  const right = (column: number): boolean => numeric.includes(column);
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map(
          (text, column) => new TableCell({ children: [cellText('Cell', text, right(column))] }),
        ),
      }),
  );
  return gridTable(widthsOf(columnWeights(header, rows)), [headerRow(header, right), ...body], ruled);
}

function factsOf({ items }: Of<'facts'>, { large }: BlockContext): Drawn {
  if (large)
    return items.flatMap(({ term, value }) => [styled('FactTerm', term), styled('FactValue', value)]);
  const rows = items.map(
    ({ term, value }) =>
      new TableRow({
        children: [
          new TableCell({ children: [styled('FactTerm', term)] }),
          new TableCell({ children: [styled('FactValue', value)] }),
        ],
      }),
  );
  return [gridTable(widthsOf([46, 119]), rows, bare), gap()];
}

function entriesOf(day: Day, empty: string): Paragraph[] {
  if (day.entries.length === 0) return [styled('Cell', empty)];
  return day.entries.map(
    ({ time, what, detail }) =>
      new Paragraph({
        style: 'Cell',
        shading: { type: ShadingType.CLEAR, fill: colours.tint },
        children: runsOf([{ text: time, bold: true }, { text: `\n${[what, ...detail].join('\n')}` }]),
      }),
  );
}

function weekTable({ entries }: Of<'week'>, { words, large }: BlockContext): Table {
  const days = daysOf(entries, words);
  const left = (): boolean => false;
  if (large) {
    const rows = days.map(
      (day) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              children: [
                new Paragraph({ style: 'Cell', children: runsOf([{ text: day.name, bold: true }]) }),
              ],
            }),
            new TableCell({ children: entriesOf(day, words.weekFree) }),
          ],
        }),
    );
    return gridTable(widthsOf([43, 122]), [headerRow([words.weekDay, words.weekPlan], left), ...rows], ruled);
  }
  const names = days.map((day) => day.name);
  const row = new TableRow({ children: days.map((day) => new TableCell({ children: entriesOf(day, '–') })) });
  return gridTable(widthsOf(names.map(() => 1)), [headerRow(names, left), row], {
    ...ruled,
    insideVertical: hair,
  });
}

function signLines({ people }: Of<'signLines'>): Table {
  const line = { top: { style: BorderStyle.SINGLE, size: 6, color: colours.quiet } } as const;
  const cells = people.flatMap(({ role, name }, index) => {
    const cell = new TableCell({
      borders: line,
      children: [styled('Small', role), ...(name === undefined ? [] : [styled('Small', name)])],
    });
    const between = new TableCell({
      children: [new Paragraph({ style: 'Small', children: [new TextRun('')] })],
    });
    return index === 0 ? [cell] : [between, cell];
  });
  const widths = people.flatMap((_, index) => (index === 0 ? [7] : [1, 7]));
  const space = new TableRow({
    height: { value: twips(18), rule: 'atLeast' },
    children: cells.map(() => new TableCell({ children: [new Paragraph({ style: 'Small' })] })),
  });
  return gridTable(widthsOf(widths), [space, new TableRow({ cantSplit: true, children: cells })], bare);
}
