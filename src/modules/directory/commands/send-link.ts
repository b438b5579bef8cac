import type { JobHandler } from '../../../platform/jobs/jobs.ts';
import type { Mailer } from '../../../platform/mail/mailer.ts';
import { sendLinkKind } from './links.ts';
import { centreAddress } from '../db/organizations.ts';
import { findLink, noteSent, setLinkHash } from '../db/links.ts';
import { selectServiceList } from '../db/services.ts';
import { newSecret, secretHash } from '../domain/link.ts';
import { publicStates } from '../domain/lifecycle.ts';
import { shortDate } from '../../../ui/index.ts';
import { pl } from '../pl.ts';

/**
 * Writes to an organization: its cards, and the link by which it keeps them. The secret is made here and leaves with
 * the message only; a second try makes another one, and the message that may have left before opens nothing.
 */
export const sendLinkJob = (mailer: Mailer): JobHandler => ({
  kind: sendLinkKind,
  async run(inCentre, payload) {
    const id = String(payload['linkId']);
    const secret = newSecret();
    const ready = await inCentre(async (db, centreId) => {
      const link = await findLink(db, centreId, id);
      if (!link || link.revoked || link.sentAt !== null || link.email === null) return undefined;
      const [centre, cards] = await Promise.all([
        centreAddress(db, centreId),
        selectServiceList(db, centreId, { states: publicStates, owner: link.organizationId }),
      ]);
      await setLinkHash(db, centreId, id, secretHash(secret));
      return { to: link.email, centre, cards, expiresOn: link.expiresOn };
    });
    if (!ready) return;
    const { to, centre, cards, expiresOn } = ready;
    const sentAs = await mailer.send({
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
    await inCentre((db, centreId) => noteSent(db, centreId, id, sentAs));
  },
});
