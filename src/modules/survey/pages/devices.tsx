import { permits } from '../../../platform/actor.ts';
import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ButtonLink,
  Columns,
  DateText,
  daysBetween,
  EmptyState,
  Panel,
  Prose,
  Stack,
  Table,
  Tag,
} from '../../../ui/index.ts';
import { enters } from '../commands/roles.ts';
import { devices as words } from '../pl-devices.ts';
import { staff } from '../pl-staff.ts';
import { listDevices } from '../queries/devices.ts';
import { tabletPath } from '../tablet-files.ts';
import { devicesPath, surveysPath } from './parts.tsx';

/** Days of silence after which somebody should ask where the tablet is. */
const late = 3;

interface Device {
  id: string;
  name: string;
  sentOn: string;
}

const Silence = ({ days }: { days: number }) =>
  days > late ? (
    <>
      {words.days(days)}{' '}
      <Tag tone="warning" shape="warning">
        {words.late}
      </Tag>
    </>
  ) : (
    <>{words.days(days)}</>
  );

const List = ({ devices, today }: { devices: Device[]; today: string }) => (
  <Panel id="tablety" title={words.listTitle}>
    {devices.length === 0 ? (
      <EmptyState title={words.none} level={3} />
    ) : (
      <Table
        caption={words.listTitle}
        captionHidden
        rows={devices}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', label: words.name, rowHeader: true, cell: ({ name }) => name },
          { key: 'sentOn', label: words.sentOn, cell: ({ sentOn }) => <DateText date={sentOn} /> },
          {
            key: 'silent',
            label: words.silent,
            cell: ({ sentOn }) => <Silence days={daysBetween(sentOn, today)} />,
          },
        ]}
      />
    )}
    <p class="description-note">{words.listNote}</p>
  </Panel>
);

const devicesPage = page({
  door: 'staff',
  path: devicesPath,
  load: async (ask) => await ask(listDevices, {}),
  view: ({ devices }, context: PageContext): View => ({
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'surveys',
    trail: [{ href: surveysPath, label: staff.list.title }],
    body: (
      <Columns
        main={
          <Stack>
            {permits(enters, context.actor, undefined) && (
              <ButtonLink href={tabletPath} variant="primary">
                {words.open}
              </ButtonLink>
            )}
            <List devices={devices} today={context.today} />
          </Stack>
        }
        side={
          <Stack>
            <Panel id="jak" title={words.howTitle} tone="plain">
              <ol>
                {words.how.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </Panel>
            <Panel id="zgubiony" title={words.lostTitle} tone="plain">
              <Prose>
                <p>{words.lost}</p>
              </Prose>
            </Panel>
          </Stack>
        }
      />
    ),
  }),
});

/** The tablets of the interviewers. */
export const deviceRoutes = [devicesPage];
