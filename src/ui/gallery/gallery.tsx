import type { VNode } from 'preact';
import { Panel } from '../content.tsx';
import { type Audience, Page } from '../page.tsx';
import { contentExamples } from './content.tsx';
import { drawingExamples } from './drawings.tsx';
import type { Example } from './example.ts';
import { formExamples } from './forms.tsx';

/** Every component in use. */
export const examples: readonly Example[] = [...formExamples, ...contentExamples, ...drawingExamples];

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
    {examples.map((example, index) => (
      <Panel key={example.name} id={`wzor-${index + 1}`} title={example.name} level={2}>
        {example.node}
      </Panel>
    ))}
  </Page>
);
