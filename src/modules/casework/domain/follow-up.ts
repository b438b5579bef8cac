import { createHash } from 'node:crypto';

// No letter or figure that reads like another one: I, L, O, 0 and 1 are left out.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const codeLength = 10;
const codePattern = new RegExp(`^[${letters}]{${codeLength}}$`);

/** The shape of the secret that a page puts into the address of its form. */
export const seedPattern = /^[\w-]{20,64}$/;

const digest = (...parts: readonly string[]): Buffer =>
  createHash('sha256').update(parts.join('\n')).digest();

/**
 * The code of a case: ten letters that are hard to misread. It follows from the secret of the sent form and from the id
 * that the case got, so the sender sees it again when the same form is sent twice, and nothing of it is ever stored.
 */
export function caseCode(seed: string, caseId: string): string {
  let rest = BigInt(`0x${digest('code', seed, caseId).toString('hex')}`);
  let code = '';
  for (let at = 0; at < codeLength; at += 1) {
    code += letters.charAt(Number(rest % BigInt(letters.length)));
    rest /= BigInt(letters.length);
  }
  return code;
}

/** ABCD-EFG-HJK: as it is read over the phone. */
export const groupedCode = (code: string): string =>
  [code.slice(0, 4), code.slice(4, 7), code.slice(7)].join('-');

/** What somebody typed as a code: any case, spaces and dashes; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s\-–.]/g, '');
  return codePattern.test(code) ? code : undefined;
}

/** What is kept of a code. */
export const codeHash = (centreId: string, code: string): Buffer => digest('case code', centreId, code);

/** A secret address: it follows, like the code, from the form's secret and from what the centre answered to it. */
export const linkToken = (seed: string, key: string): string =>
  digest('link', seed, key).toString('base64url');

/** The shape of a secret address. */
export const tokenPattern = /^[\w-]{43}$/;

/** What is kept of an address. */
export const linkHash = (centreId: string, token: string): Buffer => digest('link', centreId, token);

const hour = 3_600_000;

/** How long an address opens what it leads to: an unsent application for thirty days, an unlocked status for half an hour. */
export const linkLives = { draft: 30 * 24 * hour, status: hour / 2 } as const;

/** Wrong birth dates after which a code rests, and for how long (the same answer is given all the while). */
export const codeRest = { after: 5, milliseconds: hour } as const;
