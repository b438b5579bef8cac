import { createHash } from 'node:crypto';
import { renderDocx } from '../../platform/documents/docx.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import type { JobHandler } from '../../platform/jobs/jobs.ts';
import { findUnrendered, storeFiles } from './db/documents.ts';

/** Makes the PDF and the DOCX of an issued document from its fixed words, once. */
export const renderJob: JobHandler = {
  kind: 'records.render',
  async run(inCentre, payload) {
    const id = String(payload['documentId']);
    const letter = await inCentre((db, centreId) => findUnrendered(db, centreId, id));
    if (!letter) return;
    const [pdf, docx] = await Promise.all([renderPdf(letter), renderDocx(letter)]);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    await inCentre((db, centreId) => storeFiles(db, centreId, id, { pdf, docx, sha256 }));
  },
};
