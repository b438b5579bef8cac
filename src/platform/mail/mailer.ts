import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A message to one address. The subject holds no personal data: it is read on every screen it passes. */
export interface Mail {
  /**
   * Identifier of the message, the same on every try: its Message-ID (RFC 5322, 3.6.4). A copy that had to be sent
   * again, because nobody heard how the first one ended, is the same message to whoever receives it.
   */
  id: string;
  to: string;
  subject: string;
  text: string;
}

/** How a message left: by mail, or as a file that somebody hands over. */
export type SentAs = 'mail' | 'file';

export interface Mailer {
  /** Where links in messages lead: "https://okienko.gmina.pl", without a slash at the end. */
  home: string;
  /** Sends or files a message. Throws when the server refuses it; the same message may then be sent again. */
  send(mail: Mail): Promise<SentAs>;
}

export interface MailSettings {
  /** Address of the mail server: `smtps://user:password@poczta.gmina.pl`; without it messages become files. */
  smtp?: string | undefined;
  /** Who it comes from: `Centrum Usług Społecznych <okienko@gmina.pl>`. */
  from: string;
  /** Where files go that nobody could send. */
  folder: string;
  home: string;
  /** Milliseconds after which a try is broken off; a minute. */
  patience?: number;
}

// Nobody may add a header or a second recipient through a field of ours.
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ').trim();

const onThisMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** How long one message may take at most: well below the two minutes for which the outbox holds it (jobs.ts). */
const patienceMs = 60_000;

/** Opens the way by which messages leave. nodemailer is read when the first message goes, not at the start. */
export function openMailer({ smtp, from, folder, home, patience = patienceMs }: MailSettings): Mailer {
  const transport = async () => {
    const { createTransport } = await import('nodemailer');
    return { createTransport };
  };
  const host = URL.parse(home)?.hostname ?? 'localhost';
  const envelope = ({ id, to, subject, text }: Mail) => ({
    messageId: `<${oneLine(id)}@${host}>`,
    from,
    to: { name: '', address: oneLine(to) },
    subject: oneLine(subject),
    text,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  const file = async (mail: Mail): Promise<SentAs> => {
    const { createTransport } = await transport();
    const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(
      envelope(mail),
    );
    if (!Buffer.isBuffer(message)) throw new Error('a message was not written');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Filed again it takes its own place.
    const target = path.join(folder, `${mail.id.replaceAll(/[^\w-]/g, '_')}.eml`);
    // Whole or not there: whoever looks into the folder never sees half a message.
    await writeFile(`${target}.part`, message, { mode: 0o600 });
    await rename(`${target}.part`, target);
    return 'file';
  };

  const send = async (mail: Mail): Promise<SentAs> => {
    const { createTransport } = await transport();
    // A server on the network is spoken to by TLS or not at all.
    const requireTLS = !onThisMachine.has(URL.parse(smtp ?? '')?.hostname ?? '');
    // Who we say we are (EHLO): strict servers take no address for a name.
    const name = home.startsWith('https:') ? { name: host } : {};
    await createTransport({ url: smtp ?? '', requireTLS, ...name }).sendMail({
      ...envelope(mail),
      signal: AbortSignal.timeout(patience),
    });
    return 'mail';
  };

  return { home: home.replace(/\/+$/, ''), send: smtp ? send : file };
}
