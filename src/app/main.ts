import { StartupProblem } from '../platform/startup-problem.ts';
import { readConfig } from './config.ts';

/** The command line: one word, one file. Loaded when asked for, so that a start does not read what it does not need. */
const verbs: Record<
  string,
  () => Promise<(config: ReturnType<typeof readConfig>, args: string[]) => Promise<void>>
> = {
  start: async () => (await import('./cli/start.ts')).start,
  migrate: async () => (await import('./cli/migrate.ts')).migrateOnly,
  'verify-audit': async () => (await import('./cli/verify-audit.ts')).verifyAudit,
  'add-centre': async () => (await import('./cli/add-centre.ts')).addCentre,
  'add-administrator': async () => (await import('./cli/add-administrator.ts')).addAdministrator,
  'import-answers': async () => (await import('./cli/import-answers.ts')).importAnswers,
  keys: async () => (await import('./cli/keys-command.ts')).keys,
  backup: async () => (await import('./cli/backup.ts')).backup,
  'export-centre': async () => (await import('./cli/leave.ts')).exportCentre,
  'import-centre': async () => (await import('./cli/leave.ts')).importCentre,
  restore: async () => (await import('./cli/restore.ts')).restore,
  bench: async () => (await import('../../bench/main.ts')).bench,
  docs: async () => (await import('./cli/docs.ts')).docs,
};

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
