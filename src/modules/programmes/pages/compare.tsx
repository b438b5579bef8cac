import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import { Stack, Tabs, VersionDiff } from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import { compareVersionsQuery, type Comparison } from '../queries/compare-versions.ts';
import { paths } from './parts.tsx';

const words = pl.pages.compare;

function view(data: Comparison, context: PageContext): View {
  const { programme, before, after } = data;
  const here = `${paths.version(programme.id, after.number)}/porownanie?z=${before.number}`;
  const everything = context.query['wszystko'] === '1';
  return {
    title: words.title,
    lead: words.lead,
    trail: [
      { href: paths.list, label: pl.pages.programmes },
      { href: paths.version(programme.id, after.number), label: programme.name },
    ],
    width: 'wide',
    current: 'programmes',
    body: (
      <Stack>
        <Tabs
          label={words.title}
          items={[
            { href: here, label: words.onlyChanges, current: !everything },
            { href: `${here}&wszystko=1`, label: words.everything, current: everything },
          ]}
        />
        <VersionDiff
          caption={words.caption}
          before={`${pl.pages.version(before.number)}, ${pl.states[before.state]}`}
          after={`${pl.pages.version(after.number)}, ${pl.states[after.state]}`}
          rows={data.rows}
          onlyChanges={!everything}
        />
      </Stack>
    ),
  };
}

export const comparePage = page({
  door: 'staff',
  path: '/praca/programy/:programmeId/:number/porownanie',
  load: async (ask, { params, query }) =>
    await ask(compareVersionsQuery, {
      programmeId: params['programmeId'],
      number: params['number'],
      with: query['z'],
    }),
  view,
});
