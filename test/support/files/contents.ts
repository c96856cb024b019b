import { crc32, deflateSync } from 'node:zlib';

/* Small files of each type. */

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A PDF of one page. `objects` are further ones, such as `4 0 obj … endobj`. */
export function pdf(...objects: (string | Buffer)[]): Buffer {
  const parts = [
    '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n',
    ...objects,
    'trailer\n<< /Root 1 0 R >>\n%%EOF\n',
  ];
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
}

/** An object stream of a PDF. */
export function objectStream(objects: string, { dictionary = '/Filter /FlateDecode', type = '/Type /ObjStm' } = {}) {
  const packed = deflateSync(Buffer.from(objects, 'latin1'));
  return Buffer.concat([
    Buffer.from(`9 0 obj\n<< ${type} /N 1 /First 4 ${dictionary} /Length ${packed.length} >>\nstream\r\n`, 'latin1'),
    packed,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

interface Picture {
  width?: number;
  height?: number;
  /** What its data unpacks to. Default: the pixels. */
  lines?: Buffer;
  /** Chunks before the data. */
  more?: readonly Buffer[];
}

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** A PNG in RGB. */
export function png({ width = 128, height = 64, lines, more = [] }: Picture = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const data = deflateSync(lines ?? Buffer.alloc(height * (1 + 3 * width)), { level: 9 });
  const end = pngChunk('IEND', Buffer.alloc(0));
  return Buffer.concat([PNG_SIGNATURE, pngChunk('IHDR', header), ...more, pngChunk('IDAT', data), end]);
}

/** A ZIP archive of entries that are not packed. */
export function zip(entries: Readonly<Record<string, string>>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const values = Buffer.alloc(26);
    values.writeUInt16LE(20, 0);
    values.writeUInt32LE(crc32(content), 10);
    values.writeUInt32LE(Buffer.byteLength(content), 14);
    values.writeUInt32LE(Buffer.byteLength(content), 18);
    values.writeUInt16LE(Buffer.byteLength(name), 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), values, Buffer.from(name + content)]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const version = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), version, values, place, Buffer.from(name)]));
    files.push(file);
    at += file.length;
  }
  const end = Buffer.alloc(18);
  const length = directory.reduce((sum, entry) => sum + entry.length, 0);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const CONTENT_TYPES = `<Types><Override PartName="/word/document.xml" ContentType="${DOCX_TYPE}.main+xml"/></Types>`;

/** A Word document. */
export const docx = (more: Readonly<Record<string, string>> = {}): Buffer =>
  zip({ '[Content_Types].xml': CONTENT_TYPES, 'word/document.xml': '<document/>', ...more });

export const jpeg = (): Buffer => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

const box = (type: string, content: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(8 + content.length);
  return Buffer.concat([length, Buffer.from(type + content, 'latin1')]);
};

export const mp4 = (): Buffer =>
  Buffer.concat([box('ftyp', 'isom\x00\x00\x02\x00isomiso2'), box('mdat', 'pictures'), box('moov', '')]);
