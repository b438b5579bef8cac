import type { JobHandler } from '../../../platform/jobs/jobs.ts';
import type { Mailer } from '../../../platform/mail/mailer.ts';
import type { Vault } from '../../../platform/vault/vault.ts';
import { sendLinkKind } from './links.ts';
import { centreAddress } from '../db/organizations.ts';
import { findLink, keepWithMessage, noteSent, setLinkHash } from '../db/links.ts';
import { selectServiceList } from '../db/services.ts';
import { newSecret, secretHash } from '../domain/link.ts';
import { publicStates } from '../domain/lifecycle.ts';
import { shortDate } from '../../../ui/index.ts';
import { pl } from '../pl.ts';

/** The secret of an earlier try, where its key is still here. */
function opened(vault: Vault, sealed: unknown, place: string): string | undefined {
  if (typeof sealed !== 'string') return undefined;
  try {
    return vault.open(sealed, place);
  } catch {
    return undefined;
  }
}

/**
 * Writes to an organization: its cards, and the link by which it keeps them. The secret is made here, and waits sealed
 * until the message has left: a message that is tried again is the same one, and whichever of them arrives opens the
 * cards.
 */
export const sendLinkJob = (mailer: Mailer, vault: Vault): JobHandler => ({
  kind: sendLinkKind,
  remote: true,
  async run(inCentre, payload, messageId) {
    const id = String(payload['linkId']);
    const place = `outbox/${sendLinkKind}/${id}`;
    const secret = opened(vault, payload['sealed'], place) ?? newSecret();
    const ready = await inCentre(async (db, centreId) => {
      const link = await findLink(db, centreId, id);
      if (!link || link.revoked || link.sentAt !== null || link.email === null) return undefined;
      const [centre, cards] = await Promise.all([
        centreAddress(db, centreId),
        selectServiceList(db, centreId, { states: publicStates, owner: link.organizationId }),
      ]);
      await setLinkHash(db, centreId, id, secretHash(secret));
      await keepWithMessage(db, centreId, messageId, vault.seal(secret, place));
      return { to: link.email, centre, cards, expiresOn: link.expiresOn };
    });
    if (!ready) return;
    const { to, centre, cards, expiresOn } = ready;
    const sentAs = await mailer.send({
      id: messageId,
      to,
      subject: pl.mail.subject(centre.name),
      text: pl.mail.text({
        centre: centre.name,
        phone: centre.phone,
        cards: cards.map((one) => one.name),
        link: `${mailer.home}/${centre.slug}/karta/${secret}`,
        expiresOn: shortDate(expiresOn),
      }),
    });
    await inCentre(async (db, centreId) => {
      await noteSent(db, centreId, id, sentAs);
      await keepWithMessage(db, centreId, messageId, null);
    });
  },
});
