import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  FrameAnchorType,
  FrameWrap,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { projectRoot } from '../root.ts';
import { blockOf } from './docx-blocks.ts';
import { listNumbering, stylesOf } from './docx-styles.ts';
import { colours, type NumberedRun, runsOf, type StyleName, styled, TEXT_WIDTH, twips } from './docx-text.ts';
import type { Block, Letter, Run } from './letter.ts';
import { mapStrings, xmlSafe } from './printable.ts';
import { contactLines, gminaLine, levelled, referenceOf } from './sheet.ts';
import { type FrameWords, frameWords, writtenDate } from './words.ts';

/**
 * The letter as an editable Word document (ECMA-376): named styles, header rows, language, page numbers.
 * The same words as the PDF; a person edits a copy, while what was issued stays stored.
 */
export async function renderDocx(letter: Letter): Promise<Uint8Array> {
  const { letter: safe, notes } = numbered(mapStrings(letter, xmlSafe));
  const words = frameWords(safe.lang);
  const document = new Document({
    title: [safe.title, safe.subtitle].filter(Boolean).join(' '),
    creator: safe.letterhead.centreName,
    description: '',
    lastModifiedBy: safe.letterhead.centreName,
    styles: stylesOf(safe.lang, safe.large),
    numbering: listNumbering,
    footnotes: Object.fromEntries(
      notes.map((note, index) => [index + 1, { children: [styled('Small', note)] }]),
    ),
    // Word fills the contents when the file is opened.
    ...(safe.report && { features: { updateFields: true } }),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: {
              left: twips(25),
              right: twips(20),
              top: twips(24),
              bottom: twips(22),
              header: twips(11),
              footer: twips(10),
            },
          },
        },
        headers: {
          first: new Header({ children: letterheadOf(safe) }),
          default: new Header({ children: [runningHead(safe)] }),
        },
        footers: { first: footerOf(safe, words), default: footerOf(safe, words) },
        children: bodyOf(safe, words),
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Every run with a note gets its number, in reading order. */
function numbered(letter: Letter): { letter: Letter; notes: string[] } {
  const notes: string[] = [];
  const number = (runs: readonly Run[]): NumberedRun[] =>
    runs.map((run) => (run.note === undefined ? run : { ...run, noteNumber: notes.push(run.note) }));
  const ofBlock = (block: Block): Block => {
    if (block.type === 'paragraph') return { ...block, runs: number(block.runs) };
    if (block.type === 'list') return { ...block, items: block.items.map(number) };
    return block.type === 'notice' ? { ...block, paragraphs: block.paragraphs.map(number) } : block;
  };
  return { letter: { ...letter, blocks: letter.blocks.map(ofBlock) }, notes };
}

/** The mark of `theme.typ` as a picture, 144 px square. */
const markPicture = (): Buffer => readFileSync(path.join(projectRoot, 'src/platform/documents/mark.png'));

const rightTab = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }];

function letterheadOf({ letterhead, banner }: Letter): Paragraph[] {
  const gminas = gminaLine(letterhead.gminas);
  const contact = [...letterhead.addressLines, ...contactLines(letterhead)].join(' · ');
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 8, space: 6, color: colours.accent } } as const;
  const mark = new ImageRun({
    type: 'png',
    data: markPicture(),
    transformation: { width: 34, height: 34 },
    altText: { name: 'mark', title: '', description: frameWords('pl').mark },
  });
  return [
    ...(banner === undefined ? [] : [styled('Banner', banner)]),
    new Paragraph({
      children: [mark, new TextRun({ text: `  ${letterhead.centreName}`, bold: true, size: 28 })],
      spacing: { after: 40 },
    }),
    ...(gminas === '' ? [] : [styled('Letterhead', gminas)]),
    new Paragraph({
      style: 'Letterhead',
      border: rule,
      spacing: { after: 240 },
      children: runsOf([{ text: contact }]),
    }),
  ];
}

