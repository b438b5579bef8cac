/** Words inside the archive of a centre that leaves. */
export const pl = {
  readme: `Dane centrum usług społecznych, komplet.

dane/*.csv             wszystkie wiersze, plik na tabelę (CSV, UTF-8, RFC 4180; \\x… to bajty zapisane szesnastkowo, np. dokumenty PDF)
slownik.csv            co znaczy każda kolumna: typ, klucz, na co wskazuje
sumy.csv               ile wierszy i sumy każdej kolumny liczb (pieniądze w groszach, czas w minutach)
wartosci-otwarte.csv   numery i inne wartości, które w dane/*.csv są zamknięte (zaczynają się od v1.): miejsce i wartość jawna
klucz-przenosin.txt    klucz, którym zamknięto je na czas drogi
wydanie.csv            migracje wydania, które to zapisało
SHA256SUMS             skróty plików: po rozpakowaniu sha256sum -c SHA256SUMS

Inne Okienko tego wydania przyjmuje ten plik ZIP poleceniem: npm run okienko -- import-centre <plik>
Nic tu nie jest zamknięte: kto ma ten plik, ma wszystko. Przekazuj go zaszyfrowany.
`,
} as const;
