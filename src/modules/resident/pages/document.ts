import { contentDisposition } from '../../../platform/files/name.ts';
import { file } from '../../../platform/http/route.ts';
import { documentFile, notReadyWords } from '../../records/index.ts';

/** A paper of the resident's own, as it was issued. */
export const ownDocumentFile = file({
  door: 'staff',
  path: '/:centre/moje/pismo/:documentId',
  async send(ask, request) {
    const found = await ask(documentFile, { documentId: request.params['documentId'], format: 'pdf' });
    if (!found.ok) return found;
    const { content, title, sign } = found.value;
    if (content === null)
      return { ok: false, problem: { kind: 'refused', code: 'records.not-ready', words: notReadyWords } };
    return {
      ok: true,
      value: {
        type: 'application/pdf',
        body: Buffer.from(content, 'base64'),
        name: contentDisposition(`${sign} ${title}.pdf`.trim(), 'inline'),
      },
    };
  },
});
