import { contentDisposition } from '../files/name.ts';
import { renderDocx } from './docx.ts';
import type { Letter } from './letter.ts';
import { renderPdf } from './pdf.ts';

/** What of a centre stands on its paper. */
interface Heading {
  name: string;
  gminas: readonly { name: string }[];
  letterhead: {
    addressLines: readonly string[];
    phone: string | null;
    email: string | null;
    web: string | null;
  };
}

/** The head of every letter of a centre; what a paper has no room for (letter.ts) is left out, never refused. */
export function letterheadOf({ name, gminas, letterhead }: Heading): Letter['letterhead'] {
  const { addressLines, phone, email, web } = letterhead;
  return {
    centreName: name,
    addressLines: addressLines.slice(0, 4),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...(web ? { web } : {}),
    gminas: gminas.map((gmina) => gmina.name).slice(0, 20),
  };
}

/** Whose paper a long document is set on, where and when. */
export interface Paper {
  letterhead: Letter['letterhead'];
  place: string;
  today: string;
  demonstration: boolean;
}

/** The paper of the centre that a page belongs to. */
export const paperOf = ({
  centre,
  today,
}: {
  centre: Heading & { place: string; demonstration: boolean };
  today: string;
}): Paper => ({
  letterhead: letterheadOf(centre),
  place: centre.place,
  today,
  demonstration: centre.demonstration,
});

const kinds = {
  pdf: { type: 'application/pdf', render: renderPdf, shown: 'inline' },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: renderDocx,
    shown: 'attachment',
  },
} as const;

/** As what a document is given: PDF is opened in the browser, DOCX is saved. */
export type PaperKind = keyof typeof kinds;

/** The document as a file of a page. Rejects with `DocumentProblem` when the PDF cannot be set. */
export async function paperFile(
  letter: Letter,
  kind: PaperKind,
  name: string,
): Promise<{ type: string; body: Uint8Array; name: string }> {
  const { type, render, shown } = kinds[kind];
  return { type, body: await render(letter), name: contentDisposition(`${name}.${kind}`, shown) };
}

/** A paper as it was issued: its kept file (`pdf`, base64) or, while that is being made, the same words set anew. */
export async function issuedPaperFile(
  { pdf, letter }: { pdf: string | null; letter: Letter },
  name: string,
): Promise<Awaited<ReturnType<typeof paperFile>>> {
  if (pdf === null) return await paperFile(letter, 'pdf', name);
  return {
    type: 'application/pdf',
    body: Buffer.from(pdf, 'base64'),
    name: contentDisposition(`${name}.pdf`, 'inline'),
  };
}
