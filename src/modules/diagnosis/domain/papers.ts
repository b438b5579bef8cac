/** Papers of a diagnosis that are kept as they were on their day. */
export const paperKinds = {
  /** The diagnosis itself: as it was consulted, handed over, and as it is in force. */
  document: 'diagnosis.document',
  report: 'diagnosis.consultation-report',
  /** The letter with which it was handed over (art. 21). */
  cover: 'diagnosis.cover-letter',
} as const;
export type PaperKind = (typeof paperKinds)[keyof typeof paperKinds];
