import { form, formOf, nothing, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  Checkboxes,
  Form,
  Panel,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { leaveContact } from '../commands/contacts.ts';
import { wishes } from '../domain/contact.ts';
import { readQuestionnaire } from '../queries/surveys.ts';
import { webWordsOf } from '../web-words.ts';
import { OpenPoll, surveysOfResidents } from './resident.tsx';

// No survey stands in this address: a contact is of none.
const contactPath = `${surveysOfResidents}/kontakt` as const;

const ContactForm = ({ context, primary }: { context: PageContext; primary?: boolean }) => {
  const words = webWordsOf(context.lang).thanks;
  return (
    <Form
      action={`${context.centre.home}${contactPath}`}
      {...formOf(context, leaveContact)}
      label={words.contactTitle}
      trap
    >
      <TextInput name="name" label={words.name} autoComplete="given-name" optional />
      <TextInput name="contact" label={words.contact} width="l" />
      <Checkboxes
        name="wants"
        label={words.wants}
        choices={wishes.map((wish) => ({ value: wish, label: words.wishes[wish] }))}
      />
      <Checkbox name="consent" label={words.consent} hint={words.consentHint} />
      <Actions>
        <Button variant={primary ? 'primary' : 'secondary'}>{words.submit}</Button>
      </Actions>
    </Form>
  );
};

const thanksPage = page({
  door: 'public',
  path: '/:centre/ankieta/:slug/koniec',
  load: async (ask, { params }) => await ask(readQuestionnaire, { slug: params['slug'] }),
  view(data, context): View {
    const words = webWordsOf(context.lang).thanks;
    return {
      title: words.title,
      lead: words.body,
      width: 'narrow',
      body: (
        <Stack>
          <OpenPoll data={data} context={context} />
          <Panel id="kontakt" title={words.contactTitle}>
            <p>{words.contactLead}</p>
            <ContactForm context={context} />
          </Panel>
          <Actions>
            <ButtonLink href={context.centre.home} variant="primary">
              {words.home}
            </ButtonLink>
          </Actions>
        </Stack>
      ),
    };
  },
});

const contactPage = page({
  door: 'public',
  path: `/:centre${contactPath}`,
  load: nothing,
  view(_data, context): View {
    const words = webWordsOf(context.lang).thanks;
    const done = context.done === leaveContact.name;
    return {
      title: done ? words.noted : words.contactTitle,
      lead: done ? words.notedBody : words.contactLead,
      width: 'narrow',
      body: done ? (
        <Actions>
          <ButtonLink href={context.centre.home} variant="primary">
            {words.home}
          </ButtonLink>
        </Actions>
      ) : (
        <ContactForm context={context} primary />
      ),
    };
  },
});

const contactForm = form({
  door: 'public',
  path: `/:centre${contactPath}`,
  command: leaveContact,
  page: contactPage,
  input: (values) => values,
  next: (_result, { centre }) => `${centre.home}${contactPath}`,
});

/** The end of a survey, and a contact kept apart from it. */
export const thanksRoutes = [thanksPage, contactPage, contactForm];
