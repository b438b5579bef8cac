import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../platform/root.ts';
import { StartupProblem } from '../../platform/startup-problem.ts';
import type { Config } from '../config.ts';
import { pl } from '../pl.ts';
import { lawIndexDocument } from './law-index-doc.ts';
import { permissionMatrix } from './permission-matrix-doc.ts';
import { settingsDocument } from './settings-doc.ts';
import { trustDocument } from './trust/trust-doc.ts';
import { visibilityDocument } from './visibility-doc.ts';

const folder = 'docs/generated';

/** Everything that is written from the code: the name of the file and its text. Add a line for another one. */
export const generated: Readonly<Record<string, () => string>> = {
  'law-index.md': lawIndexDocument,
  'permission-matrix.md': permissionMatrix,
  'settings.md': settingsDocument,
  'trust.md': trustDocument,
  'visibility.md': visibilityDocument,
};

/** The generated files whose kept text is not what the code gives now. */
export function staleDocs(): string[] {
  return Object.entries(generated).flatMap(([name, render]) => {
    const file = path.join(folder, name);
    return keptText(file) === render() ? [] : [file];
  });
}

function keptText(file: string): string | undefined {
  try {
    return readFileSync(path.join(projectRoot, file), 'utf8');
  } catch {
    return undefined;
  }
}

/** `okienko docs` writes docs/generated; with `--check` it writes nothing and fails when a file is stale. */
export async function docs(_config: Config, args: string[]): Promise<void> {
  const stale = staleDocs();
  if (args.includes('--check')) {
    if (stale.length > 0) throw new StartupProblem('okienko.docs.stale', pl.docs.stale(stale));
    return;
  }
  mkdirSync(path.join(projectRoot, folder), { recursive: true });
  for (const [name, render] of Object.entries(generated))
    writeFileSync(path.join(projectRoot, folder, name), render());
  for (const file of stale) console.log(pl.docs.written(file));
  return await Promise.resolve();
}
