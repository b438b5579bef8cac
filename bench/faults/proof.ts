import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/platform/root.ts';

/** Where a proof leaves its figures: printed into docs/generated. */
export function keepProof(name: string, figures: object): void {
  const folder = path.join(projectRoot, 'docs/proofs');
  mkdirSync(folder, { recursive: true });
  const [cpu] = os.cpus();
  const machine = {
    cores: os.cpus().length,
    cpu: cpu?.model ?? '',
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    loadBefore: Number(os.loadavg()[2]?.toFixed(1)),
  };
  const whole = { measuredAt: new Date().toISOString(), machine, ...figures };
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(whole, null, 2)}\n`);
}
