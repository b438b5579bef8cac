import { createServer } from 'node:http';

// A server that is busy for BUSY milliseconds with every request and answers BYTES: nothing but Node and the machine. Its
// slowest answers are what a page that costs as much cannot do better than here.
const busy = Number(process.env['BUSY']);
const body = Buffer.alloc(Number(process.env['BYTES']), 'a');
const server = createServer((_request, response) => {
  const until = performance.now() + busy;
  while (performance.now() < until);
  response.end(body);
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('ready\n'));
