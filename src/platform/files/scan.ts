import { connect } from 'node:net';
import type { Problem } from '../runner/outcome.ts';
import { pl } from './pl.ts';

/** Where a scanner of files listens: a socket of this machine or an address of the network. */
export type ScannerAddress = { path: string } | { host: string; port: number };

/** Whether a file is known to be harmful. @throws when nobody answers, or the answer is no answer. */
export type Scan = (content: Uint8Array) => Promise<'clean' | 'harmful'>;

const patienceMs = 30_000;
const partBytes = 1 << 16;

/** `unix:/run/clamav/clamd.ctl` or `tcp://127.0.0.1:3310`; undefined: neither. */
export function readScanner(text: string): ScannerAddress | undefined {
  const path = /^unix:(\/\S+)$/.exec(text)?.[1];
  if (path !== undefined) return { path };
  const [, host, port] = /^tcp:\/\/([\w.-]+):(\d{1,5})$/.exec(text) ?? [];
  return host === undefined ? undefined : { host, port: Number(port) };
}

/** The file as clamd is sent it (INSTREAM): each part behind its length, and a length of nothing at the end. */
function* stream(content: Uint8Array): Generator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  const length = (bytes: number): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(bytes);
    return head;
  };
  for (let at = 0; at < content.length; at += partBytes) {
    const part = content.subarray(at, at + partBytes);
    yield Buffer.concat([length(part.length), part]);
  }
  yield length(0);
}

/** Asks the ClamAV daemon of the operator; the file goes nowhere else. */
export const clamd =
  (address: ScannerAddress): Scan =>
  async (content) => {
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connect(address);
      let answer = '';
      socket.setTimeout(patienceMs, () => socket.destroy(new Error('the scanner does not answer')));
      socket.on('data', (bytes) => (answer += bytes.toString('latin1')));
      socket.on('error', reject);
      socket.on('close', () => resolve(answer));
      for (const part of stream(content)) socket.write(part);
    });
    if (/^stream: OK\0?$/.test(said)) return 'clean';
    if (/^stream: .+ FOUND\0?$/.test(said)) return 'harmful';
    throw new Error(`the scanner said: ${said.slice(0, 100)}`);
  };

const refusal = (kind: Problem['kind'], code: string, words: string): Problem => ({
  kind,
  code,
  words,
  fields: { file: words },
});

/**
 * Why files that were sent cannot be taken; undefined: nothing is known against them, or nobody scans here. A scanner
 * that does not answer opens no door: what could not be looked at is not taken.
 */
export async function unfitFiles(
  { scan, report }: { scan?: Scan | undefined; report(fault: Record<string, unknown>): void },
  contents: readonly Uint8Array[],
): Promise<Problem | undefined> {
  if (!scan) return undefined;
  for (const content of contents) {
    try {
      if ((await scan(content)) === 'harmful') {
        report({ refused: 'harmful file' });
        return refusal('invalid', 'files.harmful', pl.harmful);
      }
    } catch (error) {
      report({ scanner: error instanceof Error ? error.message : String(error) });
      return refusal('refused', 'files.not-scanned', pl.notScanned);
    }
  }
  return undefined;
}

/** The files in an input of the API: objects with their content in Base64. */
export const filesInJson = (body: unknown): Buffer[] =>
  Object.values(typeof body === 'object' && body !== null ? body : {}).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null && 'content' in value && typeof value.content === 'string'
      ? [Buffer.from(value.content, 'base64')]
      : [],
  );
