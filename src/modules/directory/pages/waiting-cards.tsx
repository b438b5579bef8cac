import type { VNode } from 'preact';
import { Panel } from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import type { WaitingCounts } from '../queries/count-waiting.ts';

const kinds = ['confirm', 'check', 'proposals'] as const;

/** What the directory asks of its reader today; nothing when it asks nothing. */
export const WaitingCards = ({ counts }: { counts: WaitingCounts }): VNode | null => {
  const open = kinds.filter((kind) => counts[kind] > 0);
  if (open.length === 0) return null;
  return (
    <Panel id="karty" title={pl.list.waitingTitle} tone="plain">
      <ul>
        {open.map((kind) => (
          <li key={kind}>
            <a href={`/praca/uslugi?waiting=${kind}`}>
              {pl.list.waiting[kind]}: {counts[kind]}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
