import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { askForBackup, hasWaiting } from '../db/backups.ts';
import { pl } from '../pl.ts';

/** Asks for a backup now; a server makes it within a minute and tries it. */
export const backUp = command({
  name: 'operations.back-up',
  summary: 'Ask for a backup of the installation now',
  input: z.object({}),
  result: z.object({ backupId: z.string() }),
  basis: 'KRI § 19 ust. 2 pkt 12',
  load: async (tx) => ({ waiting: await hasWaiting(tx) }),
  allow: { administrator: always },
  decide: ({ waiting }) =>
    waiting ? refuse('operations.backup-waits', pl.refusals.backupWaits) : { id: newId() },
  async save(tx, { id }, { now }) {
    await askForBackup(tx, id, now);
    return { backupId: id };
  },
  audit: ({ id }) => ({ what: { backup: id } }),
});
