// Asks for known holes in what runs (`npm audit --omit=dev`) and holds them against our own time frames
// (docs/security/decyzje.md#zależności). Ends with 1 only when something is past its time: a network that is not there, or a
// registry that does not answer, fails nothing and is told and written down as "not asked".
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './node24.mjs';

/** Days from when we first saw a hole to the release that mends it, by its weight. */
export const timeFrames = { critical: 2, high: 7, moderate: 30, low: 90, info: 90 };

const day = 86_400_000;

/** The packages that run, and their versions, as one hash: what a review is of. */
export function lockHash(lock) {
  const packages = Object.entries(lock.packages ?? {})
    .filter(([name, { dev }]) => name !== '' && dev !== true)
    .map(([name, { version }]) => `${name}@${version}`)
    .sort();
  return createHash('sha256').update(packages.join('\n')).digest('hex');
}

/**
 * The record after one asking. `answer`: what npm audit said, parsed; undefined or without `vulnerabilities`: it did not.
 * A hole that was seen before keeps the day on which it was.
 */
export function judge(answer, before, { lock, now }) {
  const asked = { lock: lockHash(lock), askedAt: now };
  const known = answer?.vulnerabilities;
  if (known === undefined) return { ...asked, answered: false, found: before?.found ?? [] };
  const found = Object.values(known).map(({ name, severity, via }) => {
    const seen = before?.found?.find((one) => one.package === name && one.severity === severity);
    const advisories = via.flatMap((one) => (typeof one === 'object' ? [one.url ?? one.title] : []));
    const firstSeen = seen?.firstSeen ?? now;
    const days = timeFrames[severity] ?? timeFrames.critical;
    return {
      package: name,
      severity,
      advisories,
      firstSeen,
      until: new Date(Date.parse(firstSeen) + days * day).toISOString(),
    };
  });
  return { ...asked, answered: true, found };
}

/** Those past their time. */
export const late = ({ found }, now) => found.filter(({ until }) => until < now);

/** One sentence for the operator. */
export function sentence(record, now) {
  if (!record.answered) return 'Nie zapytano: wykaz ogłoszeń nie odpowiada. Powtórz tam, gdzie jest sieć.';
  const past = late(record, now);
  if (past.length > 0)
    return `Po terminie: ${past.map((one) => `${one.package} (${one.severity}, do ${one.until})`).join('; ')}.`;
  return record.found.length === 0
    ? 'Wykaz ogłoszeń nie zna dziur w tym, co działa.'
    : `W terminie: ${record.found.map((one) => `${one.package} (${one.severity}, do ${one.until})`).join('; ')}.`;
}

const kept = path.join(root, 'docs/proofs/advisories.json');

function ask() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
  });
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

if (process.argv[1] === import.meta.filename) {
  const now = new Date().toISOString();
  const before = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : undefined;
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const record = judge(ask(), before, { lock, now });
  // Who could not ask does not cover what was answered before.
  if (record.answered || !before?.answered) writeFileSync(kept, `${JSON.stringify(record, null, 2)}\n`);
  console.log(sentence(record, now));
  process.exit(late(record, now).length > 0 ? 1 : 0);
}
