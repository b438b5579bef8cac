// Preloaded into every process of a test run (bin/test.mjs): writes down what the program leaves where others see it:
// its log lines, page titles, addresses it makes, names of its files, and mail. test/scan/main.ts reads it afterwards.
import diagnostics from 'node:diagnostics_channel';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';
import zlib from 'node:zlib';

const folder = process.env.SCAN_RECORD;
const script = process.argv[1] ?? '';
// The runner's own process prints names of tests and of what failed: that is no log of the program.
const isProgram = /(?:bin\/(?:okienko|run)\.mjs|main\.[cm]?[jt]s)$/.test(script);

/** A process that runs as another user may not write here: the journeys that start one are about what it says, not to whom. */
const mayWrite = () => {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

if (folder && mayWrite() && (isProgram || !isMainThread)) {
  const place = path.join(folder, `${process.pid}-${threadId}`);
  const seen = new Set();
  const note = (kind, text) => {
    const line = `${kind}\t${text.replaceAll(/[\t\r\n]+/g, ' ')}\n`;
    if (seen.has(line)) return;
    seen.add(line);
    fs.appendFileSync(`${place}.seen`, line);
  };

  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = (chunk, ...rest) => {
      fs.appendFileSync(`${place}.log`, chunk);
      return write(chunk, ...rest);
    };
  }

  const unpack = { gzip: zlib.gunzipSync, br: zlib.brotliDecompressSync, deflate: zlib.inflateSync };
  diagnostics.subscribe('fastify.initialization', ({ fastify }) => {
    fastify.addHook('onSend', async (_request, reply, payload) => {
      const { location } = reply.getHeaders();
      if (location) note('address', String(location));
      const name = reply.getHeader('content-disposition');
      if (name) note('file', String(name));
      const type = String(reply.getHeader('content-type') ?? '');
      if (type.startsWith('text/html') && (typeof payload === 'string' || Buffer.isBuffer(payload))) {
        const packed = unpack[String(reply.getHeader('content-encoding') ?? '')];
        const html = String(packed ? packed(payload) : payload);
        for (const [, title] of html.matchAll(/<title>([^<]*)<\/title>/g)) note('title', title);
        for (const [, address] of html.matchAll(/\s(?:href|action|src)="([^"]*)"/g))
          if (!/^(?:mailto|tel|data):/.test(address)) note('address', address);
      }
      return payload;
    });
  });

  const { writeFile } = fs.promises;
  fs.promises.writeFile = async (file, content, ...rest) => {
    if (String(file).endsWith('.eml.part'))
      fs.writeFileSync(`${place}-${seen.size}-${path.basename(String(file), '.part')}`, String(content));
    await writeFile(file, content, ...rest);
  };
  syncBuiltinESMExports();
}
