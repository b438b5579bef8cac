import { dateWords } from '../../../law/index.ts';
import { page, type View } from '../../../platform/http/route.ts';
import { ButtonLink, Stack, VersionDiff } from '../../../ui/index.ts';
import { planWords } from '../pl.ts';
import { planPages } from '../pl-pages.ts';
import { compareVersionsQuery } from '../queries/compare-versions.ts';
import { inPlan, PlanStateTag } from './parts.tsx';
import { planIdOf } from './paths.ts';

const words = planPages.compare;

type Compared = NonNullable<Awaited<ReturnType<typeof compareVersionsQuery.read>>>;

const versionTitle = (version: Compared['before']): string =>
  words.version(version.number, version.approvedOn && dateWords(version.approvedOn));

/** Two versions side by side; by default only what differs. */
const comparePage = page<Compared>({
  door: 'staff',
  path: '/praca/plany/:planId/wersje/:number/porownaj',
  load: (ask, request) =>
    ask(compareVersionsQuery, { planId: planIdOf(request), number: request.params['number'] }),
  view: (of, context): View => {
    const whole = context.query['wszystko'] === 'tak';
    const reason = [of.after.updateKind && planWords.updateKinds[of.after.updateKind], of.after.updateReason]
      .filter(Boolean)
      .join(', ');
    return {
      title: words.title(of.after.number),
      lead: words.lead(of.personName, reason || null),
      aside: <PlanStateTag state={of.after.state} />,
      ...inPlan(of),
      body: (
        <Stack>
          <VersionDiff
            caption={words.caption}
            before={versionTitle(of.before)}
            after={versionTitle(of.after)}
            rows={of.differences}
            onlyChanges={!whole}
          />
          <p>
            <ButtonLink href={whole ? '?wszystko=nie' : '?wszystko=tak'}>
              {whole ? words.changes : words.all}
            </ButtonLink>
          </p>
        </Stack>
      ),
    };
  },
});

export const compareRoutes = [comparePage];
