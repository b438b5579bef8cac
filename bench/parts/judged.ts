import MiniSearch from 'minisearch';
import type { Pool } from '../../src/platform/database/pool.ts';
import { fieldNames, type SearchDocument } from '../../src/modules/directory/search/document.ts';
import { fold } from '../../src/modules/directory/search/fold.ts';
import { buildIndex } from '../../src/modules/directory/search/index.ts';
import { judge, judgedQueries, judgedServices } from '../../src/modules/directory/search/judged.ts';
import { layOver } from '../../src/modules/directory/search/lay-words.ts';
import { engineOf, search } from '../../src/modules/directory/search/search.ts';
import { polish, shippedLayWords } from '../../src/modules/directory/search/shipped.ts';
import { openFolder, scratchFolder } from '../house.ts';
import { type Figure, say } from '../report.ts';

type Find = (text: string) => string[];

const first = 10;
const textOf = (one: SearchDocument): string => fieldNames.map((field) => one.words[field] ?? '').join(' ');

/** BM25 over folded words (Robertson and Zaragoza 2009, k1 1.2, b 0.75): no Polish, no errors, no fields. */
function plain(services: readonly SearchDocument[]): Find {
  const bags = services.map((one) => fold(textOf(one)).split(' '));
  const average = bags.reduce((sum, bag) => sum + bag.length, 0) / bags.length;
  return (text) => {
    const terms = new Set(fold(text).split(' '));
    const scores = bags.map((bag) => {
      let score = 0;
      for (const term of terms) {
        const often = bag.filter((word) => word === term).length;
        if (often === 0) continue;
        const holding = bags.filter((other) => other.includes(term)).length;
        const rarity = Math.log(1 + (bags.length - holding + 0.5) / (holding + 0.5));
        score += (rarity * often * 2.2) / (often + 1.2 * (0.25 + (0.75 * bag.length) / average));
      }
      return score;
    });
    return services
      .map(({ id }, at) => ({ id, score: scores[at] ?? 0 }))
      .filter((one) => one.score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, first)
      .map((one) => one.id);
  };
}

function miniSearch(services: readonly SearchDocument[]): Find {
  const mini = new MiniSearch<SearchDocument>({
    fields: [...fieldNames],
    extractField: (one, field) =>
      field === 'id' ? one.id : (Object.entries(one.words).find(([name]) => name === field)?.[1] ?? ''),
    processTerm: (term) => fold(term),
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { name: 3 } },
  });
  mini.addAll([...services]);
  return (text) =>
    mini
      .search(text)
      .slice(0, first)
      .map((one) => String(one.id));
}

function ours(services: readonly SearchDocument[], withLayWords: boolean): Find {
  const { forms, lemmas } = polish();
  const index = buildIndex(services, forms, lemmas);
  const engine = engineOf(index, withLayWords ? layOver(index, shippedLayWords()) : undefined);
  return (text) => search(engine, text, {}, first).hits.map((one) => one.id);
}

/** PostgreSQL's own search in two manners, over folded text: words with their beginnings, and three letters at a time. */
async function postgres(
  owner: Pool,
  services: readonly SearchDocument[],
): Promise<{ words: Find; letters: Find }> {
  await owner.query('create extension if not exists pg_trgm');
  await owner.query('create temporary table judged (id text, name text, rest text)');
  for (const one of services)
    await owner.query('insert into judged values ($1, $2, $3)', [
      one.id,
      fold(one.words.name ?? ''),
      fold(textOf(one)),
    ]);
  const [words, letters] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const { q } of judgedQueries()) {
    const typed = fold(q);
    const any = typed
      .split(' ')
      .map((word) => `${word}:*`)
      .join(' | ');
    const ranked = await owner.query<{ id: string }>(
      `select id from (select id, setweight(to_tsvector('simple', name), 'A') || to_tsvector('simple', rest) as words
        from judged) one where words @@ to_tsquery('simple', $1)
        order by ts_rank_cd(words, to_tsquery('simple', $1)) desc, id limit ${first}`,
      [any],
    );
    words.set(
      q,
      ranked.rows.map((row) => row.id),
    );
    const alike = await owner.query<{ id: string }>(
      `select id from judged order by greatest(word_similarity($1, name), word_similarity($1, rest)) desc, id limit ${first}`,
      [typed],
    );
    letters.set(
      q,
      alike.rows.map((row) => row.id),
    );
  }
  return { words: (text) => words.get(text) ?? [], letters: (text) => letters.get(text) ?? [] };
}

/** How well each way of searching answers the judged queries (nDCG@10); the winner is what the product uses. */
export async function judgedPart(): Promise<Figure[]> {
  const services = judgedServices();
  const { folder, remove } = scratchFolder();
  const database = await openFolder(folder);
  try {
    const inDatabase = await postgres(database.owner, services);
    const ways: Record<string, Find> = {
      'BM25, folded words': plain(services),
      'PostgreSQL full text, simple': inDatabase.words,
      'PostgreSQL trigrams': inDatabase.letters,
      'MiniSearch, fuzzy and prefix': miniSearch(services),
      'ours without lay words': ours(services, false),
      ours: ours(services, true),
    };
    return Object.entries(ways).map(([name, find]) => {
      const values = judge(find);
      say(` ${name}: ${[...values].map(([kind, value]) => `${kind} ${value.toFixed(3)}`).join(', ')}`);
      return {
        part: 'judged',
        measured: `nDCG@10, ${name}`,
        ours: (values.get('Polish') ?? 0).toFixed(3),
        beside: `held out ${(values.get('held out') ?? 0).toFixed(3)}, uk and en ${(values.get('Ukrainian and English') ?? 0).toFixed(3)}`,
      };
    });
  } finally {
    await database.close();
    remove();
  }
}
