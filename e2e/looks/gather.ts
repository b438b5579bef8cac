import { emptied, formsOf } from './forms.ts';
import type { Row, Who } from './rows.ts';
import type { Scene } from './scenes.ts';
import type { Answer, Visitor } from './visitor.ts';
import { pathOf, walk } from './walk.ts';

/** The four looks of a page. */
export type Kind = 'full' | 'empty' | 'error' | 'forbidden';

/** One look of one page, as it was sent. */
export interface Look extends Answer {
  path: string;
  kind: Kind;
  who: Who;
}

const nowhere = '00000000-0000-7000-8000-000000000000';

/** An address of the same page that leads to nothing: another id, a filter that cannot be. */
const astray = (path: string, address: string): string => {
  const parts = (address.split('?')[0] ?? '').split('/');
  const at = path.split('/').findLastIndex((part) => part.startsWith(':') && part !== ':centre');
  if (at < 0) return `${parts.join('/')}?strona=-1&od=31.02.2026&stan=nieznany`;
  return parts.map((part, index) => (index === at ? nowhere : part)).join('/');
};

/**
 * The error look: the first form of the page that says what is wrong when it is sent empty; where there is none, the page
 * at an address that leads to nothing.
 */
async function errorOf(visitor: Visitor, path: string, full: Answer): Promise<Answer> {
  for (const form of formsOf(full)) {
    if (form.method === 'get' || form.asked.length === 0) continue;
    const answer = await visitor.post(form.action, emptied(form));
    if (answer.status >= 400 && answer.type.includes('html')) return answer;
  }
  return await visitor.get(astray(path, full.address));
}

/** Collects the looks of every row: walks as each role, plays the scenes, and asks as those who may not. */
export async function gather(
  rows: Readonly<Record<string, Row>>,
  as: (who: Who) => Visitor,
  parts: {
    paths: readonly string[];
    starts: readonly string[];
    scenes(found: (path: string) => Answer): AsyncIterable<Scene>;
    /** How many pages of one path are compared, the fullest and the emptiest being kept. */
    compared: number;
  },
): Promise<Look[]> {
  const looks: Look[] = [];
  // A scene may stand in any centre of the demonstration.
  const which = pathOf(parts.paths, '[^/]+');
  const take = async (path: string, who: Who, full: Answer, by = as): Promise<void> => {
    looks.push({ ...full, path, kind: 'full', who });
    looks.push({ ...(await errorOf(by(who), path, full)), path, kind: 'error', who });
    const closedTo = rows[path]?.closedTo;
    if (closedTo)
      looks.push({ ...(await by(closedTo).get(full.address)), path, kind: 'forbidden', who: closedTo });
  };

  const walked = new Map<string, Answer>();
  const roles = new Set(Object.values(rows).map((row) => row.as));
  for (const who of roles) {
    const wanted = new Set(
      Object.entries(rows).flatMap(([path, row]) => (row.as === who && !row.scene ? [path] : [])),
    );
    const own = [...wanted].map((path) => path.replace(':centre', 'jarocin'));
    const starts = [...parts.starts, ...own.filter((path) => !path.includes(':'))];
    const found = await walk(as(who), starts, parts.paths, wanted, parts.compared);
    for (const path of wanted) {
      const pages = (found.get(path) ?? []).toSorted((one, other) => other.body.length - one.body.length);
      const [full, ...others] = pages;
      if (!full) continue;
      walked.set(path, full);
      const least = others.at(-1);
      if (least) looks.push({ ...least, path, kind: 'empty', who });
    }
  }
  for (const [path, full] of walked) await take(path, rows[path]?.as ?? 'visitor', full);
  const begin = (path: string): Answer => {
    const answer = walked.get(path);
    if (!answer) throw new Error(`a scene begins at ${path}, which was not found`);
    return answer;
  };
  for await (const { who, address, as: by = as } of parts.scenes(begin)) {
    const path = which(address);
    const full = await by(who).get(address);
    if (path) await take(path, who, { ...full, address }, by);
  }
  return looks;
}
