import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** A part of a sealed stream; a reader holds one at a time. */
const partBytes = 1 << 20;
const tagLength = 16;
const saltLength = 32;
const lengthBytes = 4;
const mark = 'okienko-backup 1';

/** Whatever of a file cannot be believed: changed, cut short, made with another key, or no backup at all. */
export class BackupFault extends Error {
  readonly kind: 'form' | 'key' | 'changed' | 'cut' | 'content';
  constructor(kind: BackupFault['kind'], words: string) {
    super(words);
    this.kind = kind;
  }
}

const streamKey = (key: Buffer, salt: Buffer): Buffer => Buffer.from(hkdfSync('sha256', key, salt, mark, 32));

/** Each part has a nonce of its own place, and the last one says that it is the last (Rogaway's STREAM). */
function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

/** Pieces as parts of one size; the last may be shorter, and is the only one that may be empty. */
async function* parts(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(Buffer.from(piece));
    length += piece.length;
    if (length <= partBytes) continue;
    let all = Buffer.concat(held);
    while (all.length > partBytes) {
      yield { bytes: all.subarray(0, partBytes), last: false };
      all = all.subarray(partBytes);
    }
    held = [all];
    length = all.length;
  }
  yield { bytes: Buffer.concat(held), last: true };
}

/**
 * Seals a stream with AES-256-GCM, a part at a time: what was changed, moved, left out or cut off does not open.
 * @param keyId names the key in the first line, so that a reader knows which one to bring
 */
export async function* sealed(
  pieces: AsyncIterable<Uint8Array>,
  { key, keyId }: { key: Buffer; keyId: string },
): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltLength);
  const head = Buffer.from(`${mark} ${keyId}\n`);
  yield Buffer.concat([head, salt]);
  const secret = streamKey(key, salt);
  let index = 0;
  for await (const { bytes, last } of parts(pieces)) {
    const cipher = createCipheriv('aes-256-gcm', secret, nonceOf(index++, last)).setAAD(head);
    const body = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    const length = Buffer.alloc(lengthBytes);
    length.writeUInt32BE(body.length);
    yield Buffer.concat([length, body]);
  }
}

/** Gives so many bytes of a stream at a time. */
function reader(pieces: AsyncIterable<Uint8Array>) {
  const iterator = pieces[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  const fill = async (): Promise<boolean> => {
    const { value, done } = await iterator.next();
    if (done) return false;
    held = Buffer.concat([held, value]);
    return true;
  };
  return {
    /** Exactly so many bytes. @throws BackupFault when there are fewer */
    async take(count: number): Promise<Buffer> {
      while (held.length < count)
        if (!(await fill())) throw new BackupFault('cut', 'the file ends too early');
      const taken = held.subarray(0, count);
      held = held.subarray(count);
      return taken;
    },
    async ended(): Promise<boolean> {
      while (held.length === 0) if (!(await fill())) return true;
      return false;
    },
  };
}

const longestHead = 64;

async function headOf(from: ReturnType<typeof reader>): Promise<string> {
  let head = '';
  while (!head.endsWith('\n')) {
    head += (await from.take(1)).toString('latin1');
    if (head.length > longestHead || !mark.startsWith(head.slice(0, mark.length)))
      throw new BackupFault('form', 'not a backup of Okienko');
  }
  return head;
}

/**
 * Opens what `sealed` made. Nothing of a part is given before it is proved whole.
 * @param keyOf the key of an identifier, when it is here
 * @throws BackupFault saying what is wrong with the file
 */
export async function* opened(
  pieces: AsyncIterable<Uint8Array>,
  keyOf: (keyId: string) => Buffer | undefined,
): AsyncGenerator<Buffer> {
  const from = reader(pieces);
  const head = await headOf(from);
  const key = keyOf(head.slice(mark.length + 1, -1));
  if (!key) throw new BackupFault('key', 'made with a key that is not here');
  const secret = streamKey(key, await from.take(saltLength));
  for (let index = 0, last = false; !last; index++) {
    const length = (await from.take(lengthBytes)).readUInt32BE();
    if (length < tagLength || length > partBytes + tagLength)
      throw new BackupFault('changed', 'a part of no possible length');
    const body = await from.take(length);
    last = await from.ended();
    const decipher = createDecipheriv('aes-256-gcm', secret, nonceOf(index, last), {
      authTagLength: tagLength,
    })
      .setAAD(Buffer.from(head))
      .setAuthTag(body.subarray(-tagLength));
    const plain = decipher.update(body.subarray(0, -tagLength));
    try {
      decipher.final();
    } catch {
      // The last part of a file that was cut between two parts opens with the nonce of a part in the middle only.
      throw new BackupFault('changed', 'a part was changed, or the file was cut');
    }
    yield plain;
  }
}
