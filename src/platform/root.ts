import { existsSync } from 'node:fs';
import path from 'node:path';

/** The project's folder, found upwards from this file: the same from source and from the bundle. */
export const projectRoot: string = (() => {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('package.json not found above ' + import.meta.dirname);
    folder = parent;
  }
  return folder;
})();
