import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** How the next message ends: taken, put off, taken down but never confirmed, or never answered. */
export type MailManner = 'takes' | 'puts off' | 'breaks off' | 'says nothing';

export interface MailServer {
  url: string;
  /** Messages taken down whole, in the order in which they came. */
  messages: { id: string; to: string; text: string }[];
  /** From now on. */
  manner: MailManner;
  close(): Promise<void>;
}

const idOf = (text: string): string => /^Message-ID: <([^>]*)>/im.exec(text)?.[1] ?? '';
const toOf = (text: string): string => /^To: (.*)$/im.exec(text)?.[1]?.trim() ?? '';

/** A mail server of the loopback that behaves well or badly, as it is told. */
export async function openMailServer(manner: MailManner = 'takes'): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const messages: MailServer['messages'] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    if (mail.manner === 'says nothing') return;
    let data: string | undefined;
    socket.write('220 poczta\r\n');
    socket.on('data', (chunk) => {
      const said = chunk.toString();
      if (data === undefined) {
        if (said.startsWith('DATA')) data = '';
        socket.write(replyTo(said.slice(0, 4), mail.manner));
        return;
      }
      data += said;
      if (!data.endsWith('\r\n.\r\n')) return;
      messages.push({ id: idOf(data), to: toOf(data), text: data });
      data = undefined;
      if (mail.manner === 'breaks off') socket.destroy();
      else socket.write('250 przyjęto\r\n');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`,
    messages,
    manner,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return mail;
}

function replyTo(verb: string, manner: MailManner): string {
  if (verb === 'DATA') return '354 dalej\r\n';
  if (verb === 'QUIT') return '221 koniec\r\n';
  return verb === 'RCPT' && manner === 'puts off' ? '451 później\r\n' : '250 ok\r\n';
}
