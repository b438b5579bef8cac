import { buildTablet } from '../bin/tablet.mjs';

/** The program of the tablet, which the server reads when it starts. */
export default async function setup(): Promise<void> {
  await buildTablet();
}
