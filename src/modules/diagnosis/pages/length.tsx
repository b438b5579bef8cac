import { deadlineRuleOn } from '../../../law/index.ts';
import { formOf, type PageContext } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  DateInput,
  DateText,
  Disclosure,
  Form,
  Stack,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { setConsultationLength } from '../commands/set-length.ts';
import { plPages } from '../pl-pages.ts';
import { lengthPath } from './paths.ts';

const words = plPages.list;

/** How long the centre consults: what it has set, from which day, and by what; the director sets it anew. */
export const ConsultationLength = ({
  settings,
  context,
}: {
  settings: readonly { validFrom: string; days: number; source: string }[];
  context: PageContext;
}) => (
  <Disclosure summary={words.setting} open={context.form.command === setConsultationLength.name}>
    <Stack>
      {settings.length === 0 ? (
        <p>{words.settingNone(deadlineRuleOn('diagnosisConsultation', context.today).length)}</p>
      ) : (
        <Table
          caption={words.settingCaption}
          rows={settings}
          rowKey={({ validFrom }) => validFrom}
          columns={[
            {
              key: 'from',
              label: words.settingFrom,
              rowHeader: true,
              cell: ({ validFrom }) => <DateText date={validFrom} />,
            },
            { key: 'days', label: words.settingDays, numeric: true, cell: ({ days }) => days },
            { key: 'source', label: words.settingSource, cell: ({ source }) => source },
          ]}
        />
      )}
      {context.actor.roles.includes('director') && (
        <Form
          id="czas-konsultacji"
          action={lengthPath}
          {...formOf(context, setConsultationLength, {
            validFrom: context.today,
            days: String(
              settings.at(-1)?.days ?? deadlineRuleOn('diagnosisConsultation', context.today).length,
            ),
          })}
          label={words.setting}
        >
          <TextInput name="days" label={words.settingDays} inputMode="numeric" width="xs" />
          <DateInput name="validFrom" label={words.settingFrom} />
          <TextInput
            name="source"
            label={words.settingSource}
            hint={words.settingSourceHint}
            width="l"
            maxLength={200}
          />
          <Actions>
            <Button>{words.settingSave}</Button>
          </Actions>
        </Form>
      )}
    </Stack>
  </Disclosure>
);
