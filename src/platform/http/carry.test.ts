import { describe, expect, it } from 'vitest';
import { newKey, vaultOf } from '../vault/vault.ts';
import { carryingAddress, isCarried, openCarried } from './carry.ts';

const vault = vaultOf([newKey()]);
const at = (now: string, centreId = 'a') => ({ centreId, now });
const given = { odpowiedzi: 'trudne-przemoc=tak' };
const sent = carryingAddress(vault, at('2026-11-22T10:59:00.000Z'), '/jarocin/pomoc', given);
const sealed = new URL(sent, 'http://x').searchParams.get('odpowiedzi') ?? '';

describe('what a person without an account answered goes on to a page', () => {
  it('and cannot be read in its address', () => {
    expect(sent).toMatch(/^\/jarocin\/pomoc\?odpowiedzi=/);
    expect(sent).not.toContain('przemoc');
    expect(isCarried(sealed)).toBe(true);
    expect(isCarried('~v1.x')).toBe(false);
  });

  it.each([
    ['2026-11-22T11:58:00.000Z', given.odpowiedzi],
    ['2026-11-22T12:00:00.000Z', ''],
    ['2026-11-22T09:00:00.000Z', ''],
  ])('opens in its hour and the next, and then no more: %s', (now, value) => {
    expect(openCarried(vault, at(now), sealed)).toBe(value);
  });

  it('opens in its own centre and with our key only', () => {
    expect(openCarried(vault, at('2026-11-22T11:00:00.000Z', 'b'), sealed)).toBe('');
    expect(openCarried(vaultOf([newKey()]), at('2026-11-22T11:00:00.000Z'), sealed)).toBe('');
    expect(openCarried(vault, at('2026-11-22T11:00:00.000Z'), '~~v1.x.y')).toBe('');
  });

  it('nothing answered is nothing in the address', () => {
    expect(carryingAddress(vault, at('2026-11-22T11:00:00.000Z'), '/p', { odpowiedzi: '' })).toBe('/p');
  });
});
