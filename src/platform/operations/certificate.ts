import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:tls';
import type { ProcessFacts } from './facts.ts';

const answersWithinMs = 5000;

const instantOf = (validTo: string): string | null => {
  const at = Date.parse(validTo);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
};

/** The certificate that a browser would be shown; one that is already over is looked at too. */
const shownAt = async (address: string): Promise<string | null> =>
  await new Promise((resolve) => {
    const { hostname, port } = new URL(address);
    const socket = connect({
      host: hostname,
      port: Number(port || 443),
      servername: hostname,
      rejectUnauthorized: false,
      timeout: answersWithinMs,
    });
    const end = (endsAt: string | null): void => {
      socket.destroy();
      resolve(endsAt);
    };
    socket.once('secureConnect', () => end(instantOf(socket.getPeerCertificate().valid_to)));
    socket.once('timeout', () => end(null));
    socket.once('error', () => end(null));
  });

/** When the TLS certificate ends: of a file, or else of an https address; null: neither is given. */
export async function certificateOf(
  file: string | undefined,
  home: string | undefined,
): Promise<ProcessFacts['certificate']> {
  if (file !== undefined)
    return {
      watched: 'file',
      endsAt: await readFile(file).then(
        (pem) => instantOf(new X509Certificate(pem).validTo),
        () => null,
      ),
    };
  return home?.startsWith('https:') ? { watched: 'address', endsAt: await shownAt(home) } : null;
}
