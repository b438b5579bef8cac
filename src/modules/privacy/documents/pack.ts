import type { Block, Letter } from '../../../platform/documents/letter.ts';
import { heading, paragraph } from '../../../platform/documents/letter.ts';
import { paperOf } from '../../../platform/documents/paper.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { writeZip } from '../../../platform/files/zip-write.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import { shortDate } from '../../../ui/index.ts';
import type { Held } from '../domain/holdings.ts';
import { pl } from '../pl.ts';
import { codeWords, columnWords, firstColumns, tableWords } from '../pl-columns.ts';

const words = pl.pack;

/** Blocks that a letter has room for, with some left for its end. */
const most = 2_900;
const longest = 4_000;

/** A value in words: dates as they are written, lists and nested facts line by line. */
function valueWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string')
    return /^\d{4}-\d{2}-\d{2}(T|$)/.test(value) ? shortDate(value.slice(0, 10)) : value;
  if (Array.isArray(value)) return value.map(valueWords).join('; ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== '')
      .map(([name, inner]) => `${columnWords[name] ?? name}: ${valueWords(inner)}`)
      .join('; ');
  return String(value);
}

/** What was done, by the part of the centre's work that it belongs to. */
const lookWords = (action: string, kind: string): string => {
  const part = words.parts[action.split('.')[0] ?? ''] ?? words.parts['other'];
  return `${kind === 'read' ? words.read : words.changed}: ${part ?? action}`;
};

const placeOf = (column: string): number => {
  const at = firstColumns.indexOf(column);
  return at < 0 ? firstColumns.length : at;
};

const wordsOf = (column: string, value: unknown): string =>
  (typeof value === 'string' ? codeWords[column]?.[value] : undefined) ?? valueWords(value);

/** A row of what is held in words: what each fact is called, and what it says. */
export const heldFacts = (row: Record<string, unknown>): { term: string; value: string }[] =>
  Object.entries(row)
    .toSorted(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([column, value]) => ({
      term: columnWords[column] ?? column,
      value: wordsOf(column, value).slice(0, longest) || '–',
    }));

const factsOf = (row: Record<string, unknown>): Block => ({ type: 'facts', items: heldFacts(row) });

const partOf = ({ table, rows }: Held, titles: Readonly<Record<string, string>>): Block[] => [
  heading(titles[table] ?? table),
  ...rows
    .filter((row) => Object.keys(row).length > 0)
    .flatMap((row, at): Block[] => [
      ...(rows.length > 1 ? [paragraph(words.row(at + 1))] : []),
      factsOf(row),
    ]),
];

/** What is held, table by table, as parts of a document that a person reads. */
export const heldBlocks = (
  held: readonly Held[],
  titles: Readonly<Record<string, string>> = tableWords,
): Block[] => held.flatMap((part) => partOf(part, titles));

export interface Pack {
  name: string;
  held: Held[];
  looks: { at: string; action: string; kind: string; position: string }[];
  files: { kind: 'document' | 'attachment'; name: string; content: string }[];
}

/** The document that a person reads: everything held, table by table, and who looked. */
export function packLetter(pack: Pack, request: Pick<PageRequest, 'centre' | 'today'>): Letter {
  const { letterhead, place, today, demonstration } = paperOf(request);
  const all = heldBlocks(pack.held);
  const looks = pack.looks.slice(0, 500);
  return {
    kind: words.kind,
    lang: 'pl',
    large: false,
    letterhead,
    place,
    date: today,
    addressee: [pack.name],
    title: words.title,
    blocks: [
      paragraph(words.intro),
      paragraph(words.others),
      ...all.slice(0, most),
      ...(all.length > most ? [paragraph(words.more)] : []),
      heading(words.looks),
      looks.length === 0
        ? paragraph(words.none)
        : {
            type: 'table',
            header: [...words.looksHead],
            rows: looks.map(({ at, action, kind, position }) => [
              at,
              lookWords(action, kind),
              position || '–',
            ]),
          },
      ...(pack.looks.length > looks.length ? [paragraph(words.more)] : []),
      paragraph(words.rights),
    ],
    ...(demonstration ? { banner: words.demonstration } : {}),
  };
}

const folders = { document: 'pisma', attachment: 'zalaczniki' } as const;

/** A name that an archive unpacks anywhere, into its own folder. */
export const safeName = (name: string): string =>
  name.replaceAll(/[^\p{L}\p{N}. ,()-]+/gu, '_').replace(/^\.+/, '_');

/** The pack as one archive: the document, the same as data, letters and attachments. */
export async function packFile(
  pack: Pack,
  request: PageRequest,
): Promise<{ type: string; body: Uint8Array; name: string }> {
  const pdf = await renderPdf(packLetter(pack, request));
  const { files, ...data } = pack;
  const body = writeZip([
    { name: 'dane-osobowe.pdf', content: pdf },
    { name: 'dane.json', content: `${JSON.stringify(data, null, 2)}\n` },
    ...files.map((one, at) => ({
      name: `${folders[one.kind]}/${String(at + 1).padStart(3, '0')} ${safeName(one.name)}`,
      content: Buffer.from(one.content, 'base64'),
    })),
  ]);
  // The name says nothing of the person: it stays in lists of downloads.
  return { type: 'application/zip', body, name: `dane-osobowe-${request.today}.zip` };
}
