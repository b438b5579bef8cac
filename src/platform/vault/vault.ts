import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Seals what must be read again but must not stand plain in the database or its copies (AES-256-GCM). The keys live
 * outside the database. A sealed value names its key and is bound to its place: it opens nowhere else.
 */
export interface Vault {
  /** Identifier of the key that seals now; tells nothing of the key. */
  keyId: string;
  /** @param place where the value is kept, for example a table, a column and the ids of the row */
  seal(plain: string, place: string): string;
  /** @throws when the key is not known, or the value was changed or moved from its place */
  open(sealed: string, place: string): string;
  /** Whether the key that sealed this value is here. */
  knows(keyId: string): boolean;
  /**
   * One-way mark by which a sealed value is found exactly and kept unique (HMAC-SHA-256 by a key of its place, 128 bits,
   * hexadecimal). Without the key nobody can try all PESELs against it.
   */
  mark(plain: string, place: string): string;
  /** The marks by every key that is here, today's first: what to look for while keys are being changed. */
  marks(plain: string, place: string): string[];
}

const version = 'v1';
const keyLength = 32;
const ivLength = 12;
const tagLength = 16;
const markLength = 32;

const idOf = (key: Buffer): string =>
  createHash('sha256').update('okienko key id').update(key).digest('hex').slice(0, 12);

/** A new key as it is kept: 64 hexadecimal digits. */
export const newKey = (): string => randomBytes(keyLength).toString('hex');

/** The keys in a text, one per line or separated by spaces or commas; undefined: one of them is no key, or none is there. */
export function readKeys(text: string): string[] | undefined {
  const keys = text.split(/[\s,]+/).filter(Boolean);
  return keys.length > 0 && keys.every((key) => /^[0-9a-f]{64}$/i.test(key)) ? keys : undefined;
}

/** The keys by their identifiers, in the order given: for what seals by itself, as a backup does. */
export const namedKeys = (keys: readonly string[]): Map<string, Buffer> =>
  new Map(
    keys.map((text) => {
      const key = Buffer.from(text, 'hex');
      return [idOf(key), key] as const;
    }),
  );

/** A vault that seals with the first key and opens with any of them: a new key goes first, the old ones stay behind it. */
export function vaultOf(keys: readonly string[]): Vault {
  const known = namedKeys(keys);
  const [current] = known;
  if (!current) throw new Error('a vault needs a key');
  const [keyId, currentKey] = current;
  const bound = (id: string, place: string): Buffer => Buffer.from(`${version}.${id}.${place}`);
  const markKeys = new Map<string, Buffer>();
  const markBy = (id: string, key: Buffer, plain: string, place: string): string => {
    const name = `${id} ${place}`;
    let own = markKeys.get(name);
    if (!own) {
      own = Buffer.from(hkdfSync('sha256', key, '', `okienko mark ${place}`, keyLength));
      markKeys.set(name, own);
    }
    return createHmac('sha256', own).update(plain).digest('hex').slice(0, markLength);
  };
  return {
    keyId,
    knows: (id) => known.has(id),
    mark: (plain, place) => markBy(keyId, currentKey, plain, place),
    marks: (plain, place) => [...known].map(([id, key]) => markBy(id, key, plain, place)),
    seal(plain, place) {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv('aes-256-gcm', currentKey, iv).setAAD(bound(keyId, place));
      const sealed = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${version}.${keyId}.${sealed.toString('base64url')}`;
    },
    open(sealed, place) {
      const [form, id = '', body = ''] = sealed.split('.');
      const key = known.get(id);
      if (form !== version || !key) throw new Error('sealed with a key that is not here');
      const bytes = Buffer.from(body, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength), {
        authTagLength: tagLength,
      })
        .setAAD(bound(id, place))
        .setAuthTag(bytes.subarray(-tagLength));
      const plain = decipher.update(bytes.subarray(ivLength, -tagLength));
      return Buffer.concat([plain, decipher.final()]).toString('utf8');
    },
  };
}

const keyless = (): never => {
  throw new Error('this process was given no key');
};

/** For processes that seal and open nothing: whatever asks it fails. */
export const noVault: Vault = {
  keyId: '',
  knows: () => false,
  seal: keyless,
  open: keyless,
  mark: keyless,
  marks: keyless,
};

/** How a value sealed with a key begins: what sealed values are told apart by. */
export const sealedBy = (keyId: string): string => `${version}.${keyId}.`;

/** A vault that asks which keys hold now: of a program that goes on working while its keys are changed. */
export const livingVault = (now: () => Vault): Vault => ({
  get keyId() {
    return now().keyId;
  },
  knows: (id) => now().knows(id),
  seal: (plain, place) => now().seal(plain, place),
  open: (sealed, place) => now().open(sealed, place),
  mark: (plain, place) => now().mark(plain, place),
  marks: (plain, place) => now().marks(plain, place),
});
