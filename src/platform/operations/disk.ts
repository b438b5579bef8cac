import { statfs } from 'node:fs/promises';

/** Free and all bytes of the disk under a folder; null: it cannot be read. */
export async function diskUnder(folder: string): Promise<{ free: number; total: number } | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    return null;
  }
}
