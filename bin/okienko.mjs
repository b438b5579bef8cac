// The one command line: installs what is missing, builds what changed, runs `src/app/main.ts` on Node 24.
import { flags } from './flags.mjs';
import { ensureInstalled } from './install.mjs';
import { runOn24 } from './node24.mjs';

ensureInstalled();
process.exit(await runOn24([...flags, 'bin/run.mjs', ...process.argv.slice(2)]));
