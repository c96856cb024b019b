import { expect, test } from 'vitest';
import { decode } from 'fast-png';
import { useApi } from '../support/api.ts';
import { docx, DOCX_TYPE, jpeg, mp4, objectStream, pdf, png, pngChunk, zip } from '../support/files/contents.ts';
import { contentOf, folderStorage, storedIds } from '../support/files/storages.ts';
import { givenChecked, sha256Of, type Sent } from '../support/given/files.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const { environment, storage } = await folderStorage();
const api = useApi(environment);

const PDF = 'application/pdf';
const ZIP = 'application/zip';
const PNG = 'image/png';

const checked = async (sent: Sent) => givenChecked(api, storage, api.admin, { purpose: 'RESOURCE', ...sent });

let partner: Partner | undefined;
async function checkedLogo(content: Buffer) {
  partner ??= await givenPartner(api);
  return givenChecked(api, storage, partner.actor, { purpose: 'LOGO', contentType: PNG, name: 'logo.png', content });
}

async function expectRefused(sent: Sent, refusal: string): Promise<void> {
  const file = await checked(sent);
  expect(file).toMatchObject({ state: 'REFUSED', refusal });
  expect(await storedIds(storage)).not.toContain(file.id);
}

const ACTION = '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>';

test.each([
  ['a PDF', PDF, pdf()],
  ['a PDF with an object stream', PDF, pdf(objectStream('5 0 << /Title (Fine) >>'))],
  [
    'a PDF with packed content',
    PDF,
    pdf(objectStream('text /JavaScript', { type: '' }).toString('latin1').replace('/First 4', '')),
  ],
  ['a Word document', DOCX_TYPE, docx()],
  ['a ZIP archive', ZIP, zip({ 'readme.txt': 'Hello' })],
  ['a PNG', PNG, png()],
  ['a JPEG', 'image/jpeg', jpeg()],
  ['an MP4', 'video/mp4', mp4()],
])('%s is READY, as it was sent', async (_, contentType, content) => {
  const buffer = Buffer.from(content);

  expect(await checked({ contentType, content: buffer })).toMatchObject({
    state: 'READY',
    refusal: null,
    bytes: buffer.length,
    sha256: sha256Of(buffer),
  });
});

test.each([
  ['a PNG called a PDF', PDF, png()],
  ['a PDF called a PNG', PNG, pdf()],
  ['a script called a PDF', PDF, Buffer.from('<script>alert(1)</script>')],
  ['a Word document called a ZIP', ZIP, docx()],
  ['a plain ZIP called a Word document', DOCX_TYPE, zip({ 'readme.txt': 'Hello' })],
  [
    'a ZIP with the part of a Word document, but without its list of types',
    DOCX_TYPE,
    zip({ 'word/document.xml': '' }),
  ],
  ['a Word document without its main part', DOCX_TYPE, docx({ 'word/document.xml': '' }).subarray(0)],
])('J5: %s is of the wrong type', async (title, contentType, content) => {
  const sent = title.endsWith('main part') ? withoutMainPart() : content;

  await expectRefused({ contentType, content: sent }, 'WRONG_TYPE');
});

/** `word/` makes programs take it for a Word document. */
const withoutMainPart = (): Buffer => {
  const types = `<Types><Override PartName="/word/other.xml" ContentType="${DOCX_TYPE}.main+xml"/></Types>`;
  return zip({ '[Content_Types].xml': types, 'word/other.xml': '' });
};

test.each([
  ['a PDF with a ZIP at its end', PDF, Buffer.concat([pdf(), zip({ a: 'b' }), Buffer.from('%%EOF')])],
  ['a PNG with a ZIP at its end', PNG, Buffer.concat([png(), zip({ a: 'b' })])],
  ['a PNG with a ZIP in a chunk', PNG, png({ more: [pngChunk('teXt', zip({ a: 'b' }))] })],
  ['a PNG with bytes at its end', PNG, Buffer.concat([png(), Buffer.from('<script>')])],
  ['a PNG with a PDF in a chunk', PNG, png({ more: [pngChunk('teXt', pdf())] })],
  ['a JPEG with bytes at its end', 'image/jpeg', Buffer.concat([jpeg(), Buffer.from('<script>')])],
  ['a ZIP with a PDF in it', ZIP, zip({ 'a.pdf': pdf().toString('latin1') })],
  ['a ZIP with bytes before its directory', ZIP, withGap()],
])('J5: %s is refused as a second type', async (_, contentType, content) => {
  await expectRefused({ contentType, content }, 'SECOND_TYPE');
});

function withGap(): Buffer {
  const archive = zip({ a: 'b' });
  const directory = archive.indexOf('PK\x01\x02');
  return Buffer.concat([archive.subarray(0, directory), Buffer.from('hidden'), archive.subarray(directory)]);
}

