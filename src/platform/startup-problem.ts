/** A fault that a person can mend before the start: shown as one sentence with its code, never as a stack trace. */
export class StartupProblem extends Error {
  readonly code: string;
  constructor(code: string, words: string) {
    super(words);
    this.code = code;
  }
}
