import type { VNode } from 'preact';
import { Panel } from '../content.tsx';
import { type Audience, Page } from '../page.tsx';
import { contentExamples } from './content.tsx';
import { chartExamples } from './charts.tsx';
import { drawingExamples } from './drawings.tsx';
import type { Example } from './example.ts';
import { formExamples } from './forms.tsx';
import { planExamples } from './plans.tsx';

/** Every component in use. */
export const examples: readonly Example[] = [
  ...formExamples,
  ...contentExamples,
  ...drawingExamples,
  ...chartExamples,
];

const groups = [
  { id: 'formularze', examples: formExamples },
  { id: 'tresc', examples: contentExamples },
  { id: 'rysunki', examples: [...drawingExamples, ...chartExamples, ...planExamples] },
];

/** The gallery as one page: for designers, for the accessibility check, for whoever looks for a component. */
export const GalleryPage = ({ audience = 'staff' }: { audience?: Audience }): VNode => (
  <Page
    audience={audience}
    width="wide"
    title="Wzornik"
    lead="Części, z których zbudowane są strony Okienka."
    centre={{ name: 'Okienko', slug: '', home: '#' }}
    nav={[]}
  >
    {groups.map((group) => (
      <Panel key={group.id} id={group.id} title={group.examples[0]?.group} tone="plain">
        {group.examples.map((example, index) => (
          <section class="specimen" key={example.name} aria-labelledby={`${group.id}-${index + 1}`}>
            <h3 id={`${group.id}-${index + 1}`}>{example.name}</h3>
            <div class="specimen-body">{example.node}</div>
          </section>
        ))}
      </Panel>
    ))}
  </Page>
);
