import { form, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { ActionForm, EmptyState, Table } from '../../../ui/index.ts';
import { dropContactNow } from '../commands/contacts.ts';
import { forms } from '../pl-forms.ts';
import { staff } from '../pl-staff.ts';
import { listContacts } from '../queries/surveys.ts';
import { surveysPath } from './parts.tsx';

const words = forms.contacts;

const contactsPage = page({
  door: 'staff',
  path: `${surveysPath}/kontakty`,
  load: async (ask) => await ask(listContacts, {}),
  view: ({ contacts }, context: PageContext): View => ({
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'surveys',
    trail: [{ href: surveysPath, label: staff.list.title }],
    body:
      contacts.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyBody}</p>
        </EmptyState>
      ) : (
        <Table
          caption={words.title}
          captionHidden
          rows={contacts}
          rowKey={({ id }) => id}
          columns={[
            { key: 'contact', label: words.contact, rowHeader: true, cell: ({ contact }) => contact },
            { key: 'name', label: words.name, cell: ({ name }) => name || '–' },
            {
              key: 'wants',
              label: words.wants,
              cell: ({ wants }) => wants.map((wish) => words.wishes[wish]).join(', '),
            },
            { key: 'month', label: words.month, nowrap: true, cell: ({ month }) => month.slice(0, 7) },
            {
              key: 'drop',
              label: words.drop,
              cell: ({ id, contact }) => (
                <ActionForm
                  action={`${surveysPath}/kontakty`}
                  label={words.drop}
                  about={contact}
                  small
                  once={context.form.once}
                  hidden={{ contactId: id }}
                />
              ),
            },
          ]}
        />
      ),
  }),
});

/** People who left a contact after a survey, and taking them off the list. */
export const contactRoutes = [
  contactsPage,
  form({
    door: 'staff',
    path: `${surveysPath}/kontakty`,
    command: dropContactNow,
    page: contactsPage,
    next: () => `${surveysPath}/kontakty`,
  }),
];
