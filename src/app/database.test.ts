import { describe, expect, it } from 'vitest';
import { reaching } from '../../test/support/command-line.ts';
import { testDatabase } from '../../test/support/database.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './database.ts';

const database = testDatabase();
const owner = (): string => reaching(database.address)['DATABASE_URL'] ?? '';
const open = (env: Record<string, string>) => openDatabase(readConfig({ DATABASE_URL: owner(), ...env }));

describe('requests to an external database by an account of their own', () => {
  it('cannot take the owner’s rights back', async () => {
    const app = owner().replace('user=postgres', 'user=okienko_app');
    const opened = await open({ DATABASE_APP_URL: app });
    const { rows } = await opened.pool.query('select current_user as now, session_user as entered');
    expect(rows).toEqual([{ now: 'okienko_app', entered: 'okienko_app' }]);
    await expect(opened.pool.query(`select set_config('role', 'postgres', false)`)).rejects.toThrow(
      /permission denied/,
    );
    await opened.close();
  });

  it('are refused at the start when that account owns the tables', async () => {
    await expect(open({ DATABASE_APP_URL: owner() })).rejects.toMatchObject({
      code: 'okienko.database.owner',
    });
  });
});
