import { createHash } from 'node:crypto';
import type { Block, Letter } from '../../../platform/documents/letter.ts';
import { heading, letterSchema, paragraph } from '../../../platform/documents/letter.ts';
import { paperOf } from '../../../platform/documents/paper.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { writeZip } from '../../../platform/files/zip-write.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import { csvText } from '../../../platform/tables/csv.ts';
import { drawLots } from '../../../statistics/index.ts';
import { shortDate } from '../../../ui/index.ts';
import { heldBlocks, safeName } from '../../privacy/index.ts';
import { pl } from '../pl.ts';
import type { InspectionPack } from '../queries/sampled.ts';

const words = pl.pack;

/** Blocks that a letter has room for, with some left for its head. */
const most = 2_900;
/** Rows that a table of a letter has room for. */
const mostRows = 400;

type File = InspectionPack['files'][number];
type Asker = Pick<PageRequest, 'centre' | 'today'>;

/** How a file is spoken of: by its sign, or by its number. */
const nameOf = ({ sign, position }: Pick<File, 'sign' | 'position'>): string => sign ?? String(position);

const onPaper = (request: Asker): Omit<Letter, 'kind' | 'title' | 'blocks'> => {
  const { letterhead, place, today, demonstration } = paperOf(request);
  return {
    lang: 'pl',
    large: false,
    letterhead,
    place,
    date: today,
    addressee: [],
    ...(demonstration ? { banner: words.demonstration } : {}),
  };
};

/** The record of one case as a person reads it. */
export function recordLetter(file: File, request: Asker): Letter {
  const held = heldBlocks(file.held, pl.tables);
  return {
    ...onPaper(request),
    kind: words.fileKind,
    title: words.fileTitle(nameOf(file)),
    blocks: [
      {
        type: 'facts',
        items: [
          { term: words.sign, value: file.sign ?? pl.one.noSign },
          { term: words.received, value: shortDate(file.receivedOn) },
        ],
      },
      ...(file.addressHidden ? [paragraph(words.hiddenNote)] : []),
      ...(held.length === 0 ? [paragraph(words.none)] : held.slice(0, most)),
      ...(held.length > most ? [paragraph(words.more)] : []),
    ],
  };
}

const scopeOf = ({ head }: InspectionPack): Block => ({
  type: 'facts',
  items: [
    { term: pl.one.authority, value: `${pl.authorities[head.authority]}: ${head.authorityName}` },
    { term: pl.one.ground, value: head.ground },
    { term: pl.one.authorisation, value: head.authorisation },
    {
      term: pl.one.scope,
      value: `${head.kinds.map((kind) => pl.kinds[kind]).join(', ')}; ${shortDate(head.periodFrom)} – ${shortDate(head.periodTo)}`,
    },
    { term: pl.one.days, value: `${shortDate(head.validFrom)} – ${shortDate(head.validTo)}` },
  ],
});

const drawingWords = ({ drawing }: InspectionPack): string =>
  drawing ? words.seed(drawing.seed, drawing.frame, drawing.size) : words.noDrawing;

/** A file of the archive with what the table of contents says of it. */
interface Part {
  name: string;
  content: Uint8Array | string;
  of: File;
}

/** What stands in the table of contents: a line for each file of each case, and one for what was withheld. */
const contentRows = (files: readonly File[], parts: readonly Part[]): string[][] =>
  files.flatMap((file) => {
    const line = (what: string): string[] => [
      String(file.position),
      file.sign ?? pl.one.noSign,
      file.title,
      pl.one.way[file.how],
      file.addressHidden ? pl.one.addressHidden : '',
      what,
    ];
    const own = parts.filter(({ of }) => of === file).map(({ name }) => line(name));
    return file.addressHidden && file.papers.length > 0
      ? [...own, line(words.withheld(file.papers.length))]
      : own;
  });

