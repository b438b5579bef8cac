import { describe, expect, it } from 'vitest';
import { keeper } from './kept-answers.ts';

const valueOf = (name: string, bytes = 10) => ({ name, bytes });

describe('what is dear to read', () => {
  it('is read once while its mark stays, and again when it does not', async () => {
    const kept = keeper<{ name: string; bytes: number }>();
    let readings = 0;
    const read = async () => await Promise.resolve(valueOf(`reading ${(readings += 1)}`));
    const names = [
      await kept.get('a', '1', read),
      await kept.get('a', '1', read),
      await kept.get('a', '2', read),
      await kept.get('b', '2', read),
      await kept.get('a', '1', read),
    ].map(({ name }) => name);
    expect(names).toEqual(['reading 1', 'reading 1', 'reading 2', 'reading 3', 'reading 4']);
  });

  it('is read once for all who ask for it at the same time', async () => {
    const kept = keeper<{ name: string; bytes: number }>();
    let readings = 0;
    const read = async () => await Promise.resolve(valueOf(`reading ${(readings += 1)}`));
    await Promise.all([kept.get('a', '1', read), kept.get('a', '1', read)]);
    expect(readings).toBe(1);
  });

  it('makes room for what is asked for: the least recently asked goes first, and too large a one is not kept', async () => {
    const kept = keeper<{ name: string; bytes: number }>(25);
    const read = (name: string, bytes: number) => async () => await Promise.resolve(valueOf(name, bytes));
    await kept.get('a', '1', read('a', 10));
    await kept.get('b', '1', read('b', 10));
    await kept.get('a', '1', read('a again', 10));
    await kept.get('c', '1', read('c', 10));
    expect(kept.bytes()).toBe(20);
    expect((await kept.get('a', '1', read('a again', 10))).name).toBe('a');
    expect((await kept.get('b', '1', read('b again', 10))).name).toBe('b again');
    expect((await kept.get('large', '1', read('large', 100))).name).toBe('large');
    expect(kept.bytes()).toBeLessThanOrEqual(25);
  });

  it('is asked for again after a reading that failed', async () => {
    const kept = keeper<{ name: string; bytes: number }>();
    await expect(kept.get('a', '1', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    expect((await kept.get('a', '1', async () => await Promise.resolve(valueOf('a')))).name).toBe('a');
  });
});
