import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import { newKey, vaultOf } from '../vault/vault.ts';
import { asSent, openQuery, sealedAddress } from './private-query.ts';

const now = '2026-11-22T10:00:00.000Z';
const vault = vaultOf([newKey()]);
const actor = { centreId: 'c', accountId: 'a', name: '', position: '', roles: [] } satisfies Actor;
const visit = { actor };
const pesel = '44051401359';

const queryOf = (address: string): Record<string, string> =>
  Object.fromEntries(new URL(address, 'http://a.example').searchParams);

describe('what was searched for', () => {
  const address = sealedAddress(vault, visit, { q: pesel, _once: 'x' });

  it('does not stand in the address of the results, and the page still knows it', () => {
    expect(address).toMatch(/^\/praca\/osoby\?q=%7Ev1\./);
    expect(address).not.toContain(pesel);
    expect(openQuery(vault, visit, queryOf(address), now).query).toEqual({ q: pesel });
  });

  it('goes on sealed into the addresses of the page', () => {
    const request = openQuery(vault, visit, queryOf(address), now);
    expect(`?q=${asSent(request, 'q')}`).toBe(decodeURIComponent(address.slice('/praca/osoby'.length)));
    expect(asSent({ query: { q: 'Łucja' } }, 'q')).toBe('%C5%81ucja');
  });

  it('opens for nobody else who finds the address', () => {
    const other = { actor: { ...actor, accountId: 'b' } };
    expect(openQuery(vault, other, queryOf(address), now).query).toEqual({ q: '' });
    expect(openQuery(vaultOf([newKey()]), visit, queryOf(address), now).query).toEqual({ q: '' });
  });

  it('is shown on the page it was asked from, with what else stood in its address, and never on another site', () => {
    const on = (page: string): string => sealedAddress(vault, visit, { szukaj: 'x', _na: page });
    expect(on('/praca/zgloszenie?krok=2')).toMatch(/^\/praca\/zgloszenie\?krok=2&szukaj=%7Ev1/);
    for (const page of [
      'https://zly.example/praca',
      '//zly.example',
      '/praca/../wyloguj',
      '/praca//zly',
      '/jarocin',
    ])
      expect(on(page)).toMatch(/^\/praca\/osoby\?/);
  });

  it('that is nothing leaves the address bare', () => {
    expect(sealedAddress(vault, visit, { q: '  ' })).toBe('/praca/osoby');
  });
});