/** The same for a reader: what a file is stands once, and its papers below one another. */
const readRows = (rows: readonly string[][]): string[][] =>
  rows.map(([no = '', sign = '', title = '', how = '', address = '', path = ''], at) => {
    const first = rows[at - 1]?.[0] !== no;
    const what = [sign, title, how, address && words.addressIs(address)].filter(Boolean).join(', ');
    return [first ? no : '', first ? what : '', path.replace(/^akta\/[^/]+\//, '')];
  });

function contentsLetter(pack: InspectionPack, rows: readonly string[][], request: Asker): Letter {
  const shown = readRows(rows.slice(0, mostRows));
  return {
    ...onPaper(request),
    kind: words.kind,
    title: words.title,
    blocks: [
      heading(words.scope),
      scopeOf(pack),
      heading(words.sample),
      paragraph(drawingWords(pack)),
      heading(words.files),
      ...(shown.length === 0
        ? [paragraph(pl.one.filesNone)]
        : [{ type: 'table' as const, header: [...words.readColumns], rows: shown }]),
      ...(rows.length > shown.length ? [paragraph(words.more)] : []),
    ],
  };
}

const contentOf = async (one: File['contents'][number]): Promise<Uint8Array> =>
  one.content === null ? await renderPdf(letterSchema.parse(one.letter)) : Buffer.from(one.content, 'base64');

async function partsOf(file: File, request: Asker): Promise<Part[]> {
  const folder = `akta/${String(file.position).padStart(3, '0')} ${safeName(nameOf(file))}`;
  const { contents, inspectors: _who, running: _now, sampled: _in, ...record } = file;
  const papers = contents.map(async (one, at): Promise<Part> => {
    const end = one.kind === 'document' ? '.pdf' : '';
    const name = `${String(at + 1).padStart(3, '0')} ${one.on} ${safeName(one.title)}${end}`;
    return { name: `${folder}/${words.folders[one.kind]}/${name}`, content: await contentOf(one), of: file };
  });
  return [
    {
      name: `${folder}/${words.record}.pdf`,
      content: await renderPdf(recordLetter(file, request)),
      of: file,
    },
    { name: `${folder}/${words.record}.json`, content: `${JSON.stringify(record, null, 2)}\n`, of: file },
    ...(await Promise.all(papers)),
  ];
}

const bytesOf = (content: Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content;

const lotRows = ({ frame, drawing }: InspectionPack): (string | number)[][] =>
  drawing === null
    ? []
    : drawLots(frame, drawing.size, drawing.seed).map(({ name, lot, drawn }, at) => [
        at + 1,
        name,
        lot,
        drawn ? words.yes : words.no,
      ]);

/**
 * The sampled files as one archive: table of contents (PDF, CSV), of each file the record (PDF, JSON), papers and
 * attachments, the drawing so that it can be repeated, and the SHA-256 of every file but that list itself.
 */
export async function packFile(
  pack: InspectionPack,
  request: Asker,
): Promise<{ type: string; body: Uint8Array; name: string }> {
  const parts: Part[] = [];
  // File by file: two hundred letters set at once would hold up everybody else's.
  for (const file of pack.files) parts.push(...(await partsOf(file, request)));
  const rows = contentRows(pack.files, parts);
  const files: { name: string; content: Uint8Array | string }[] = [
    { name: `${words.contents}.pdf`, content: await renderPdf(contentsLetter(pack, rows, request)) },
    { name: `${words.contents}.csv`, content: csvText([words.columns, ...rows]) },
    ...(pack.drawing ? [{ name: words.lots, content: csvText([words.lotColumns, ...lotRows(pack)]) }] : []),
    ...parts.map(({ name, content }) => ({ name, content })),
  ];
  const hashes = files.map(({ name, content }) => {
    const bytes = bytesOf(content);
    return [name, createHash('sha256').update(bytes).digest('hex'), bytes.length];
  });
  const body = writeZip([...files, { name: words.hashes, content: csvText([words.hashColumns, ...hashes]) }]);
  return { type: 'application/zip', body, name: `kontrola-akta-${request.today}.zip` };
}
