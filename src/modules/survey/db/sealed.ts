import { sealedColumn } from '../../../platform/vault/stores.ts';
import { addresseePlace, contactPlace } from '../domain/contact.ts';

/** Names and addresses of who was drawn. */
export const sealedAddressees = sealedColumn({
  table: 'survey_invitation',
  column: 'addressee',
  keys: ['survey_id', 'id'],
  place: (_centreId, row) => addresseePlace(row['survey_id'] ?? ''),
});

/** Contacts left for talks and help. */
export const sealedContacts = sealedColumn({
  table: 'survey_contact',
  column: 'contact',
  keys: ['id'],
  place: () => contactPlace,
});
