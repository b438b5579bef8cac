import { reactPeer } from './react.ts';

await reactPeer();
