import { createHash, randomBytes } from 'node:crypto';

/** A secret that nobody guesses: 32 random bytes as they stand in an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. Of 256 random bits a plain hash tells nothing. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** A link by which an organization keeps its own cards. */
export interface CardLink {
  id: string;
  organizationId: string;
  organization: string;
  email: string | null;
  /** The last day on which it works. */
  expiresOn: string;
  revoked: boolean;
}

export type LinkState = 'open' | 'expired' | 'revoked' | 'unknown';

/** Whether a link opens on a day. */
export const linkState = (
  link: Pick<CardLink, 'expiresOn' | 'revoked'> | undefined,
  today: string,
): LinkState => {
  if (!link) return 'unknown';
  if (link.revoked) return 'revoked';
  return link.expiresOn < today ? 'expired' : 'open';
};
