import { type Ask, page, type PageContext, type View } from '../../../platform/http/route.ts';
import type { Outcome } from '../../../platform/runner/outcome.ts';
import type { Query } from '../../../platform/runner/query.ts';
import { ButtonLink, fullDate, moment, Panel, Stack, Table } from '../../../ui/index.ts';
import { roleWords } from '../../access/index.ts';
import { personTrail, PersonTrailSection } from '../../records/index.ts';
import { pl } from '../pl.ts';
import { type Seer, whoSeesCase, whoSeesPerson, whoSeesPlan, type WhoSees } from '../queries/who-sees.ts';

type Trail = NonNullable<Awaited<ReturnType<typeof personTrail.read>>>;

interface Loaded {
  who: WhoSees;
  trail: Trail | undefined;
}

/** The reasons of one account; the same reason by two roles is said once. */
const Why = ({ seer }: { seer: Seer }) => {
  const said = seer.why.filter((one, at) => seer.why.findIndex(({ reason }) => reason === one.reason) === at);
  return (
    <>
      {seer.insteadOf && <div>{pl.insteadOf(seer.insteadOf.name, fullDate(seer.insteadOf.until))}</div>}
      {said.map(({ role, reason }) => (
        <div key={reason}>
          {reason === 'role' ? `${roleWords[role]}: ${pl.reasons[reason]}` : pl.reasons[reason]}
        </div>
      ))}
      {seer.until && <strong>{pl.until(moment(seer.until).slice(-5))}</strong>}
    </>
  );
};

const Seers = ({ seers }: { seers: readonly Seer[] }) => (
  <Panel id="kto-widzi" title={pl.seers}>
    <Table
      caption={pl.caption}
      captionHidden
      rows={seers}
      rowKey={({ accountId, insteadOf }) => `${accountId} ${insteadOf?.name ?? ''}`}
      empty={<p>{pl.none}</p>}
      columns={[
        {
          key: 'who',
          label: pl.who,
          rowHeader: true,
          cell: (seer) => (
            <>
              {seer.name}
              <span class="description-note">{seer.position}</span>
            </>
          ),
        },
        { key: 'why', label: pl.why, cell: (seer) => <Why seer={seer} /> },
      ]}
    />
  </Panel>
);

/** Who could, and who did: the second from the journal of the person, where the reader may read it. */
async function load<I>(ask: Ask, query: Query<I, WhoSees>, input: unknown): Promise<Outcome<Loaded>> {
  const who = await ask(query, input);
  if (!who.ok) return who;
  const { personId } = who.value;
  const trail = personId === null ? undefined : await ask(personTrail, { personId });
  return { ok: true, value: { who: who.value, trail: trail?.ok ? trail.value : undefined } };
}

const view = ({ who, trail }: Loaded, context: PageContext, back: string): View => ({
  title: pl.title,
  heading: pl.title,
  lead: pl.lead(who.seers.length, moment(context.now)),
  // Whoever watches over data and meets nobody may not open the record itself.
  ...(context.actor.roles.every((role) => role === 'auditor')
    ? {}
    : { trail: [{ href: back, label: who.title }] }),
  body: (
    <Stack>
      <Seers seers={who.seers} />
      {trail && <PersonTrailSection entries={trail.entries} titleOf={context.titleOf} />}
    </Stack>
  ),
});

const personHref = (id: string): string => `/praca/osoby/${id}`;
const caseHref = (id: string): string => `/praca/sprawy/${id}`;
const planHref = (id: string): string => `/praca/plany/${id}`;

export const whoSeesPages = [
  page({
    door: 'staff',
    path: '/praca/osoby/:personId/kto-widzi',
    load: (ask, { params }) => load(ask, whoSeesPerson, { personId: params['personId'] }),
    view: (loaded, context) => view(loaded, context, personHref(context.params['personId'] ?? '')),
  }),
  page({
    door: 'staff',
    path: '/praca/sprawy/:caseId/kto-widzi',
    load: (ask, { params }) => load(ask, whoSeesCase, { caseId: params['caseId'] }),
    view: (loaded, context) => view(loaded, context, caseHref(context.params['caseId'] ?? '')),
  }),
  page({
    door: 'staff',
    path: '/praca/plany/:planId/kto-widzi',
    load: (ask, { params }) => load(ask, whoSeesPlan, { planId: params['planId'] }),
    view: (loaded, context) => view(loaded, context, planHref(context.params['planId'] ?? '')),
  }),
];

/** The panel on a record: the way to who can see it. It is not asked on every view of the record: see README. */
export const WhoSeesPanel = ({ record, id }: { record: 'person' | 'case' | 'plan'; id: string }) => {
  const href = { person: personHref, case: caseHref, plan: planHref }[record](id);
  return (
    <Panel id="kto-to-widzi" title={pl.panel} tone="plain">
      <p>{pl.panelText}</p>
      <ButtonLink href={`${href}/kto-widzi`} variant="quiet">
        {pl.link}
      </ButtonLink>
    </Panel>
  );
};
