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
 * @throws StartupProblem when the port is taken, reserved or no port at all
 */
export async function checkAddress(
  config: Pick<Config, 'port' | 'host'>,
  typed: string | undefined,
): Promise<void> {
  const { port, host } = config;
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartupProblem('okienko.port.wrong', pl.port.wrong(typed ?? String(port)));
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(listenProblem(error, config)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
