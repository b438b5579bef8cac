import type { SettingValues } from '../settings.ts';

/** The command line: one word, one file. Loaded when asked for, so that a start does not read what it does not need. */
export const verbs: Record<string, () => Promise<(config: SettingValues, args: string[]) => Promise<void>>> =
  {
    start: async () => (await import('./start.ts')).start,
    migrate: async () => (await import('./migrate.ts')).migrateOnly,
    'verify-audit': async () => (await import('./verify-audit.ts')).verifyAudit,
    'add-centre': async () => (await import('./add-centre.ts')).addCentre,
    'add-administrator': async () => (await import('./add-administrator.ts')).addAdministrator,
    'import-answers': async () => (await import('./import-answers.ts')).importAnswers,
    keys: async () => (await import('./keys-command.ts')).keys,
    backup: async () => (await import('./backup.ts')).backup,
    'export-centre': async () => (await import('./leave.ts')).exportCentre,
    'import-centre': async () => (await import('./leave.ts')).importCentre,
    restore: async () => (await import('./restore.ts')).restore,
    bench: async () => (await import('../../../bench/main.ts')).bench,
    docs: async () => (await import('./docs.ts')).docs,
  };
