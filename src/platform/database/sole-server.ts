import fs from 'node:fs';
import path from 'node:path';
import { StartupProblem } from '../startup-problem.ts';

/** Takes hold of a data folder for one serving process. */
export interface Hold {
  release(): void;
}

/**
 * Makes sure that one process alone serves a data folder: two would each carry out the outbox, keep pages and stop the
 * other's database. The hold is a lock of the operating system on a file, which ends with the process however it ends,
 * so that a killed one leaves nothing to clear away; SQLite, which Node brings along, takes it.
 * @throws StartupProblem when another process serves the folder
 */
export function holdFolder(folder: string): Hold {
  const who = path.join(folder, 'okienko.pid');
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const lock = new DatabaseSync(path.join(folder, 'okienko.lock'));
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!/locked/.test(String(error))) throw error;
    const pid = fs.existsSync(who) ? fs.readFileSync(who, 'utf8').trim() : '?';
    throw new StartupProblem(
      'okienko.data.served',
      `Na folderze danych ${folder} działa już Okienko (proces ${pid}): zatrzymaj je albo wskaż inny folder w zmiennej OKIENKO_DATA.`,
    );
  }
  fs.writeFileSync(who, `${process.pid}\n`);
  return {
    release() {
      fs.rmSync(who, { force: true });
      lock.close();
    },
  };
}
