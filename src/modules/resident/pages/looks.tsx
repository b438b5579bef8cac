import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import { forbidden } from '../../../platform/runner/outcome.ts';
import { Disclosure, moment, Panel, Stack, Table } from '../../../ui/index.ts';
import { ContactPanel, webWordsOf as caseWordsOf } from '../../casework/index.ts';
import { personTrail } from '../../records/index.ts';
import type { Answer } from '../answer.ts';
import { webWordsOf } from '../web-words.ts';
import { ownPath } from './cases.tsx';

type Trail = Answer<typeof personTrail>;

/** Looks and changes in one table. */
const Looks = ({
  entries,
  caption,
  context,
}: {
  entries: Trail['entries'];
  caption: string;
  context: PageContext;
}) => {
  const { lang } = context;
  const { looks: words } = webWordsOf(lang);
  return (
    <Table
      caption={caption}
      captionHidden
      rows={entries}
      rowKey={(one) => String(one.seq)}
      columns={[
        { key: 'when', label: words.when, nowrap: true, cell: (one) => moment(one.at, lang) },
        {
          key: 'who',
          label: words.who,
          rowHeader: true,
          cell: (one) =>
            one.actor === context.actor.name ? (
              words.you
            ) : (
              <span lang="pl">{[one.actor, one.position].filter(Boolean).join(', ')}</span>
            ),
        },
        {
          key: 'what',
          label: words.what,
          // What exactly was done is named in Polish, as the centre keeps it; elsewhere it is said of what.
          cell: (one) =>
            words.done(words.kinds[one.kind], context.titleOf(one.action), one.action.split('.')[0] ?? ''),
        },
        { key: 'why', label: words.why, cell: (one) => <span lang="pl">{one.basis ?? '–'}</span> },
      ]}
    />
  );
};

function view({ entries }: Trail, context: PageContext): View {
  const { lang, centre, actor } = context;
  const others = entries.filter((one) => one.actor !== actor.name);
  const own = entries.filter((one) => one.actor === actor.name);
  const { looks: words, title } = webWordsOf(lang);
  const { sent } = caseWordsOf(lang);
  return {
    title: words.title,
    lead: words.lead,
    width: 'wide',
    trail: [{ href: ownPath(centre.home), label: title }],
    body: (
      <Stack>
        <Panel id="inni" title={words.others} tone="plain">
          {others.length === 0 ? (
            <p>{entries.length === 0 ? words.none : words.noOthers}</p>
          ) : (
            <Looks entries={others} caption={words.caption} context={context} />
          )}
        </Panel>
        {own.length > 0 && (
          <Disclosure summary={`${words.own}: ${own.length}`}>
            <Looks entries={own} caption={words.own} context={context} />
          </Disclosure>
        )}
        <ContactPanel context={context} title={sent.call} text={words.question} />
      </Stack>
    ),
  };
}

/** Who looked at the resident's data and who changed them, in plain words, with the legal basis of each. */
export const looksPage = page({
  door: 'staff',
  path: '/:centre/moje/dane',
  load: async (ask, { actor: { personId } }) =>
    personId === undefined ? { ok: false, problem: forbidden } : await ask(personTrail, { personId }),
  view,
});
