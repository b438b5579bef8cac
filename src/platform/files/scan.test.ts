import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { clamd, filesInJson, readScanner, unfitFiles } from './scan.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** A daemon that reads the protocol as clamd does and finds its virus where the mark of EICAR stands. */
async function daemon(answer?: (socket: Socket) => void): Promise<{ address: string; seen: Buffer[] }> {
  const seen: Buffer[] = [];
  const server = createServer((socket) => {
    let bytes = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      let at = 'zINSTREAM\0'.length;
      const parts: Buffer[] = [];
      while (at + 4 <= bytes.length) {
        const length = bytes.readUInt32BE(at);
        if (length === 0) {
          const file = Buffer.concat(parts);
          seen.push(file);
          if (answer) return answer(socket);
          return socket.end(file.includes('EICAR') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
        }
        if (at + 4 + length > bytes.length) return undefined;
        parts.push(bytes.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
      return undefined;
    });
  });
  open.push(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { address: `tcp://127.0.0.1:${port}`, seen };
}

const scanAt = (address: string) => clamd(readScanner(address) ?? { path: '/nie-ma' });
const told: Record<string, unknown>[] = [];
const judge = async (address: string, ...files: string[]) =>
  await unfitFiles(
    { scan: scanAt(address), report: (fault) => void told.push(fault) },
    files.map((text) => Buffer.from(text)),
  );

describe('files that are sent, where the operator has a scanner', () => {
  it('are all looked at, whole, also those of many parts', async () => {
    const { address, seen } = await daemon();
    expect(await judge(address, 'jeden', 'x'.repeat(200_000))).toBeUndefined();
    expect(seen.map((file) => file.length)).toEqual([5, 200_000]);
  });

  it('with a virus are not taken, and the log knows it without the file', async () => {
    const { address } = await daemon();
    told.length = 0;
    expect(await judge(address, 'dobry', 'X5O EICAR test')).toMatchObject({
      code: 'files.harmful',
      kind: 'invalid',
    });
    expect(told).toEqual([{ refused: 'harmful file' }]);
  });

  it('that could not be looked at are not taken: no answer, a strange answer, nobody there', async () => {
    const strange = await daemon((socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'));
    const silent = await daemon((socket) => socket.destroy());
    for (const address of [strange.address, silent.address, 'tcp://127.0.0.1:1', 'unix:/nie-ma/clamd.ctl'])
      expect(await judge(address, 'plik')).toMatchObject({ code: 'files.not-scanned', kind: 'refused' });
  });

  it('of the API are found wherever they stand in the input', () => {
    const body = {
      caseId: 'x',
      file: { name: 'a.pdf', content: Buffer.from('plik').toString('base64') },
      note: null,
    };
    expect(filesInJson(body).map(String)).toEqual(['plik']);
    expect([null, 'tekst', [], { file: { content: 5 } }].flatMap(filesInJson)).toEqual([]);
  });
});

describe('without a scanner', () => {
  it('nothing is asked of anybody', async () => {
    expect(await unfitFiles({ report: () => undefined }, [Buffer.from('EICAR')])).toBeUndefined();
  });

  it('an address is a socket of this machine or a host with a port, and nothing else', () => {
    expect(readScanner('unix:/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
    expect(readScanner('tcp://skaner:3310')).toEqual({ host: 'skaner', port: 3310 });
    for (const wrong of ['', 'clamd', 'http://skaner:3310', 'tcp://skaner', 'unix:clamd.ctl'])
      expect(readScanner(wrong)).toBeUndefined();
  });
});
