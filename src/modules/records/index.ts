import { documentFileRoute } from './pages/documents.tsx';
import { auditPage, metricPage } from './pages/trail.tsx';
import { pl } from './pl.ts';
import { documentFile } from './queries/document-file.ts';
import { auditLog, caseMetric, personTrail } from './queries/trail.ts';

export {
  type About,
  type IssueDocument,
  issueDocument,
  type IssuedDocument,
  type KeptPaper,
  type LetterContent,
  listDocuments,
  listPapers,
  newestPaper,
  renderMessage,
} from './db/documents.ts';
export { type Filing, nextSign, type RecordClass } from './db/numbers.ts';
export { opensDocument } from './domain/opens.ts';
export { DocumentList, PaperList, paperSchema } from './pages/documents.tsx';
export { PersonTrailSection } from './pages/trail.tsx';
export { renderJob } from './render.ts';
export { caseMetric, documentFile, personTrail };
/** What is said while the file of a document is being made. */
export const notReadyWords = pl.notReady;

/** What the module offers to the application. */
export const records = {
  commands: [],
  queries: [documentFile, personTrail, caseMetric, auditLog],
  routes: [documentFileRoute, metricPage, auditPage],
  words: pl.commands,
};
