import { hash } from 'node:crypto';

/** Namespace of every identifier that is derived and not drawn (RFC 9562, 5.5): it never changes. */
const namespace = Buffer.from('6f6b69656e6b4f8a9d3b68736473706c', 'hex');

const room = 200;
const kept = Buffer.alloc(namespace.length + room * 4);
namespace.copy(kept);

/**
 * The identifier of what has none of its own: always the same for the same words, UUID version 5. What stands inside a
 * card (a phone, a fee) is known by the card and its place in it, a term by its taxonomy and code.
 */
export function derivedId(...words: readonly string[]): string {
  const name = words.join('/');
  // Most names are short and are hashed from one kept buffer: an export derives a dozen of ids for every card.
  const written = name.length < room ? kept.write(name, namespace.length) : 0;
  const bytes =
    written > 0
      ? kept.subarray(0, namespace.length + written)
      : Buffer.concat([namespace, Buffer.from(name)]);
  const hex = hash('sha1', bytes, 'hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
