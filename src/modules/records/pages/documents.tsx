import { z } from 'zod';
import { contentDisposition } from '../../../platform/files/name.ts';
import { file } from '../../../platform/http/route.ts';
import { About, DateText, fullDate, Stack, Table } from '../../../ui/index.ts';
import type { KeptPaper } from '../db/documents.ts';
import { pl } from '../pl.ts';
import { documentFile } from '../queries/document-file.ts';

export interface ListedDocument {
  id: string;
  title: string;
  sign: string;
  issuedOn: string;
  issuedBy: string | null;
  ready: boolean;
}

const words = pl.documents;

const Files = ({
  of: { id, title, issuedOn },
  ready,
}: {
  of: { id: string; title: string; issuedOn: string };
  ready: boolean;
}) =>
  ready ? (
    <>
      <a href={`/praca/pisma/${id}/pdf`}>
        PDF
        <About about={`${title}, ${issuedOn}`} />
      </a>{' '}
      <a href={`/praca/pisma/${id}/docx`}>
        DOCX
        <About about={`${title}, ${issuedOn}`} />
      </a>
    </>
  ) : (
    // The same page again: by then the worker has made the files.
    <a href="">{words.waiting}</a>
  );

/** Documents of a case or a person with their files. */
export const DocumentList = ({ documents }: { documents: readonly ListedDocument[] }) => (
  <Table
    caption={words.caption}
    captionHidden
    rows={documents}
    rowKey={(one) => one.id}
    empty={<p>{words.none}</p>}
    columns={[
      { key: 'title', label: words.title, rowHeader: true, cell: (one) => one.title },
      {
        key: 'issued',
        label: words.issued,
        numeric: true,
        nowrap: true,
        cell: (one) => <DateText date={one.issuedOn} />,
      },
      { key: 'by', label: words.by, cell: (one) => one.issuedBy ?? '–' },
      {
        key: 'files',
        label: words.files,
        cell: (one) => <Files of={one} ready={one.ready} />,
      },
    ]}
  />
);

export const paperSchema = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  issuedOn: z.string(),
  issuedBy: z.string().nullable(),
  sha256: z.string().nullable(),
});

/** Versions of a paper that belongs to no case, as issued: they stay as they are whatever the figures become. */
export const PaperList = ({ papers }: { papers: readonly KeptPaper[] }) => (
  <Stack>
    <Table
      caption={pl.papers.caption}
      captionHidden
      rows={papers}
      rowKey={(one) => one.id}
      empty={<p>{pl.papers.none}</p>}
      columns={[
        {
          key: 'title',
          label: pl.papers.title,
          rowHeader: true,
          cell: (one) => `${one.title}, ${pl.papers.of(fullDate(one.issuedOn))}`,
        },
        { key: 'by', label: words.by, cell: (one) => one.issuedBy ?? '–' },
        { key: 'files', label: words.files, cell: (one) => <Files of={one} ready={one.sha256 !== null} /> },
        {
          key: 'hash',
          label: pl.papers.hash,
          cell: (one) => (one.sha256 === null ? '–' : <code class="hash">{one.sha256}</code>),
        },
      ]}
    />
    {papers.length > 0 && <p class="description-note">{pl.papers.hashAbout}</p>}
  </Stack>
);

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The file of a document, as issued. */
export const documentFileRoute = file({
  door: 'staff',
  path: '/praca/pisma/:documentId/:format',
  async send(ask, request) {
    const format = request.params['format'] === 'docx' ? 'docx' : 'pdf';
    const found = await ask(documentFile, { documentId: request.params['documentId'], format });
    if (!found.ok) return found;
    const { content, title, sign } = found.value;
    if (content === null)
      return { ok: false, problem: { kind: 'refused', code: 'records.not-ready', words: pl.notReady } };
    return {
      ok: true,
      value: {
        type: types[format],
        body: Buffer.from(content, 'base64'),
        name: contentDisposition(
          `${sign} ${title}.${format}`.trim(),
          format === 'pdf' ? 'inline' : 'attachment',
        ),
      },
    };
  },
});
