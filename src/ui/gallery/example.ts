import type { VNode } from 'preact';

/** A component in use: what the gallery shows and what the tests render. */
export type Example = { group: string; name: string; node: VNode };
