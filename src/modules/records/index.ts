export {
  type IssueDocument,
  issueDocument,
  type IssuedDocument,
  type LetterContent,
  listDocuments,
  renderMessage,
} from './db/documents.ts';
export { type Filing, nextNumber, nextSign, type RecordClass } from './db/numbers.ts';
export { renderJob } from './render.ts';
