import { file, form, page, type View } from '../../../platform/http/route.ts';
import { contentDisposition } from '../../../platform/files/name.ts';
import {
  ActionForm,
  ButtonLink,
  DescriptionList,
  EmptyState,
  moment,
  number,
  Panel,
  Row,
  Stack,
  StateTag,
} from '../../../ui/index.ts';
import { askExport, discardExport } from '../commands/exports.ts';
import { type CentreExport, exportKeptHours, type ExportState, exportState } from '../domain/exports.ts';
import { pl } from '../pl.ts';
import { exportsQuery, takeExport } from '../queries/exports.ts';
import { bytes } from './parts.tsx';

const words = pl.exports;
const path = '/praca/komplet-danych';

const tags: Record<ExportState, 'waiting' | 'running' | 'done' | 'refused' | 'stopped'> = {
  waiting: 'waiting',
  running: 'running',
  ready: 'done',
  failed: 'refused',
  gone: 'stopped',
};

const percentOf = ({ done, of }: CentreExport): number => (of === 0 ? 0 : Math.floor((done * 100) / of));

/** What is worth knowing of it in its state. */
const facts = (one: CentreExport, state: ExportState): { term: string; value: string }[] => {
  const asked = { term: words.asked, value: moment(one.askedAt) };
  switch (state) {
    case 'waiting':
      return [asked];
    case 'running':
      return [asked, { term: words.progress, value: words.percent(percentOf(one)) }];
    case 'failed':
      return [asked, { term: words.reason, value: words.reasonOf(one.error ?? '') }];
    case 'ready':
    case 'gone':
      return [
        asked,
        { term: words.size, value: words.sizeOf(bytes(one.bytes ?? 0), number(one.rows ?? 0)) },
        state === 'ready'
          ? { term: words.until, value: moment(one.expiresAt ?? one.askedAt) }
          : { term: words.removed, value: moment(one.removedAt ?? one.expiresAt ?? one.askedAt) },
        { term: words.sha256, value: one.sha256 ?? '' },
      ];
  }
};

const One = ({
  one,
  now,
  once,
  mayTake,
}: {
  one: CentreExport;
  now: string;
  once: string;
  mayTake: boolean;
}) => {
  const state = exportState(one, now);
  const about = moment(one.askedAt);
  return (
    <Panel id={`komplet-${one.id}`} title={words.of(about)}>
      <Stack>
        <StateTag state={tags[state]} label={words.states[state]} />
        <DescriptionList items={facts(one, state)} />
        {(state === 'waiting' || state === 'running') && (
          <Row>
            <ButtonLink href={path}>{words.look}</ButtonLink>
          </Row>
        )}
        {state === 'ready' && (
          <Row>
            {mayTake && (
              <ButtonLink href={`${path}/${one.id}/komplet.zip`} variant="primary">
                {words.take}
              </ButtonLink>
            )}
            <ActionForm
              action={`${path}/${one.id}/zniszcz`}
              label={words.discard}
              about={about}
              once={once}
            />
          </Row>
        )}
      </Stack>
    </Panel>
  );
};

export const exportsPage = page({
  door: 'staff',
  path,
  load: (ask) => ask(exportsQuery, {}),
  view: ({ exports, mayTake }, { form: { once }, now }): View => {
    const busy = exports.some(({ endedAt }) => endedAt === null);
    return {
      title: words.title,
      lead: words.lead(exportKeptHours),
      current: 'exports',
      ...(mayTake && !busy
        ? {
            aside: (
              <ActionForm
                action={path}
                label={words.ask}
                variant={exports.length === 0 ? 'primary' : 'secondary'}
                once={once}
              />
            ),
          }
        : {}),
      body: (
        <Stack>
          {!mayTake && <p class="hint">{words.notYours}</p>}
          {exports.length === 0 ? (
            <EmptyState title={words.empty}>{mayTake ? words.emptyHow : words.emptyNotYours}</EmptyState>
          ) : (
            exports.map((one) => <One key={one.id} one={one} now={now} once={once} mayTake={mayTake} />)
          )}
        </Stack>
      ),
    };
  },
});

/** The archive as it lies here, opened on its way out. */
export const exportFile = file({
  door: 'staff',
  path: `${path}/:exportId/komplet.zip`,
  async send(ask, { params, centre, today }) {
    const taken = await ask(takeExport, params);
    if (!taken.ok) return taken;
    const { id, bytes: length } = taken.value;
    const name = contentDisposition(`okienko-${centre.slug}-${today}.zip`);
    return { ok: true, value: { type: 'application/zip', body: { kept: id, length }, name } };
  },
});

const shared = { door: 'staff', page: exportsPage, next: () => path } as const;

export const exportForms = [
  form({ ...shared, path, command: askExport }),
  form({ ...shared, path: `${path}/:exportId/zniszcz`, command: discardExport }),
];
