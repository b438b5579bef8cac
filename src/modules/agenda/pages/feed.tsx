import { file } from '../../../platform/http/route.ts';
import { calendarFeed } from '../queries/calendar-feed.ts';

/** The address that a calendar program reads. */
export const feedFile = file({
  door: 'public',
  path: '/:centre/kalendarz/:secret',
  async send(ask, request) {
    const feed = await ask(calendarFeed, { secret: (request.params['secret'] ?? '').replace(/\.ics$/, '') });
    return feed.ok
      ? { ok: true, value: { type: 'text/calendar; charset=utf-8', body: feed.value.ics } }
      : feed;
  },
});