const runningHead = ({ title, caseSign = '' }: Letter): Paragraph =>
  new Paragraph({
    style: 'Letterhead',
    tabStops: rightTab,
    children: [new TextRun(`${title}\t${caseSign}`)],
  });

function footerOf({ letterhead, banner }: Letter, words: FrameWords): Footer {
  const page = [`${words.page} `, PageNumber.CURRENT, ` ${words.pageOf} `, PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        style: 'Letterhead',
        tabStops: rightTab,
        children: [new TextRun(`${banner ?? letterhead.centreName}\t`), new TextRun({ children: page })],
      }),
    ],
  });
}

/** The address stands in a frame fixed to the page, where the window of a DL envelope is. */
const windowFrame = {
  type: 'absolute',
  position: { x: twips(112), y: twips(56) },
  width: twips(78),
  wrap: FrameWrap.AROUND,
  anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
} as const;

/** Brings the title below the address window, however few lines of reference stand beside it; in twips. */
function spaceAboveTitle(letter: Letter): number {
  if (letter.addressee.length === 0) return 360;
  const lines = referenceOf(letter).reduce((sum, item) => sum + 1 + item.lines.length, 1);
  return Math.max(480, twips(52) - lines * 300);
}

function bodyOf(letter: Letter, words: FrameWords): FileChild[] {
  let lists = 0;
  const context = {
    words,
    large: letter.large,
    nextList: () => lists++,
    numberedParts: letter.report !== undefined,
  };
  const { signature, instruction = [] } = letter;
  return [
    ...letter.addressee.map(
      (text) => new Paragraph({ style: 'Addressee', frame: windowFrame, children: runsOf([{ text }]) }),
    ),
    styled('Reference', `${letter.place}, ${writtenDate(letter.date, letter.lang)}`),
    ...referenceOf(letter).flatMap(({ label, lines }) => [
      styled('ReferenceLabel', label),
      ...lines.map((line) => styled('Reference', line)),
    ]),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      spacing: { before: spaceAboveTitle(letter), after: 80 },
      children: runsOf([{ text: letter.title }]),
    }),
    ...(letter.subtitle === undefined ? [] : [styled('Subtitle', letter.subtitle)]),
    ...(letter.report === undefined ? [] : coverOf(letter.report.state, words)),
    ...levelled(letter.blocks).flatMap((block) => blockOf(block, context)),
    ...(instruction.length === 0
      ? []
      : [
          new Paragraph({ heading: HeadingLevel.HEADING_2, children: runsOf([{ text: words.instruction }]) }),
          ...instruction.map(
            (runs) =>
              new Paragraph({ keepNext: signature !== undefined, keepLines: true, children: runsOf(runs) }),
          ),
        ]),
    ...(signature === undefined ? [] : signatureOf(signature)),
    ...smallList(words.attachments, letter.attachments ?? [], context.nextList()),
    ...smallList(words.recipients, letter.recipients ?? [], context.nextList()),
    ...(letter.footerNotes ?? []).map((note) => styled('Small', note)),
    ...levelled(letter.translation?.blocks ?? []).flatMap((block) => blockOf(block, context)),
  ];
}

/** State of the document and its contents, on the first page. */
const coverOf = (state: string, words: FrameWords): FileChild[] => [
  styled('Notice', state),
  styled('SmallHeading', words.contents),
  new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '2-3' }),
];

function signatureOf({ name, position, note = '' }: NonNullable<Letter['signature']>): Paragraph[] {
  const indent = { left: twips(87) };
  const line = (style: StyleName, text: string): Paragraph =>
    new Paragraph({ style, indent, keepLines: true, children: runsOf([{ text }]) });
  return [line('SignatureNote', note), line('Signature', name), line('Small', position)];
}

function smallList(title: string, items: readonly string[], instance: number): Paragraph[] {
  if (items.length === 0) return [];
  const numbering = { reference: 'numbers', level: 0, instance };
  return [
    styled('SmallHeading', title),
    ...items.map((text) => new Paragraph({ style: 'Small', numbering, children: runsOf([{ text }]) })),
  ];
}
