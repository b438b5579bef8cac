import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchDocument } from './document.ts';
import { buildIndex } from './index.ts';
import { judgedQueries, judgedServices } from './judged.ts';
import { layOver } from './lay-words.ts';
import { changedEngine, type Engine, engineOf, search } from './search.ts';
import { polish, shippedLayWords } from './shipped.ts';

const services = judgedServices();
const queries = judgedQueries().map((one) => one.q);
const { forms, lemmas } = polish();
const words = shippedLayWords();

function anew(documents: readonly SearchDocument[]): Engine {
  const index = buildIndex(documents, forms, lemmas);
  return engineOf(index, layOver(index, words));
}

const found = (engine: Engine, query: string) =>
  search(engine, query, {}, 10).hits.map(({ id, score }) => ({ id, score: expect.closeTo(score, 3) }));

const plain = (engine: Engine, query: string) =>
  search(engine, query, {}, 10).hits.map(({ id, score }) => ({ id, score }));

describe('an index changed card by card finds what one made anew finds', () => {
  const number = fc.nat(services.length - 1);
  const step = fc.oneof(
    fc.record({ kind: fc.constant('out'), at: number, to: number }),
    fc.record({ kind: fc.constant('put'), at: number, to: number }),
    fc.record({ kind: fc.constant('replace'), at: number, to: number }),
  );

  it('whatever goes, comes, moves and is written otherwise', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.nat(queries.length - 20), (steps, from) => {
        let documents = services.slice(0, 60);
        let engine = anew(documents);
        for (const { kind, at, to } of steps) {
          const other = services[to];
          const out = kind === 'put' || documents.length === 0 ? undefined : at % documents.length;
          const rest = documents.filter((_, one) => one !== out);
          const put =
            kind === 'out' || !other || rest.some((one) => one.id === other.id)
              ? undefined
              : { at: to % (rest.length + 1), document: other };
          documents = put ? rest.toSpliced(put.at, 0, put.document) : rest;
          engine = changedEngine(engine, words, { out, put });
        }
        const fresh = anew(documents);
        expect(engine.index.documents).toEqual(documents);
        for (const query of queries.slice(from, from + 20))
          expect(plain(engine, query)).toEqual(found(fresh, query));
      }),
      { numRuns: 15 },
    );
  });

  it('a word that is new here is found in its forms, by its beginning and with a typing error', () => {
    const [first] = services;
    if (!first) throw new Error('no service');
    const document = { ...first, id: 'new', words: { name: 'Stacja Zgorzałówka', about: 'Xyloterapia' } };
    const engine = changedEngine(anew(services), words, { put: { at: 3, document } });
    for (const query of ['zgorzalowce', 'zgorzal', 'zgorzaluwka', 'xyloterapii'])
      expect([query, plain(engine, query)[0]?.id]).toEqual([query, 'new']);
    const gone = changedEngine(engine, words, { out: 3 });
    expect(search(gone, 'zgorzałówka', {}, 10)).toMatchObject({ unknown: ['zgorzalowka'] });
  });
});
