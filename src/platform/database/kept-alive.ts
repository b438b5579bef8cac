import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedServer, prepareFolder, startEmbedded } from './embedded.ts';
import { holdFolder } from './sole-server.ts';

const firstPauseMs = 100;
const longestPauseMs = 5_000;

/**
 * The embedded server for a process that serves: nobody else serves this folder, and a database that ends by itself
 * (killed, out of memory, a full disk) is started again, at first at once, then every few seconds until it stands.
 * Connections find it under the same address.
 * @param report told of each end and of each start that failed
 * @throws StartupProblem when the folder is served already or the first start fails
 */
export async function keepEmbedded(
  dataFolder: string,
  report: (words: string, error?: unknown) => void,
): Promise<EmbeddedServer> {
  const hold = holdFolder(prepareFolder(dataFolder));
  let current: EmbeddedServer;
  try {
    current = await startEmbedded(dataFolder);
  } catch (error) {
    hold.release();
    throw error;
  }
  const { socket, attached } = current;
  let stopping = false;
  let starting: Promise<boolean> = Promise.resolve(true);
  const begin = async (): Promise<boolean> => {
    try {
      current = await startEmbedded(dataFolder);
      return true;
    } catch (error) {
      report('database.start-failed', error);
      return false;
    }
  };
  const watch = async (): Promise<void> => {
    for (;;) {
      await current.gone;
      if (stopping) return;
      report('database.ended');
      for (let wait = firstPauseMs; !stopping; wait = Math.min(wait * 2, longestPauseMs)) {
        starting = begin();
        if (await starting) break;
        await pause(wait);
      }
      if (!stopping) report('database.back');
    }
  };
  return {
    socket,
    attached,
    gone: watch(),
    async stop() {
      stopping = true;
      await starting;
      await current.stop();
      hold.release();
    },
  };
}
