import type { JobHandler } from '../../platform/jobs/jobs.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import type { Message } from '../../platform/runner/command.ts';
import { findEmail } from './db/accounts.ts';
import { pl } from './pl.ts';

const kind = 'access.notice';

/** What an account is told of, besides seeing it on its own page. */
export type Notice = keyof typeof pl.notices.what;

const isNotice = (word: unknown): word is Notice => typeof word === 'string' && word in pl.notices.what;

/** Tells an account by mail that something which opens it has changed. Names nobody: mail is read on many screens. */
export const notice = (accountId: string, what: Notice): Message => ({ kind, payload: { accountId, what } });

/** Carries such messages out; an account without an address is told nothing. */
export const noticeJob = (mailer: Mailer): JobHandler => ({
  kind,
  remote: true,
  async run(inCentre, { accountId, what }, id) {
    if (!isNotice(what)) return;
    const to = await inCentre((db, centreId) => findEmail(db, centreId, String(accountId)));
    if (to === undefined) return;
    await mailer.send({
      id,
      to,
      subject: pl.notices.subject,
      text: pl.notices.text(pl.notices.what[what], mailer.home),
    });
  },
});

const openedKind = 'access.opened-notice';

/** Tells whoever judges openings by necessity that one was made. Whose data and who opened them, they read in Okienko. */
export const openedNotice = (accountId: string): Message => ({ kind: openedKind, payload: { accountId } });

/** Carries such messages out. */
export const openedJob = (mailer: Mailer): JobHandler => ({
  kind: openedKind,
  remote: true,
  async run(inCentre, { accountId }, id) {
    const to = await inCentre((db, centreId) => findEmail(db, centreId, String(accountId)));
    if (to === undefined) return;
    await mailer.send({ id, to, subject: pl.opened.subject, text: pl.opened.text(mailer.home) });
  },
});
