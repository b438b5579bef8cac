import type { VNode } from 'preact';
import { Disclosure, Panel, type Shape, StateTag } from '../../../ui/index.ts';
import type { ServiceMatch } from '../../programmes/index.ts';
import { caseWords } from '../pl-case.ts';
import { areaWords } from './case-parts.tsx';

const words = caseWords.report;

const shapeOf: Record<ServiceMatch['outcome'], Shape> = {
  passed: 'done',
  unknown: 'unknown',
  failed: 'refused',
};

const Line = ({ match }: { match: ServiceMatch }) => (
  <li class="row">
    <a href={`/praca/uslugi/${match.serviceId}`} target="_blank" rel="noreferrer">
      {match.name}
    </a>
    <StateTag state={shapeOf[match.outcome]} label={words.outcome[match.outcome]} />
    {match.offer?.full && <StateTag state="stopped" label={words.full} />}
  </li>
);

/** What the gmina can offer, by area, beside a conversation: judged by what is known of the person. */
export const ServiceOffer = ({
  matches,
  person,
  open,
}: {
  matches: readonly ServiceMatch[];
  person: boolean;
  /** Areas that are unfolded. */
  open: readonly number[];
}): VNode => {
  const byArea = [...Map.groupBy(matches, (match) => match.area ?? 0)].sort(([one], [other]) => one - other);
  return (
    <Panel id="uslugi" title={words.services}>
      <p>{words.servicesLead(person)}</p>
      {byArea.length === 0 && <p>{words.noServices}</p>}
      {byArea.map(([area, list]) => (
        <Disclosure
          key={area}
          summary={words.areaCount(
            areaWords(area) ?? words.areaUnknown,
            person ? list.filter((match) => match.outcome === 'passed').length : 0,
            list.length,
          )}
          open={open.includes(area)}
        >
          <ul class="stack">
            {list.map((match) => (
              <Line key={`${match.serviceId}-${match.offer?.programmeServiceId ?? ''}`} match={match} />
            ))}
          </ul>
        </Disclosure>
      ))}
    </Panel>
  );
};
