import { describe, expect, it } from 'vitest';
import { newKey, noVault, readKeys, vaultOf } from './vault.ts';

const place = 'account.totp_secret/a';
const key = newKey();

describe('a sealed value (AES-256-GCM)', () => {
  it('opens with its key, names the key and does not show what it holds', () => {
    const vault = vaultOf([key]);
    const sealed = vault.seal('JBSWY3DPEHPK3PXP', place);
    expect(sealed).toContain(`v1.${vault.keyId}.`);
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
    expect(sealed).not.toContain(key.slice(0, 12));
    expect(vault.open(sealed, place)).toBe('JBSWY3DPEHPK3PXP');
  });

  it('is another text every time', () => {
    const vault = vaultOf([key]);
    expect(vault.seal('x', place)).not.toBe(vault.seal('x', place));
  });

  it('does not open in another place, with another key, or when a letter of it was changed', () => {
    const vault = vaultOf([key]);
    const sealed = vault.seal('x', place);
    const changed = sealed.slice(0, -3) + (sealed.at(-3) === 'A' ? 'B' : 'A') + sealed.slice(-2);
    expect(() => vault.open(sealed, 'account.totp_secret/b')).toThrow('authenticate');
    expect(() => vault.open(changed, place)).toThrow('authenticate');
    expect(() => vaultOf([newKey()]).open(sealed, place)).toThrow('not here');
    expect(() => vault.open('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', place)).toThrow('not here');
    expect(() => noVault.open(sealed, place)).toThrow('no key');
  });

  it('made with an earlier key still opens; new ones are made with the first key', () => {
    const before = vaultOf([key]);
    const rotated = vaultOf([newKey(), key]);
    expect(rotated.open(before.seal('x', place), place)).toBe('x');
    expect(rotated.keyId).not.toBe(before.keyId);
    expect(rotated.seal('x', place)).toContain(rotated.keyId);
  });
});

describe('a text of keys', () => {
  it('is one key or several; anything else is no key', () => {
    const other = newKey();
    expect(readKeys(`${key}\n`)).toEqual([key]);
    expect(readKeys(`${key}\n${other}\n`)).toEqual([key, other]);
    expect(readKeys(`${key},${other}`)).toEqual([key, other]);
    for (const wrong of ['', ' \n', 'tajne', key.slice(1), `${key} tajne`])
      expect(readKeys(wrong)).toBe(undefined);
  });
});
