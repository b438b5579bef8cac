import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../root.ts';
import type { Letter } from './letter.ts';
import { DocumentProblem } from './problem.ts';
import { sheetOf } from './sheet.ts';
import { TYPST_PACKAGE } from './typst.ts';
import type { TypesetReply, TypesetRequest } from './typst-process.ts';

const SECONDS_PER_LETTER = 30;

type Job = {
  readonly request: TypesetRequest;
  readonly done: (pdf: Uint8Array) => void;
  readonly failed: (problem: DocumentProblem) => void;
};

export type PdfRenderer = {
  /** The letter as tagged PDF/UA-1; the same letter gives the same bytes. Rejects with `DocumentProblem`. */
  readonly render: (letter: Letter) => Promise<Uint8Array>;
  /** Ends the child processes; letters still waiting are rejected. */
  readonly close: () => void;
};

const isReply = (value: unknown): value is TypesetReply =>
  typeof value === 'object' && value !== null && ('pdf' in value || 'fault' in value);

/**
 * A renderer with `processes` typesetters in processes of their own, started on the first letter.
 * Not worker threads: Typst 0.14 can abort its whole process on a hostile text (seen with mixed directions), and the
 * web server must outlive that. A process that dies fails only the letter in its hands; the next one gets a new process.
 */
export function createPdfRenderer(options: { processes?: number; engine?: string } = {}): PdfRenderer {
  const { processes = 1, engine = TYPST_PACKAGE } = options;
  const queue: Job[] = [];
  const idle: ChildProcess[] = [];
  const all = new Set<ChildProcess>();

  const pump = (): void => {
    while (queue.length > 0 && (idle.length > 0 || all.size < processes)) {
      const job = queue.shift();
      if (job !== undefined) give(job, idle.pop() ?? start());
    }
  };

  const start = (): ChildProcess => {
    const file = path.join(projectRoot, 'src/platform/documents/typst-process.ts');
    // Nothing is inherited: an abort of the engine prints the text it choked on, and that text is somebody's life.
    const child = fork(file, [engine], {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    all.add(child);
    child.on('exit', () => {
      all.delete(child);
      const at = idle.indexOf(child);
      if (at >= 0) idle.splice(at, 1);
    });
    return child;
  };

  const give = (job: Job, child: ChildProcess): void => {
    child.ref();
    child.channel?.ref();
    const settle = (outcome: TypesetReply): void => {
      clearTimeout(limit);
      child.off('message', onReply).off('exit', onExit).off('error', onError);
      if ('pdf' in outcome) job.done(outcome.pdf);
      else job.failed(new DocumentProblem(outcome.fault, outcome.detail));
    };
    const onReply = (reply: unknown): void => {
      settle(isReply(reply) ? reply : { fault: 'PDF_FAILED', detail: 'not a reply' });
      child.unref();
      child.channel?.unref();
      idle.push(child);
      pump();
    };
    const onExit = (code: number | null, signal: string | null): void =>
      lose(`typesetter ended: ${signal ?? code}`);
    const onError = (error: Error): void => lose(error.message);
    const lose = (detail: string): void => {
      all.delete(child);
      child.kill('SIGKILL');
      settle({ fault: 'PDF_FAILED', detail });
      pump();
    };
    const limit = setTimeout(() => lose(`no page in ${SECONDS_PER_LETTER} s`), SECONDS_PER_LETTER * 1000);
    child.on('message', onReply).on('exit', onExit).on('error', onError);
    child.send(job.request);
  };

  return {
    render: (letter) =>
      new Promise((done, failed) => {
        // The date of the letter stands in the file too, never the clock: the same letter must give the same bytes.
        const timestamp = Date.parse(letter.date) / 1000;
        queue.push({ request: { sheet: sheetOf(letter), timestamp }, done, failed });
        pump();
      }),
    close: () => {
      for (const job of queue.splice(0)) job.failed(new DocumentProblem('PDF_FAILED', 'closed'));
      for (const child of all) child.kill('SIGTERM');
    },
  };
}

let shared: PdfRenderer | undefined;

/** The letter as tagged PDF/UA-1 (ISO 14289-1), from the renderer of this process. Rejects with `DocumentProblem`. */
export function renderPdf(letter: Letter): Promise<Uint8Array> {
  shared ??= createPdfRenderer();
  return shared.render(letter);
}

/** Ends the shared renderer, when the server stops. */
export function closePdf(): void {
  shared?.close();
  shared = undefined;
}
