import { createServer } from 'node:net';
import { StartupProblem } from '../../platform/startup-problem.ts';
import type { Config } from '../config.ts';
import { pl } from './pl.ts';

/** Why the server cannot listen, in one sentence; what is no fault of the address stays as it was. */
export function listenProblem(error: unknown, { port, host }: Pick<Config, 'port' | 'host'>): unknown {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return new StartupProblem('okienko.port.used', pl.port.used(port));
    case 'EACCES':
      return new StartupProblem('okienko.port.rights', pl.port.rights(port));
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartupProblem('okienko.host', pl.port.host(host));
    default:
      return error;
  }
}

/**
 * Tries the address before anything slow begins, and lets it go again.
 * @throws StartupProblem when the port is taken or reserved, or the address is not this machine's
 */
export async function checkAddress({ port, host }: Pick<Config, 'port' | 'host'>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(listenProblem(error, { port, host })));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
