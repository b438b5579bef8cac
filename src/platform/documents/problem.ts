import { plFaults } from './pl.ts';

export type DocumentFault = keyof typeof plFaults;

/** A document that could not be made: Polish words for a person, a code, and the engine's own account for the log. */
export class DocumentProblem extends Error {
  readonly code: DocumentFault;
  constructor(code: DocumentFault, detail: string) {
    super(plFaults[code], { cause: detail });
    this.code = code;
  }
}
