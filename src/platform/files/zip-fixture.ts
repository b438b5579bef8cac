import { crc32, deflateRawSync } from 'node:zlib';

type Part = {
  readonly name: string;
  readonly content: string | Buffer;
  readonly encrypted?: boolean;
  readonly claims?: number;
};

/** A ZIP archive for tests; `claims` is the unpacked length that the directory states instead of the true one. */
export function zipOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, encrypted = false, claims } of parts) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims ?? raw.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, tail, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const contentTypes = (main: string): Part => ({
  name: '[Content_Types].xml',
  content: `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.${main}"/></Types>`,
});

/** The smallest honest file of each packed kind. */
export const packedParts = {
  docx: [
    contentTypes('wordprocessingml.document.main+xml'),
    { name: 'word/document.xml', content: '<w:document/>' },
  ],
  xlsx: [contentTypes('spreadsheetml.sheet.main+xml'), { name: 'xl/workbook.xml', content: '<workbook/>' }],
  odt: [{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }],
  ods: [{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }],
} satisfies Record<string, Part[]>;
