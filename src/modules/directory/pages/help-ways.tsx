import type { VNode } from 'preact';
import type { Lang } from '../../../lang.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import { Card, CardList, Panel } from '../../../ui/index.ts';
import { enWays } from '../en-ways.ts';
import { plWays, type WaysWords } from '../pl-ways.ts';
import { ukWays } from '../uk-ways.ts';

const words: Record<Lang, WaysWords> = { pl: plWays, uk: ukWays, en: enWays };

const ways = [
  { key: 'write', path: 'zglos' },
  { key: 'call', path: 'oddzwonimy' },
  { key: 'print', path: 'wydrukuj' },
] as const;

/**
 * The three ways of equal rank to ask for help: write, be called back, print and bring. Side by side, in the same size,
 * on every public page that leads to help. `about` is the service the person was reading about; `without` the way that
 * the page itself is.
 */
export const HelpWays = ({
  context,
  about,
  without,
}: {
  context: Pick<PageRequest, 'lang' | 'centre'>;
  about?: string;
  without?: (typeof ways)[number]['key'];
}): VNode => {
  const say = words[context.lang];
  return (
    <Panel id="pomoc" title={say.title} tone="plain">
      <CardList>
        {ways
          .filter(({ key }) => key !== without)
          .map(({ key, path }) => (
            <Card
              key={key}
              title={say[key]}
              href={`${context.centre.home}/${path}${about && key !== 'print' ? `?usluga=${about}` : ''}`}
            >
              <p>{say[`${key}Text`]}</p>
            </Card>
          ))}
      </CardList>
    </Panel>
  );
};
