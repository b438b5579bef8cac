import { describe, expect, it } from 'vitest';
import { generated, staleDocs } from './docs.ts';

describe('docs/generated', () => {
  it('says what the code says now (otherwise: node bin/okienko.mjs docs)', () => {
    expect(staleDocs()).toEqual([]);
  });

  it('holds the permission matrix with a line for every row and every verb', () => {
    const page = generated['permission-matrix.md']?.() ?? '';
    expect(page).toContain('| Konta i role | art. 50 ust. 2; KRI § 19 | R | – |');
    expect(page).toContain('- W: Założenie konta (`access.create-account`)');
    expect(page).not.toContain('brak w programie');
  });
});
