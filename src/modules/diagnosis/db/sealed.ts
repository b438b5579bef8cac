import { sealedColumn } from '../../../platform/vault/stores.ts';
import { contactPlace } from '../domain/remark.ts';

/** Contacts left with remarks. */
export const sealedContacts = sealedColumn({
  table: 'diagnosis_contact',
  column: 'contact',
  keys: ['id'],
  place: () => contactPlace,
});