test.each([
  ['a script', pdf(`4 0 obj\n<< ${ACTION} >>\nendobj\n`)],
  ['a script by an escaped name', pdf(`4 0 obj\n<< ${ACTION.replace('/JavaScript', '/J#61va#53cript')} >>\nendobj\n`)],
  ['a script in an object stream', pdf(objectStream(`5 0 << ${ACTION} >>`))],
  [
    'a script in an unpacked object stream',
    pdf(`9 0 obj\n<< /Type /ObjStm /N 1 /First 4 >>\nstream\n5 0 << ${ACTION} >>\nendstream`),
  ],
  ['a script in an object stream that hides its type', pdf(objectStream(`5 0 << ${ACTION} >>`, { type: '' }))],
  ['a program', pdf('4 0 obj\n<< /S /Launch /F (calc.exe) >>\nendobj\n')],
  ['an embedded file', pdf('4 0 obj\n<< /Type /EmbeddedFile >>\nstream\nMZ\nendstream\nendobj\n')],
  ['an embedded file without its type', pdf('4 0 obj\n<< /Type /Filespec /EF << /F 5 0 R >> >>\nendobj\n')],
  ['a form that runs scripts', pdf('4 0 obj\n<< /AcroForm << /XFA 5 0 R >> >>\nendobj\n')],
  [
    'a script far behind',
    pdf(`4 0 obj\n(${'x'.repeat(1024 * 1024 - 100)})\nendobj\n5 0 obj\n<< ${ACTION} >>\nendobj\n`),
  ],
])('J5: a PDF with %s is refused', async (_, content) => {
  await expectRefused({ contentType: PDF, content }, 'ACTIVE_CONTENT');
});

test('J5: a Word document with macros is refused', async () => {
  await expectRefused({ contentType: DOCX_TYPE, content: docx({ 'word/vbaProject.bin': 'Sub' }) }, 'ACTIVE_CONTENT');
});

test.each([
  ['is encrypted', pdf('4 0 obj\n<< /Encrypt 5 0 R >>\nendobj\n')],
  [
    'packs objects in another way',
    pdf(objectStream('5 0 << >>', { dictionary: '/Filter [/ASCII85Decode /FlateDecode]' })),
  ],
  [
    'packs objects with a transformation',
    pdf(objectStream('5 0 << >>', { dictionary: '/Filter /FlateDecode /DecodeParms << /Predictor 12 >>' })),
  ],
  [
    'hides an object stream in a string',
    pdf(
      objectStream(`5 0 << ${ACTION} >>`, { dictionary: '/X (1 0 obj) /Filter /FlateDecode', type: '/Type /ObjStm' })
        .toString('latin1')
        .replace('/First 4', '')
        .replace('/X (1 0 obj)', '/First 4 /X (1 0 obj)'),
    ),
  ],
  [
    'has damaged objects',
    pdf('9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\nxxxx\nendstream\nendobj\n'),
  ],
  ['has objects that unpack to 17 MB', pdf(objectStream('x'.repeat(17 * 1024 * 1024)))],
])('J5: a PDF that %s cannot be checked, and is refused', async (_, content) => {
  await expectRefused({ contentType: PDF, content: Buffer.from(content) }, 'NOT_CHECKABLE');
});

test.each([
  ['a PDF without its end', PDF, pdf().subarray(0, -7)],
  ['a ZIP without its directory', ZIP, zip({ a: 'b' }).subarray(0, 40)],
  ['a film without its end', 'video/mp4', mp4().subarray(0, -4)],
  ['a film whose last box is cut', 'video/mp4', Buffer.concat([mp4(), Buffer.from('0000002066726565', 'hex')])],
])('%s is damaged', async (_, contentType, content) => {
  await expectRefused({ contentType, content }, 'DAMAGED');
});

test('J5: a logo keeps only its pixels', async () => {
  const file = await checkedLogo(Buffer.concat([png({ more: [pngChunk('teXt', zip({ a: 'b' }))] }), pdf()]));

  expect(file).toMatchObject({ state: 'READY' });
  const content = await contentOf(storage, file.id);
  expect(file).toMatchObject({ bytes: content.length, sha256: sha256Of(content) });
  expect(content.includes('PK') || content.includes('%PDF')).toBe(false);
  expect(decode(content)).toMatchObject({ width: 128, height: 64 });
});

test.each([
  ['too narrow', { width: 63, height: 32 }],
  ['too wide', { width: 513, height: 32 }],
  ['too low', { width: 64, height: 31 }],
  ['too high', { width: 64, height: 257 }],
  ['one that claims 20,000 x 20,000 pixels', { width: 20_000, height: 20_000, lines: Buffer.alloc(10) }],
])('J5: a logo is refused if it is %s', async (_, picture) => {
  expect(await checkedLogo(png(picture))).toMatchObject({ state: 'REFUSED', refusal: 'DIMENSIONS' });
});

test.each([
  ['its data unpacks to far more than its pixels', png({ lines: Buffer.alloc(100_000_000) })],
  ['its data is not packed', png().fill(0, 45, 60)],
  ['it has no data', png().subarray(0, 40)],
])('J5: a logo is refused if %s', async (_, content) => {
  expect(await checkedLogo(content)).toMatchObject({ state: 'REFUSED', refusal: 'DAMAGED' });
});

test('a profile that is damaged is dropped unread', async () => {
  const profile = Buffer.from('x\0\0not packed');

  expect(await checkedLogo(png({ more: [pngChunk('iCCP', profile)] }))).toMatchObject({ state: 'READY' });
});

test('a profile that unpacks to far more is dropped unread', async () => {
  const profile = Buffer.concat([Buffer.from('x\0\0'), png({ lines: Buffer.alloc(50_000_000) }).subarray(41)]);

  expect(await checkedLogo(png({ more: [pngChunk('iCCP', profile)] }))).toMatchObject({ state: 'READY' });
});
