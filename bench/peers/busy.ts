import { createServer } from 'node:http';
import { z } from 'zod';

const environment = z.object({ PORT: z.coerce.number(), BUSY: z.coerce.number(), BYTES: z.coerce.number() });

/**
 * A server that is busy for BUSY milliseconds with every request and answers BYTES: nothing but Node and the machine. Its
 * slowest answers are what a page that costs as much cannot do better than here.
 */
export async function busyPeer(): Promise<void> {
  const { PORT, BUSY, BYTES } = environment.parse(process.env);
  const body = Buffer.alloc(BYTES, 'a');
  const server = createServer((_request, response) => {
    const until = performance.now() + BUSY;
    while (performance.now() < until);
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(PORT, '127.0.0.1', resolve);
  });
  process.stdout.write('ready\n');
}
