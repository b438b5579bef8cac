import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openMailer } from './mailer.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-mail-'));
const closing: Server[] = [];
afterEach(() => {
  for (const server of closing.splice(0)) server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A mail server that keeps what it is given, or refuses every recipient. */
async function mailServer(refuses = false, host = '127.0.0.1'): Promise<{ url: string; said: string[] }> {
  const said: string[] = [];
  const server = createServer((socket) => {
    let data = false;
    socket.write('220 poczta\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      said.push(text);
      if (data) {
        if (text.endsWith('\r\n.\r\n')) {
          data = false;
          socket.write('250 przyjęto\r\n');
        }
      } else if (text.startsWith('DATA')) {
        data = true;
        socket.write('354 dalej\r\n');
      } else if (text.startsWith('RCPT') && refuses) socket.write('550 nie ma takiego\r\n');
      else if (text.startsWith('QUIT')) socket.end('221 koniec\r\n');
      else socket.write('250 ok\r\n');
    });
    socket.on('error', () => undefined);
  });
  closing.push(server);
  await new Promise<void>((resolve) => void server.listen(0, host, resolve));
  const address = server.address();
  return { url: `smtp://${host}:${typeof address === 'object' ? address?.port : 0}`, said };
}

const mail = {
  id: '0195',
  to: 'fundacja@example.pl',
  subject: 'Prośba o potwierdzenie',
  text: 'Dzień dobry,\nhttps://x',
};
const settings = { from: 'CUS <cus@example.pl>', folder, home: 'https://okienko.example/' };

describe('mail leaves the centre', () => {
  it('through the mail server of the centre', async () => {
    const { url, said } = await mailServer();
    expect(await openMailer({ ...settings, smtp: url }).send(mail)).toBe('mail');
    expect(said.join('')).toMatch(/MAIL FROM:<cus@example.pl>.*RCPT TO:<fundacja@example.pl>.*https:\/\/x/s);
  });

  it('without a mail server, as a file that a worker can hand over', async () => {
    expect(await openMailer(settings).send(mail)).toBe('file');
    const [name = ''] = readdirSync(folder);
    expect(name).toMatch(/\.eml$/);
    expect(readFileSync(path.join(folder, name), 'utf8')).toMatch(/^To: fundacja@example.pl$/m);
  });

  it('over the network by TLS only: a server that does not offer it is told no address and no word', async () => {
    const { url, said } = await mailServer(false, '127.0.0.2');
    await expect(openMailer({ ...settings, smtp: url }).send(mail)).rejects.toThrow(/TLS|SSL/);
    expect(said.join('')).not.toMatch(/MAIL FROM|example\.pl/);
  });

  it('throws when the server refuses the recipient, so that it is tried again', async () => {
    const { url } = await mailServer(true);
    await expect(openMailer({ ...settings, smtp: url }).send(mail)).rejects.toThrow('550');
  });

  it('lets no field add a header or a recipient', async () => {
    await openMailer(settings).send({ ...mail, subject: 'Prośba\r\nBcc: obcy@example.pl' });
    const [name = ''] = readdirSync(folder);
    expect(readFileSync(path.join(folder, name), 'utf8')).not.toMatch(/^Bcc:/m);
  });

  it('knows where its links lead, without a slash at the end', () => {
    expect(openMailer(settings).home).toBe('https://okienko.example');
  });
});
