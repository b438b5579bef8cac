import type { Said } from '../../lang.ts';
import { pl } from './pl.ts';

const { faults } = pl;

/** Why a file cannot be taken, as a resident reads it. */
export const fileSaid: readonly Said[] = [
  {
    pl: faults.FILE_EMPTY,
    uk: 'Цей файл порожній. Перевірте, чи він відкривається на вашому пристрої, і додайте його ще раз.',
    en: 'This file is empty. Check that it opens on your device and add it again.',
  },
  {
    pl: faults.FILE_TOO_LARGE,
    uk: 'Цей файл більший за 20 МБ. Зменште його або поділіть на частини й додайте окремо.',
    en: 'This file is larger than 20 MB. Make it smaller, or split it and add the parts one by one.',
  },
  {
    pl: faults.FILE_NAME,
    uk: 'Назва цього файла порожня, задовга або містить шлях. Змініть назву й додайте його ще раз.',
    en: 'The name of this file is empty, too long or contains a path. Change the name and add it again.',
  },
  {
    pl: faults.FILE_NAME_DISGUISED,
    uk: 'Назва цього файла вдає інший вид файла. Змініть назву на просту, наприклад «скан.pdf».',
    en: 'The name of this file pretends to be another kind of file. Give it a simple name, such as “scan.pdf”.',
  },
  {
    pl: faults.FILE_KIND,
    uk: 'Таких файлів ми не приймаємо. Додайте файл PDF, JPG, PNG, DOCX, ODT, XLSX, ODS, TXT або CSV.',
    en: 'We do not take such a file. Add a PDF, JPG, PNG, DOCX, ODT, XLSX, ODS, TXT or CSV file.',
  },
  {
    pl: faults.FILE_EXECUTABLE,
    uk: 'Цей файл є програмою чи вебсторінкою або містить програму, тому ми його не приймаємо. Додайте документ, наприклад PDF.',
    en: 'This file is a program or a web page, or contains a program, so we do not take it. Add a document, such as a PDF.',
  },
  {
    pl: faults.FILE_MISMATCH,
    uk: 'Вміст цього файла не відповідає його назві. Збережіть його ще раз у правильному форматі.',
    en: 'The content of this file does not match its name. Save it again in the right format.',
  },
  {
    pl: faults.FILE_DAMAGED,
    uk: 'Цей файл пошкоджений або неповний. Збережіть його ще раз і додайте знову.',
    en: 'This file is damaged or not whole. Save it once more and add it again.',
  },
  {
    pl: faults.FILE_LOCKED,
    uk: 'Цей файл закритий паролем або збережений у старому форматі. Збережіть його без пароля, наприклад як PDF.',
    en: 'This file is locked with a password or saved in an old format. Save it without a password, for example as a PDF.',
  },
  {
    pl: faults.FILE_MACROS,
    uk: 'Цей файл містить макроси. Збережіть його без макросів, наприклад як PDF.',
    en: 'This file contains macros. Save it without macros, for example as a PDF.',
  },
  {
    pl: faults.FILE_BOMB,
    uk: 'Цей файл після розпакування був би неприродно великий, тому ми його не приймаємо.',
    en: 'Unpacked, this file would be unnaturally large, so we do not take it.',
  },
  {
    pl: pl.harmful,
    uk: 'У цьому файлі знайдено вірус, тому ми його не приймаємо. Не відкривайте його; додайте цей документ з іншого джерела.',
    en: 'A virus was found in this file, so we do not take it. Do not open it; add the document from another source.',
  },
  {
    pl: pl.notScanned,
    uk: 'Зараз не вдалося перевірити, чи файл безпечний, тому ми його не прийняли. Решта форми чекає. Спробуйте за кілька хвилин.',
    en: 'We could not check just now whether the file is safe, so we did not take it. The rest of the form waits. Try again in a few minutes.',
  },
];
