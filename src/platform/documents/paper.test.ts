import { describe, expect, it } from 'vitest';
import { letterSchema } from './letter.ts';
import { letterheadOf } from './paper.ts';
import { refusal } from './sample-letters.ts';

const centre = {
  name: 'Centrum Usług Społecznych',
  gminas: Array.from({ length: 30 }, (_, index) => ({ name: `Gmina ${index}` })),
  letterhead: { addressLines: ['1', '2', '3', '4', '5'], phone: null, email: '', web: 'www.cus.example' },
};

describe('the head of every letter', () => {
  it('of a centre with more lines and gminas than the paper has room for is shortened, not refused', () => {
    const letterhead = letterheadOf(centre);
    expect(letterhead.addressLines).toHaveLength(4);
    expect(letterhead.gminas).toHaveLength(20);
    expect(letterSchema.safeParse({ ...refusal, letterhead }).success).toBe(true);
  });

  it('leaves out what the centre has not said', () => {
    expect(letterheadOf(centre)).not.toHaveProperty('phone');
    expect(letterheadOf(centre)).not.toHaveProperty('email');
    expect(letterheadOf(centre).web).toBe('www.cus.example');
  });
});
