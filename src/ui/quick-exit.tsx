import type { VNode } from 'preact';
import { useWords } from './words.ts';

/** A page of the weather: whoever looks over a shoulder sees nothing to ask about. */
const neutralPage = 'https://meteo.imgw.pl/';

/**
 * A way off a page that nobody at home should see: a plain link that stays in sight, and what it cannot do. The other
 * page is not told where the person came from.
 */
export const QuickExit = (): VNode => {
  const { go, history } = useWords().quickExit;
  return (
    <>
      <p class="quick-exit">
        <a class="button button-danger" href={neutralPage} rel="noreferrer">
          {go}
        </a>
      </p>
      <p class="hint">{history}</p>
    </>
  );
};
