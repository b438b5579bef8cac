/**
 * What lies on the device is sealed with a key made of the interviewer's phrase. The key is in memory only while the device is
 * unlocked, and no script can read it out.
 */

/**
 * PBKDF2 with SHA-256, OWASP Password Storage Cheat Sheet (2023): 600,000 rounds. About half a second on a tablet; whoever
 * copies the disk pays it for every guess.
 */
const rounds = 600_000;
const saltBytes = 16;
/** NIST SP 800-38D, 8.2.2: 96 bits by chance for each sealing. */
const ivBytes = 12;

/** By what a phrase is recognised: not the phrase, and nothing that can be turned back into it. */
export interface Lock {
  salt: Uint8Array<ArrayBuffer>;
  rounds: number;
  /** A known text, sealed: it opens with the right phrase only. */
  check: Sealed;
}

/** One value as it lies on the disk. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** A phrase may be typed with other spaces and capitals than it was set with; on a tablet both happen by themselves. */
export const plainPhrase = (typed: string): string =>
  typed.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');

/** Fewer characters are guessed from a copied disk; see docs/decisions/0017. */
export const shortestPhrase = 14;

/** What is wrong with a phrase that is being set; undefined: nothing. */
export function phraseFault(typed: string, again: string): 'short' | 'poor' | 'differs' | undefined {
  const phrase = plainPhrase(typed);
  if (phrase.length < shortestPhrase) return 'short';
  if (new Set(phrase).size < 6) return 'poor';
  return phrase === plainPhrase(again) ? undefined : 'differs';
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function keyOf(phrase: string, { salt, rounds: iterations }: Omit<Lock, 'check'>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', bytesOf(plainPhrase(phrase)), 'PBKDF2', false, [
    'deriveKey',
  ]);
  return await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Seals and opens values; `place` is bound to them, so that what is sealed for one place does not open in another. */
export interface Vault {
  seal(value: unknown, place: string): Promise<Sealed>;
  /** @throws when it was not sealed with this key for this place */
  open<T>(sealed: Sealed, place: string): Promise<T>;
}

const vaultOf = (key: CryptoKey): Vault => ({
  async seal(value, place) {
    const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
    const data = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: bytesOf(place) },
      key,
      bytesOf(JSON.stringify(value)),
    );
    return { iv, data };
  },
  async open<T>({ iv, data }: Sealed, place: string) {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: bytesOf(place) },
      key,
      data,
    );
    // Only what `seal` wrote opens at all.
    return JSON.parse(new TextDecoder().decode(plain)) as T;
  },
});

const checkPlace = 'lock';

/** A new lock for a phrase, and the vault it opens. */
export async function newLock(phrase: string): Promise<{ lock: Lock; vault: Vault }> {
  const made = { salt: crypto.getRandomValues(new Uint8Array(saltBytes)), rounds };
  const vault = vaultOf(await keyOf(phrase, made));
  return { lock: { ...made, check: await vault.seal(true, checkPlace) }, vault };
}

/** The vault behind a lock; undefined: the phrase is wrong. */
export async function openLock(lock: Lock, phrase: string): Promise<Vault | undefined> {
  const vault = vaultOf(await keyOf(phrase, lock));
  try {
    await vault.open(lock.check, checkPlace);
    return vault;
  } catch {
    return undefined;
  }
}
