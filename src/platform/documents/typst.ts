import { createRequire } from 'node:module';
import path from 'node:path';
import { projectRoot } from '../root.ts';
import { letterFonts } from './fonts.ts';
import { hasRightToLeft, type Sheet } from './sheet.ts';
import { mapStrings, printable } from './printable.ts';

type Result = { hasError(): boolean; takeDiagnostics(): unknown; readonly result: unknown };

/** The engine of the Typst language, as its package exports it (the package has no types of its own). */
type Engine = {
  NodeCompiler: {
    create(options: { workspace: string; fontArgs: { fontBlobs: readonly Buffer[] }[] }): {
      compile(source: { mainFilePath: string; inputs: Record<string, string> }): Result;
      fetchDiagnostics(diagnostics: unknown): unknown;
      pdf(document: unknown, options: { pdfStandard: 'ua-1'; creationTimestamp: number }): Buffer;
      evictCache(maxAge: number): void;
    };
  };
};

export const TYPST_PACKAGE = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';

const isEngine = (value: unknown): value is Engine =>
  typeof value === 'object' && value !== null && 'NodeCompiler' in value;

/** Nothing is kept between letters: measured, a kept cache is slower and grows to a gigabyte of residents' words. */
const CACHE_AGE = 0;

/**
 * A function that sets a sheet on paper: tagged PDF/UA-1, dated `timestamp` (seconds since 1970, UTC).
 * Synchronous, and a fault of the engine may abort the whole process: call it only in the child process.
 * Throws when the engine's package is not installed for this platform, or when a sheet cannot be set.
 */
export function typesetter(packageName: string): (sheet: Sheet, timestamp: number) => Buffer {
  const require = createRequire(path.join(projectRoot, 'package.json'));
  const engine: unknown = require(packageName);
  if (!isEngine(engine)) throw new TypeError(`${packageName} has no NodeCompiler`);
  const fonts = letterFonts();
  const workspace = path.join(projectRoot, 'src/platform/documents');
  const compiler = engine.NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.files }] });
  const file = (sheet: Sheet): string =>
    path.join(workspace, sheet.report === null ? 'letter.typ' : 'report.typ');

  return (sheet, timestamp) => {
    const safe = mapStrings(sheet, (text) => printable(text, fonts.covers));
    const rightToLeft = hasRightToLeft(JSON.stringify(safe));
    const inputs = { sheet: JSON.stringify({ ...safe, rightToLeft }) };
    try {
      const compiled = compiler.compile({ mainFilePath: file(sheet), inputs });
      if (compiled.hasError()) {
        throw new Error(JSON.stringify(compiler.fetchDiagnostics(compiled.takeDiagnostics())));
      }
      return compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: timestamp });
    } finally {
      compiler.evictCache(CACHE_AGE);
    }
  };
}
