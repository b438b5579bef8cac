import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../platform/root.ts';

/** Our own subset of public registers (data/resources), in the form of our export. */
export const shippedRegister = (): Buffer =>
  readFileSync(path.join(projectRoot, 'data/resources/register.csv'));
