import { Row, StateTag } from '../../../ui/index.ts';
import { agendaWords } from '../../agenda/index.ts';

const shapes = { overdue: 'warning', red: 'warning', amber: 'waiting', calm: 'open' } as const;

/** How many clocks stand in each colour, in words and shapes. */
export const ClockCounts = ({
  counts,
}: {
  counts: { overdue: number; red: number; amber: number; calm: number; capped: boolean };
}) => (
  <Row>
    {(['overdue', 'red', 'amber', 'calm'] as const).map((colour) => (
      <StateTag
        key={colour}
        state={shapes[colour]}
        label={`${agendaWords.counts[colour]}: ${counts[colour]}${counts.capped && colour === 'calm' ? '+' : ''}`}
      />
    ))}
  </Row>
);
