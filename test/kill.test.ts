import { afterAll, describe, expect, it } from 'vitest';
import { crash } from '../bench/crash.ts';
import { scratchFolder } from '../bench/house.ts';
import { okienko } from './support/command-line.ts';

const { folder, remove } = scratchFolder();

afterAll(remove);

describe('kill -9 of the server and of its database in the middle of 100 commands', () => {
  it('loses nothing that was acknowledged, leaves nothing half done, does nothing twice, and starts again', async () => {
    const { acknowledgedAt } = await crash(folder, 100, 1);
    expect(acknowledgedAt[0]).toBeGreaterThanOrEqual(50);
    expect(acknowledgedAt[0]).toBeLessThan(100);
  }, 120_000);

  it('leaves an audit chain that verifies', async () => {
    const { code, said } = await okienko(['verify-audit'], { OKIENKO_DATA: folder });
    // 96 that the cases came with, 100 of the commands, and what the system does by itself every day.
    const [, entries] = /^pomiar: łańcuch cały, liczba wpisów: (\d+),/m.exec(said) ?? [];
    expect(Number(entries)).toBeGreaterThanOrEqual(196);
    expect(code).toBe(0);
  }, 60_000);
});
