import { systemClock } from '../../platform/clock.ts';
import { StartupProblem } from '../../platform/startup-problem.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../database.ts';
import { buildHouse } from '../house.ts';
import { pl } from '../pl.ts';

/** Starts everything and serves until it is told to stop. */
export async function start(config: Config): Promise<void> {
  const database = await openDatabase(config);
  const { server } = await buildHouse(database.pool, systemClock, {
    secure: config.secure,
    publicWrites: config.publicWrites,
  });
  try {
    await server.listen({ port: config.port, host: config.host });
  } catch (error) {
    await database.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new StartupProblem('okienko.port.used', pl.start.port(config.port));
    throw error;
  }
  console.log(pl.start.address(`http://${config.host}:${config.port}`));
  console.log(pl.start.stop);
  const stop = async (): Promise<void> => {
    await server.close();
    await database.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}
