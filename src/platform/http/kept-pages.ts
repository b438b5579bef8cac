import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Runner } from '../runner/runner.ts';
import { type Packed, packed } from './packed.ts';
import type { Keep, PageRequest } from './route.ts';

/**
 * How long a page is given again without being made anew. A command of this process ends it at once; a change that
 * another process, a job or the command line made is seen after this time.
 */
export const keptForSeconds = 60;

/** The oldest leave when there are more. */
const mostPages = 500;

/** A page as it is sent to every visitor. */
export interface KeptPage {
  etag: string;
  body: Packed;
}

/** Which page, of which centre, on what it depends. */
export interface PageKey {
  centreId: string;
  /** Language, address and day: two visitors with the same are shown the same. */
  address: string;
  keep: Keep;
}

export interface KeptPages {
  /** The page, made at most once at a time; undefined when `make` gives none, because this one may not be kept. */
  page(key: PageKey, make: () => Promise<string | undefined>): Promise<KeptPage | undefined>;
  /** What this command may have changed in its centre is made anew when it is next asked for. */
  changed(centreId: string, command: string): void;
}

interface Entry {
  /** How often the modules behind it had changed the centre when its making began. */
  version: string;
  until: number;
  page: Promise<KeptPage | undefined>;
}

const made = (html: string): KeptPage => ({
  // Weak: the same page in whatever form it is compressed.
  etag: `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 24)}"`,
  body: packed(html),
});

/** Pages in memory; nothing of them is written anywhere. */
export function keptPages(clock: Clock): KeptPages {
  const changes = new Map<string, number>();
  const entries = new Map<string, Entry>();
  const moduleKey = (centreId: string, module: string): string => `${centreId} ${module}`;
  const versionOf = ({ centreId, keep }: PageKey): string =>
    keep.until.map((module) => changes.get(moduleKey(centreId, module)) ?? 0).join(' ');

  return {
    async page(key, make) {
      const id = `${key.centreId} ${key.address}`;
      const now = Date.parse(clock.now());
      // Taken before the page is read: what changes meanwhile makes it old before it is kept.
      const version = versionOf(key);
      const known = entries.get(id);
      if (known && known.version === version && known.until > now) return await known.page;
      const page = make().then((html) => (html === undefined ? undefined : made(html)));
      entries.delete(id);
      entries.set(id, { version, until: now + keptForSeconds * 1000, page });
      for (const oldest of entries.keys()) {
        if (entries.size <= mostPages) break;
        entries.delete(oldest);
      }
      const forget = (): void => {
        if (entries.get(id)?.page === page) entries.delete(id);
      };
      void page.then((value) => value ?? forget(), forget);
      return await page;
    },
    changed(centreId, command) {
      const key = moduleKey(centreId, command.split('.')[0] ?? '');
      changes.set(key, (changes.get(key) ?? 0) + 1);
    },
  };
}

/** A runner whose commands, once they are done (or nobody knows), are no longer hidden by a kept page. */
export const tellingPages = (runner: Runner, pages: KeptPages): Runner => ({
  ...runner,
  async run(command, actor, input, envelope) {
    try {
      const outcome = await runner.run(command, actor, input, envelope);
      if (outcome.ok) pages.changed(actor.centreId, command.name);
      return outcome;
    } catch (error) {
      pages.changed(actor.centreId, command.name);
      throw error;
    }
  },
});

/**
 * The address under which a visitor's page is kept; undefined when it is asked for in a way that makes it this visitor's
 * own. The query must be exactly what we would write, because the page may repeat its own address.
 */
export function keptAddress(keep: Keep, page: PageRequest, asked: string): string | undefined {
  const [path = '', query = ''] = asked.split('?');
  const own = new URLSearchParams(
    (keep.query ?? []).flatMap((name): [string, string][] => {
      const value = page.query[name];
      return value === undefined ? [] : [[name, value]];
    }),
  ).toString();
  return query === own && own.length < 200 ? `${page.today} ${page.lang} ${path}?${own}` : undefined;
}
