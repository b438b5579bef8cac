import { contentDisposition } from '../../../platform/files/name.ts';
import { file } from '../../../platform/http/route.ts';
import { About, DateText, Table } from '../../../ui/index.ts';
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
        cell: (one) =>
          one.ready ? (
            <>
              <a href={`/praca/pisma/${one.id}/pdf`}>
                PDF
                <About about={`${one.title}, ${one.issuedOn}`} />
              </a>{' '}
              <a href={`/praca/pisma/${one.id}/docx`}>
                DOCX
                <About about={`${one.title}, ${one.issuedOn}`} />
              </a>
            </>
          ) : (
            // The same page again: by then the worker has made the files.
            <a href="">{words.waiting}</a>
          ),
      },
    ]}
  />
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
