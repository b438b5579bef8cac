import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeZip } from '../../platform/files/zip-write.ts';
import { csvOf, guard, unguard } from './domain/csv.ts';
import type { Fault } from './domain/check.ts';
import type { JsonObject } from './domain/spec.ts';
import { readSent } from './files/unpack.ts';
import { faultWords } from './pl-faults.ts';

const id = (n: number): string => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const service = (n: number, more: JsonObject = {}): JsonObject => ({
  id: id(n),
  name: `Usługa ${n}`,
  status: 'active',
  ...more,
});

const read = (content: string | Uint8Array, name = 'a.json') => readSent(Buffer.from(content), name);
const names = (content: string | Uint8Array, name?: string): unknown[] =>
  read(content, name).services.map((one) => one.service['name']);
/** Faults in short: code, line, path, and whether the whole record was refused. */
const told = (content: string | Uint8Array, name?: string): string[] =>
  read(content, name).faults.map(({ code, line, path, refused }: Fault) =>
    [code, line, path, refused ? 'refused' : undefined]
      .filter((part) => part !== undefined && part !== '')
      .join(' '),
  );

const lines = (...records: JsonObject[]): string => records.map((one) => JSON.stringify(one)).join('\n');

describe('every form in which services travel is read', () => {
  const two = [service(1), service(2)];
  const page = { total_items: 2, empty: false, contents: two };
  it.each([
    ['one service', JSON.stringify(service(1)), 1],
    ['a list', JSON.stringify(two), 2],
    ['a list on many lines', JSON.stringify(two, null, 2), 2],
    ['a page of the API', JSON.stringify(page), 2],
    ['lines of JSON', lines(...two), 2],
    ['with a mark of byte order', `\ufeff${JSON.stringify(two)}`, 2],
    ['a table of services', csvOf(['id', 'name', 'status'], [[id(1), 'Usługa 1', 'active']]), 1],
    ['the same with semicolons', `id;name;status\n${id(1)};"Usługa 1";active\n`, 1],
  ])('%s', (_form, content, count) => {
    expect(names(content)).toEqual(['Usługa 1', 'Usługa 2'].slice(0, count));
    expect(told(content)).toEqual([]);
  });

  it('a text in UTF-16, which spreadsheets write, too', () => {
    expect(names(Buffer.from(`\ufeffid\tname\tstatus\r\n${id(1)}\tŻłobek\tactive\r\n`, 'utf16le'))).toEqual([
      'Żłobek',
    ]);
  });
});

