import { hash } from 'node:crypto';

/** Namespace of every identifier that is worked out of words (RFC 9562, 5.5): it never changes. */
const namespace = Buffer.from('6f6b69656e6b4f8a9d3b68736473706c', 'hex');

const digest = (name: string): string => hash('sha1', Buffer.concat([namespace, Buffer.from(name)]), 'hex');

/** The identifier of what is known by words: a term by its taxonomy and code. Always the same for the same, UUID version 5. */
export function derivedId(...words: readonly string[]): string {
  const hex = digest(words.join('/'));
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

/** The first 32 bits of what a place in a card is called; there are some hundreds of such names. */
const places = new Map<string, number>();

function bitsOf(place: string): number {
  const known = places.get(place);
  if (known !== undefined) return known;
  const bits = Number.parseInt(digest(place).slice(0, 8), 16);
  if (places.size < 5000) places.set(place, bits);
  return bits;
}

/**
 * The identifier of what stands inside a record and has none of its own (a phone, a price): that of the record, its
 * first bits mixed with the name of the place; UUID version 8. An export needs a dozen for every card, and a digest
 * for each of them would be a third of its work.
 */
export function insideId(parentId: string, place: string): string {
  const bits = (Number.parseInt(parentId.slice(0, 8), 16) ^ bitsOf(place)) >>> 0;
  return `${bits.toString(16).padStart(8, '0')}${parentId.slice(8, 14)}8${parentId.slice(15)}`;
}
