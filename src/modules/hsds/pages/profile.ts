import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type DataRoute, data } from '../../../platform/http/route.ts';
import { openapiDocument } from '../domain/openapi.ts';
import { patches, profileDocument, wholeSchema } from '../domain/profile.ts';
import { objectNames } from '../domain/spec.ts';
import { projectRoot } from '../../../platform/root.ts';
import { json, openapiPath, profilePath, version } from './api.ts';
import { noSuchAddress } from './ask.ts';

const missing = { ok: false, problem: noSuchAddress } as const;

/** The profile written down for people: docs/hsds-pl-cus.md. */
const documentation = (): string => readFileSync(path.join(projectRoot, 'docs/hsds-pl-cus.md'), 'utf8');

/** The profile in the form of machines: its document, a patch per schema, whole schemas, and the OpenAPI document. */
export const profileRoutes: readonly DataRoute[] = [
  data({ path: openapiPath, answer: ({ base }) => Promise.resolve(json(openapiDocument(base, version))) }),
  data({
    path: profilePath,
    answer: ({ base }) => Promise.resolve(json(profileDocument(base, profilePath))),
  }),
  data({
    path: `${profilePath}/documentation`,
    answer: () =>
      Promise.resolve({ ok: true, value: { type: 'text/markdown; charset=utf-8', body: documentation() } }),
  }),
  data({
    path: `${profilePath}/:schema`,
    answer({ params }) {
      const patch = Object.entries(patches).find(([file]) => file === params['schema'])?.[1];
      return Promise.resolve(patch ? json(patch) : missing);
    },
  }),
  data({
    path: `${profilePath}/schema/:schema`,
    answer({ base, params }) {
      const name = objectNames.find((one) => `${one}.json` === params['schema']);
      return Promise.resolve(name ? json(wholeSchema(name, `${base}${profilePath}/schema`)) : missing);
    },
  }),
];
