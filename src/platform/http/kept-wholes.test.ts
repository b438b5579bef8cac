import { buffer, text } from 'node:stream/consumers';
import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { keptWholes } from './kept-wholes.ts';

/** Pieces that count how often they were made. */
function source(parts: readonly (string | Uint8Array)[]) {
  const made = { times: 0 };
  return {
    made,
    pieces(): AsyncIterable<string | Uint8Array> {
      return {
        async *[Symbol.asyncIterator]() {
          made.times++;
          for (const part of parts) yield part;
        },
      };
    },
  };
}

/** Until the compressed body is kept: it is made beside what the reader gets. */
async function kept(wholes: ReturnType<typeof keptWholes>, mark: string): Promise<Buffer> {
  for (;;) {
    const bytes = wholes.gzipped(mark);
    if (bytes) return bytes;
    await new Promise(setImmediate);
  }
}

describe('a body of open data that takes long to make', () => {
  it('is made once for a state of the data, and is the same bytes when it is given again', async () => {
    const wholes = keptWholes();
    const { made, pieces } = source(['usługi ', Buffer.from('opiekuńcze'), '\n']);
    expect(await text(wholes.body('a', pieces()))).toBe('usługi opiekuńcze\n');
    expect(gunzipSync(await kept(wholes, 'a')).toString()).toBe('usługi opiekuńcze\n');
    expect(await text(wholes.body('a', pieces()))).toBe('usługi opiekuńcze\n');
    expect(made.times).toBe(1);
  });

  it('is made anew when the data changed', async () => {
    const wholes = keptWholes();
    const { made, pieces } = source(['x']);
    await buffer(wholes.body('a', pieces()));
    await kept(wholes, 'a');
    await buffer(wholes.body('b', pieces()));
    expect(made.times).toBe(2);
  });

  it('is not kept when its reader left in the middle, or when making it failed', async () => {
    const wholes = keptWholes();
    const left = wholes.body('left', source(['one', 'two', 'three']).pieces());
    for await (const _ of left) break;
    const failing = wholes.body(
      'failed',
      (async function* () {
        yield 'one';
        throw new Error('the database went away');
      })(),
    );
    await expect(buffer(failing)).rejects.toThrow('the database went away');
    await buffer(wholes.body('whole', source(['x']).pieces()));
    await kept(wholes, 'whole');
    expect([wholes.gzipped('left'), wholes.gzipped('failed')]).toEqual([undefined, undefined]);
  });

  it('leaves when there is no room: first the one that nobody asked for', async () => {
    const wholes = keptWholes(250);
    for (const mark of ['a', 'b']) {
      await buffer(wholes.body(mark, source([randomBytes(80)]).pieces()));
      await kept(wholes, mark);
    }
    wholes.gzipped('a');
    await buffer(wholes.body('c', source([randomBytes(80)]).pieces()));
    await kept(wholes, 'c');
    expect(['a', 'b', 'c'].map((mark) => wholes.gzipped(mark) !== undefined)).toEqual([true, false, true]);
  });
});
