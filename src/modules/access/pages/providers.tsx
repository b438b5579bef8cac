import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  EmptyState,
  Form,
  Panel,
  Select,
  Stack,
  StateTag,
  TextInput,
} from '../../../ui/index.ts';
import { approveExternal, saveExternalProvider } from '../commands/external.ts';
import { type DoorName, doorPaths, doors } from '../domain/provider.ts';
import { pl } from '../pl.ts';
import { listProvidersQuery, residentToJoinQuery, type ShownProvider } from '../queries/external.ts';

const words = pl.external;
const path = '/praca/logowanie-zewnetrzne';

const DoorForm = ({
  door,
  provider,
  issuers,
  home,
  context,
}: {
  door: DoorName;
  provider: ShownProvider | undefined;
  issuers: readonly string[];
  home: string | null;
  context: PageContext;
}) => {
  const { form: sent } = context;
  const mine = sent.command === saveExternalProvider.name && sent.values['door'] === door;
  const set = {
    label: provider?.label ?? '',
    issuer: provider?.issuer ?? issuers[0] ?? '',
    clientId: provider?.clientId ?? '',
    peselClaim: provider?.peselClaim ?? '',
    ...(provider?.secondFactor ? { secondFactor: 'tak' } : {}),
    ...(provider?.matchPerson ? { matchPerson: 'tak' } : {}),
    ...(provider?.active ? { active: 'tak' } : {}),
  };
  return (
    <Panel
      id={door}
      title={words.doors[door]}
      actions={
        provider?.active ? (
          <StateTag state="done" label={words.isOn} />
        ) : (
          <StateTag state="stopped" label={words.isOff} />
        )
      }
    >
      <Form
        id={`drzwi-${door}`}
        action={path}
        {...(mine ? formOf(context, saveExternalProvider) : { values: set, once: sent.once })}
        hidden={{ door }}
        label={words.doors[door]}
      >
        <TextInput
          name="label"
          label={words.label}
          hint={words.labelHint[door]}
          width="m"
          autoComplete="off"
        />
        <Select
          name="issuer"
          label={words.issuer}
          options={issuers.map((one) => ({ value: one, label: one }))}
          width="l"
        />
        <TextInput name="clientId" label={words.clientId} width="m" autoComplete="off" spellCheck={false} />
        <TextInput
          name="secret"
          type="password"
          label={words.secret}
          hint={provider?.hasSecret ? words.secretKept : words.secretNone}
          width="m"
          autoComplete="off"
          value=""
          optional
        />
        {home && (
          <p>
            {words.redirect}:{' '}
            <strong class="secret">
              {`${home}/${context.centre.slug}/logowanie/zewnetrzne/${doorPaths[door]}/powrot`}
            </strong>
          </p>
        )}
        {door === 'staff' ? (
          <Checkbox
            name="secondFactor"
            label={words.secondFactor}
            hint={words.secondFactorHint}
            value="tak"
          />
        ) : (
          <>
            <TextInput
              name="peselClaim"
              label={words.peselClaim}
              hint={words.peselClaimHint}
              width="m"
              autoComplete="off"
              spellCheck={false}
              optional
            />
            <Checkbox name="matchPerson" label={words.matchPerson} hint={words.matchPersonHint} value="tak" />
          </>
        )}
        <Checkbox name="active" label={words.active} value="tak" />
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
    </Panel>
  );
};

export const providersPage = page({
  door: 'staff',
  path,
  load: (ask) => ask(listProvidersQuery, {}),
  view({ issuers, providers, home }, context): View {
    return {
      title: words.title,
      lead: words.lead,
      current: words.current,
      width: 'narrow',
      trail: [{ href: '/praca/konta', label: pl.accounts.title }],
      body:
        issuers.length === 0 ? (
          <EmptyState title={words.off}>{words.offWhat}</EmptyState>
        ) : (
          <Stack>
            {doors.map((door) => (
              <DoorForm
                key={door}
                door={door}
                provider={providers.find((one) => one.door === door)}
                issuers={issuers}
                home={home}
                context={context}
              />
            ))}
          </Stack>
        ),
    };
  },
});

export const providersForm = form({
  door: 'staff',
  path,
  command: saveExternalProvider,
  page: providersPage,
  next: () => path,
});

/** The page where a clerk joins a resident's login with this person. */
export const joinResidentAddress = (personId: string): string => `/praca/logowanie-mieszkanca/${personId}`;

/** What the link to it says. */
export const joinResidentTitle = words.windowTitle;

/** The window: a resident shows the code, the clerk has seen an identity document. */
export const joinResidentPage = page({
  door: 'staff',
  path: '/praca/logowanie-mieszkanca/:personId',
  load: (ask, { params }) => ask(residentToJoinQuery, { personId: params['personId'] }),
  view: (resident, context): View => ({
    title: words.windowTitle,
    lead: words.windowLead(resident.name),
    width: 'narrow',
    current: 'people',
    body: (
      <Form action={joinResidentAddress(resident.id)} {...formOf(context, approveExternal)}>
        <TextInput name="code" label={words.windowCode} width="m" autoComplete="off" spellCheck={false} />
        <Actions>
          <Button variant="primary">{words.windowSubmit}</Button>
          <ButtonLink href={`/praca/osoby/${resident.id}`}>{words.windowBack}</ButtonLink>
        </Actions>
      </Form>
    ),
  }),
});

export const joinResidentForm = form({
  door: 'staff',
  path: '/praca/logowanie-mieszkanca/:personId',
  command: approveExternal,
  page: joinResidentPage,
  next: (_result, { params }) => joinResidentAddress(params['personId'] ?? ''),
});
