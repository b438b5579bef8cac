import { StartupProblem } from '../platform/startup-problem.ts';
import { verbs } from './cli/verbs.ts';
import { readConfig } from './config.ts';

const [verb = 'start', ...args] = process.argv.slice(2);
const load = verbs[verb];
if (!load) {
  process.stderr.write(`Nie znam polecenia „${verb}”. Znam: ${Object.keys(verbs).join(', ')}.\n`);
  process.exit(2);
}
try {
  await (await load())(readConfig(process.env), args);
} catch (error) {
  if (!(error instanceof StartupProblem)) throw error;
  process.stderr.write(`${error.message} [${error.code}]\n`);
  // 78: a setting is wrong (EX_CONFIG of sysexits.h). Trying again helps nothing, and systemd is told so.
  process.exit(error.code === 'okienko.settings' ? 78 : 1);
}
