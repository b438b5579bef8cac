import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../platform/root.ts';

const body = readFileSync(path.join(projectRoot, 'src/modules/access/scripts/passkey.js'), 'utf8');

/** The one script of this module: it joins a form with the browser's own dialogue for passkeys. */
export const passkeyScript = {
  url: `/assets/passkey-${createHash('sha256').update(body).digest('hex').slice(0, 10)}.js`,
  type: 'text/javascript; charset=utf-8',
  body,
};
