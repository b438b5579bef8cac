import { ButtonLink, Notice, Row, Tabs } from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import type { Head } from '../queries/view-results.ts';
import { resultsPath } from './path.ts';

const words = pl.page;

export const routePath = (rest = ''): `/${string}` => `/praca/badania/:surveyId/wyniki${rest}`;

const parts = {
  tables: '',
  weights: '/wagi',
  cross: '/tabela-krzyzowa',
  quality: '/jakosc',
  texts: '/otwarte',
  publication: '/publikacja',
} as const;
export type Part = keyof typeof parts;

/** What stands above every page of the results: its parts, the label of an open poll, weights that do not work. */
export const Above = ({ head, part }: { head: Head; part: Part }) => (
  <>
    <Tabs
      label={words.tabs}
      items={(Object.keys(parts) as Part[]).map((key) => ({
        href: resultsPath(head.surveyId, parts[key]),
        label: words[key],
        current: key === part,
      }))}
    />
    {!head.representative && (
      <Notice kind="warning" title={pl.open.label}>
        {pl.open.why}
      </Notice>
    )}
    {head.problem && (
      <Notice kind="danger" title={words.weightProblem}>
        {head.problem}
      </Notice>
    )}
  </>
);

/** The trail above the title. */
export const trailOf = (head: Head) => [
  { href: '/praca/badania', label: words.surveys },
  { href: `/praca/badania/${head.surveyId}`, label: head.title },
];

/** How many sheets, and how they are weighted. */
export const leadOf = (head: Head): string => words.lead(head.sheets, pl.methods[head.method]);

export const Files = ({ head, rest = '' }: { head: Head; rest?: string }) => (
  <Row>
    {(['csv', 'xlsx', 'json'] as const).map((kind) => (
      <ButtonLink key={kind} href={`${resultsPath(head.surveyId, `/${kind}`)}${rest}`} download>
        {words[kind]}
      </ButtonLink>
    ))}
  </Row>
);
