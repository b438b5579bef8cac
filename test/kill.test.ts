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
    expect(said).toMatch(/^pomiar: łańcuch cały, liczba wpisów: 196,/m);
    expect(code).toBe(0);
  }, 60_000);
});
