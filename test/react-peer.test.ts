import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildReactPeer } from '../bench/react.ts';

it('the pages that the benchmark holds against React can still be built for React', async () => {
  expect(existsSync(await buildReactPeer())).toBe(true);
});
