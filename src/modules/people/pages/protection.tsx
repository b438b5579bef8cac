import { newId } from '../../../platform/ids.ts';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  Form,
  moment,
  Panel,
  Stack,
  StateTag,
  TextInput,
} from '../../../ui/index.ts';
import { shieldPerson, unshieldPerson } from '../commands/shield.ts';
import { nameOf } from '../domain/names.ts';
import { pl } from '../pl.ts';
import { type ProtectionView, viewProtection } from '../queries/view-protection.ts';
import { personOf, personPath } from './paths.ts';

const words = pl.protection;

const Trail = ({ trail }: { trail: ProtectionView['trail'] }) =>
  trail.length === 0 ? (
    <p>{words.trailEmpty}</p>
  ) : (
    <ul>
      {trail.map((one) => (
        <li key={one.version}>
          {moment(one.madeAt)}, {one.madeBy}, {one.hid ? words.hid : words.showed}: {one.reason}
        </li>
      ))}
    </ul>
  );

function view(person: ProtectionView, context: PageContext): View {
  const path = `${personPath(person.id)}/ochrona`;
  const command = person.shielded ? unshieldPerson : shieldPerson;
  return {
    title: pl.tab,
    heading: words.title(nameOf(person)),
    lead: words.lead,
    width: 'narrow',
    current: pl.nav,
    aside: (
      <StateTag
        state={person.shielded ? 'warning' : 'open'}
        label={person.shielded ? words.state.shielded : words.state.open}
      />
    ),
    trail: [
      { href: '/praca/osoby', label: pl.search.title },
      { href: personPath(person.id), label: nameOf(person) },
    ],
    body: (
      <Stack>
        {person.shielded && person.openHousemates.length > 0 && (
          <Panel id="razem" title={words.housemates}>
            <p>{words.housematesLead}</p>
            <Actions>
              {person.openHousemates.map((one) => (
                <ActionForm
                  key={one.id}
                  action={`${personPath(one.id)}/ochrona`}
                  label={words.shieldOf(nameOf(one))}
                  once={newId()}
                  version={one.version}
                  hidden={{ reason: words.housemateReason(nameOf(person)) }}
                />
              ))}
            </Actions>
          </Panel>
        )}
        <Form
          action={person.shielded ? `${path}/koniec` : path}
          {...formOf(context, command)}
          version={person.version}
        >
          <TextInput
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            width="full"
            maxLength={300}
          />
          <Actions>
            <Button variant={person.shielded ? 'danger' : 'primary'}>
              {person.shielded ? words.unshield : words.shield}
            </Button>
          </Actions>
        </Form>
        <Panel id="slad" title={words.trail} tone="plain">
          <Trail trail={person.trail} />
        </Panel>
      </Stack>
    ),
  };
}

export const protectionPage = page({
  door: 'staff',
  path: '/praca/osoby/:personId/ochrona',
  load: (ask, request) => ask(viewProtection, { personId: personOf(request) }),
  view,
});

const next = ({ personId }: { personId: string }): string => `${personPath(personId)}/ochrona`;

export const protectionForms = [
  form({
    door: 'staff',
    path: '/praca/osoby/:personId/ochrona',
    command: shieldPerson,
    page: protectionPage,
    next,
  }),
  form({
    door: 'staff',
    path: '/praca/osoby/:personId/ochrona/koniec',
    command: unshieldPerson,
    page: protectionPage,
    next,
  }),
];