describe('of a broken file what can be read is read, the rest is told by its line', () => {
  it('JSON that breaks off', () => {
    const text = JSON.stringify([service(1), service(2), service(3)], null, 1);
    const broken = text.slice(0, text.indexOf('Usługa 3') + 3);
    expect(names(broken)).toEqual(['Usługa 1', 'Usługa 2']);
    expect(told(broken)).toEqual(['cut 12 refused']);
  });

  it.each([
    ['a brace', '{"id":"x","name":"Zepsuta"'],
    ['a quote', '{"id":"x","name":"Zepsuta}'],
    ['its end', '{"id":'],
  ])('a record that lacks %s swallows none that follow it', (_what, broken) => {
    const [first, last] = [service(1), service(2)].map((one) => JSON.stringify(one));
    for (const [text, line] of [
      [`${first}\n${broken}\n${last}\n`, 2],
      [`[\n${first},\n${broken},\n${last}\n]\n`, 3],
      [`[${first},\r\n${broken},\r\n${last}]`, 2],
    ] as const) {
      expect(names(text)).toEqual(['Usługa 1', 'Usługa 2']);
      expect(told(text)).toEqual([`not-json ${line} refused`]);
    }
  });

  it('a row with a quote that is never closed swallows none that follow it', () => {
    const row = (n: number, name = `Usługa ${n}`): string => `${id(n)},${name},active`;
    const text = ['id,name,status', row(1), '', row(8, '"Zepsuta'), row(2), '', row(3)].join('\r\n');
    expect(names(text, 'a.csv')).toEqual(['Usługa 1', 'Usługa 2', 'Usługa 3']);
    expect(told(text, 'a.csv')).toEqual(['not-csv 4 refused']);
    expect(read(text, 'a.csv').services.map((one) => one.line)).toEqual([2, 5, 7]);
  });

  it('a table of a header alone holds no services', () => {
    expect(told('id,name,status\n', 'a.csv')).toEqual(['no-services refused']);
    expect(told(writeZip([{ name: 'services.csv', content: Buffer.from('id,name\n') }]))).toEqual([
      'no-services refused',
    ]);
  });

  it('a record that is no JSON, one that is no service, one without an id, one without a name', () => {
    const text = ['{"id": oops}', '{"name":"x"}', `{"id":"${id(1)}"}`, JSON.stringify(service(2)), '5'].join(
      '\n',
    );
    expect(names(text)).toEqual(['Usługa 2']);
    expect(told(text)).toEqual(['not-json 1 refused', 'no-id 2 id refused', 'missing 3 name refused']);
    expect(
      told(JSON.stringify([{ id: id(1), name: 'Stowarzyszenie', website: 'https://x.example' }])),
    ).toEqual(['not-service 1 refused']);
  });

  it('the same id twice: the first is taken, the second is told where the first stood', () => {
    const text = lines(service(1), service(2), service(1, { name: 'Inna nazwa' }), service(1));
    expect(names(text)).toEqual(['Usługa 1', 'Usługa 2']);
    expect(told(text)).toEqual(['doubled 3 refused', 'doubled 4 refused']);
    expect(read(text).faults.map((one) => one.value)).toEqual(['1', '1']);
  });

  it('values that are not what they should be are left out, and the record is taken without them', () => {
    const text = lines(
      service(1, {
        minimum_age: 'dużo',
        maximum_age: '99',
        url: 'javascript:alert(1)',
        email: 'nie mam',
        assured_date: '2026-02-30',
        last_modified: 'wczoraj',
        description: 12,
        phones: [{ id: 'x', number: '1' }, { id: id(7) }, 'text'],
        schedules: 'codziennie',
        organization: 'gmina',
        status: 'closed',
      }),
    );
    const { services } = read(text);
    expect(services[0]?.service).toMatchObject({
      name: 'Usługa 1',
      maximum_age: 99,
      description: '12',
      status: 'active',
    });
    expect(services[0]?.service).not.toHaveProperty('url');
    expect(told(text)).toEqual([
      'not-address 1 url',
      'not-email 1 email',
      'not-one-of 1 status',
      'not-number 1 minimum_age',
      'not-date 1 assured_date',
      'not-instant 1 last_modified',
      'not-object 1 organization',
      'missing 1 phones.1.number',
      'not-object 1 phones.2',
      'not-list 1 schedules',
    ]);
  });

  it.each([
    ['2026-11-01T10:00:00.250Z', '2026-11-01T10:00:00.250Z'],
    ['2026-11-01T10:00:00+01:00', '2026-11-01T10:00:00+01:00'],
    ['2026-11-01T10:00:00+0100', '2026-11-01T10:00:00+01:00'],
    ['2026-11-01T10:00:00', '2026-11-01T10:00:00Z'],
    ['2026-02-30T10:00:00Z', undefined],
    ['2026-11-01T24:00:00Z', undefined],
    ['0000-01-01T00:00:00Z', undefined],
    ['2026-11-01T10:00:00+99:00', undefined],
  ])('an instant is one of RFC 3339, or is left out: %s', (given, taken) => {
    expect(read(lines(service(1, { last_modified: given }))).services[0]?.service['last_modified']).toBe(
      taken,
    );
  });

  it('a place that an address names and nobody describes, and rows of other tables without a parent', () => {
    const zip = writeZip([
      {
        name: 'hsds/services.csv',
        content: csvOf(['id', 'organization_id', 'name'], [[id(1), '', 'Usługa 1']]),
      },
      {
        name: 'hsds/phones.csv',
        content: csvOf(
          ['id', 'service_id', 'number', 'colour'],
          [
            [id(2), id(9), '1', 'red'],
            [id(3), id(1), '2', ''],
          ],
        ),
      },
      { name: 'hsds/extra.csv', content: 'a,b\n1,2\n' },
    ]);
    expect(told(zip)).toEqual(['unknown-column 1', 'unknown-file', 'no-parent 2 service_id']);
    expect(read(zip).services[0]?.service).toMatchObject({ phones: [{ number: '2' }] });
  });

  it('an encoding of older programs is read as that, and told', () => {
    const old = Buffer.from([
      ...Buffer.from(`id,name,status\n${id(1)},`),
      0xaf,
      0xf3,
      0xb3,
      0xe6,
      ...Buffer.from(',active\n'),
    ]);
    expect(names(old)).toEqual(['Żółć']);
    expect(told(old)).toEqual(['not-utf8']);
  });

  it.each([
    ['nothing at all', Buffer.alloc(0), 'empty refused'],
    ['spaces', '   \n', 'no-services refused'],
    ['another document', '<html><body>x</body></html>', 'no-services refused'],
    ['an object of something else', '{}', 'no-id 1 id refused'],
    [
      'an archive that is cut',
      writeZip([{ name: 'services.csv', content: 'id,name\n' }]).subarray(0, 60),
      'damaged refused',
    ],
    ['an archive of other things', writeZip([{ name: 'a.png', content: 'x' }]), 'no-services refused'],
    ['a bomb', writeZip([{ name: 'services.csv', content: Buffer.alloc(60_000_000, 'a') }]), 'bomb refused'],
  ])('%s is refused as a whole', (_what, content, faults) => {
    expect(read(content).services).toEqual([]);
    expect(told(content).join('|')).toBe(faults);
  });

  it('an archive whose entry is longer than it says is not unpacked', () => {
    const archive = writeZip([{ name: 'services.csv', content: Buffer.alloc(3_000_000, 'a') }]);
    const central = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    archive.writeUInt32LE(1000, central + 24);
    expect(told(archive)).toEqual(['damaged refused']);
  });

  it('20 MB of nested brackets or of one word neither fail nor take long', () => {
    for (const content of [
      '['.repeat(2_000_000),
      `[{"id":"1","name":"${'x'.repeat(2_000_000)}"}]`,
      '{"a":'.repeat(500_000),
    ])
      expect(read(content).services).toEqual([]);
    for (const property of ['qualification', 'description'])
      for (const depth of [41, 9000, 300_000]) {
        const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
        const deep = JSON.stringify(service(1)).replace('}', `,"${property}":${nested}}`);
        expect(names(deep)).toEqual(['Usługa 1']);
        expect(read(deep).services[0]?.service).not.toHaveProperty(property);
        expect(told(deep)).toHaveLength(1);
      }
  });

  it('whatever is sent, something is said and nothing is thrown; every fault has its words', () => {
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ maxLength: 400 }).map((text) => new Uint8Array(Buffer.from(text))),
      fc.json().map((text) => new Uint8Array(Buffer.from(text))),
      fc
        .array(
          fc.record({
            id: fc.anything(),
            name: fc.anything(),
            phones: fc.anything(),
            organization: fc.anything(),
          }),
        )
        .map(
          (value) =>
            new Uint8Array(
              Buffer.from(
                JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? 1 : one)) ?? '',
              ),
            ),
        ),
    );
    fc.assert(
      fc.property(any, (bytes) => {
        const { services, faults } = readSent(bytes, 'x');
        expect(services.length > 0 || faults.some((one) => one.refused)).toBe(true);
        for (const fault of faults) expect(faultWords(fault)).toMatch(/\.$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a CSV file is data and never a formula', () => {
  it.each(['=1+1', '+48 62 747', '-cmd', '@SUM(A1)', '\tx', '＝1', "'=1", "''@x"])(
    '%s is guarded',
    (text) => {
      expect(guard(text)).toBe(`'${text}`);
      expect(csvOf(['a'], [[text]])).not.toMatch(/(^|[\r\n,])"?[=+\-@\t＝]/);
    },
  );

  it('numbers, and texts that begin otherwise, stay as they are', () => {
    for (const text of ['-5', '-17.5', "'cytat'", 'a=b', '62 747']) expect(guard(text)).toBe(text);
  });

  it('every text comes back as it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => unguard(guard(text)) === text));
    fc.assert(
      fc.property(
        fc.constantFrom("'", "''", ''),
        fc.constantFrom('=', '+', '-', '@', '5'),
        fc.string(),
        (a, b, c) => {
          expect(unguard(guard(a + b + c))).toBe(a + b + c);
        },
      ),
    );
  });
});
