import { inFile, type Mutant } from '../../mutant.ts';

const CHECKS = 'test/files/file-checks.test.ts';
const TRANSFER = 'test/files/transfer.test.ts';
const FILES = 'test/files/files.test.ts';
const LIMITS = 'test/files/upload-limits.test.ts';
const STRAY = 'test/files/stray-files.test.ts';

export const files: Mutant[] = [
  ...inFile(
    'src/files/checks/file.inspection.ts',
    [CHECKS],
    [
      ['J5: A file is of its declared type.', ' || detected?.mime !== contentType', ''],
      ['J5: A file has no second type.', 'await refuseSecondType(file, size, contentType);', ''],
      ['J5: Each type has its check.', 'await check(file, size);', ''],
      ['J5: A logo is encoded anew.', 'return encodedAnew(await file.readFile());', 'return undefined;'],
    ],
  ),
  ...inFile(
    'src/files/checks/second.type.check.ts',
    [CHECKS],
    [
      ['J5: Only a PDF has its header.', "contentType !== PDF && head.includes('%PDF-')", 'false'],
      ['J5: Only an archive ends as one.', '!isZipped(contentType) && tail.includes(ZIP_END)', 'false'],
      [
        'J5: Nothing follows an image.',
        'last !== undefined && !tail.subarray(-last.length).equals(last)',
        'last === null',
      ],
    ],
  ),
  ...inFile(
    'src/files/checks/zip.directory.ts',
    [CHECKS],
    [
      ['J5: An archive has no gap.', ' || start + length !== end', ''],
      ['An archive has its directory.', 'at < 0 || ', ''],
    ],
  ),
  ...inFile(
    'src/files/checks/zip.check.ts',
    [CHECKS],
    [
      ['J5: A document has its main part.', ' || !names.includes(mainPart)', ''],
      ['J5: A document has no macros.', 'if (names.some((name) => MACROS.test(name)))', 'if (false)'],
    ],
  ),
  ...inFile(
    'src/files/checks/mp4.check.ts',
    [CHECKS],
    [['A film ends with its last box.', 'if (at !== size) throw', 'if (false) throw']],
  ),
  ...inFile(
    'src/files/checks/pdf.names.ts',
    [CHECKS],
    [
      ['J5: A PDF has no script.', 'JavaScript|', ''],
      ['J5: A PDF starts no program.', 'Launch|', ''],
      ['J5: A PDF embeds no file.', 'EmbeddedFiles?|', ''],
      ['J5: A PDF embeds no file without its type.', String.raw`|\/EF\s*(?:<<|\d+\s+\d+\s+R)`, ''],
      ['J5: A PDF has no form that runs scripts.', String.raw`|\/XFA\s*(?:\[|\d+\s+\d+\s+R)`, ''],
      ['J5: A name has one spelling.', '/#([\\da-f]{2})/gi', '/#(never)/gi'],
      ['J5: An encrypted PDF is not checked.', String.raw`/\/Encrypt(?=[^\w.-])/.test(text)`, 'false'],
    ],
  ),
  ...inFile(
    'src/files/checks/pdf.check.ts',
    [CHECKS],
    [
      ['J5: Object streams are read.', 'refuse(`${plainNames(objects)}\\n`);', ''],
      ['J5: A PDF is read to its end.', 'refuse(plainNames(text));', 'if (at === 0) refuse(plainNames(text));'],
      ['J5: No object stream is left out.', 'if (named > read) throw', 'if (false) throw'],
      ['A PDF has its end.', "includes('%%EOF')) throw", "includes('%%EOF') && size < 0) throw"],
    ],
  ),
  ...inFile(
    'src/files/checks/pdf.objects.ts',
    [CHECKS],
    [
      ['J5: An object stream need not say its type.', " && !has(dictionary, 'First')", ''],
      ['J5: Objects are packed by Flate.', '!isFlate || ', ''],
      ['J5: Objects are not transformed.', ' || isTransformed', ''],
      ['J5: Objects unpack to little.', 'bytes > MOST_UNPACKED', 'bytes < 0'],
    ],
  ),
  ...inFile(
    'src/files/checks/logo.check.ts',
    [CHECKS],
    [
      ['J5: A logo is neither too narrow nor too low.', 'width >= LEAST.width && ', ''],
      ['J5: A logo is not too wide.', 'width <= MOST.width && ', ''],
      ['J5: A logo is not too low.', 'height >= LEAST.height && ', ''],
      ['J5: A logo is not too high.', ' && height <= MOST.height', ''],
      ['J5: A logo unpacks to its pixels.', 'requireUnpackable(chunks, header.data);', ''],
      ['J5: A logo keeps no other chunks.', '.filter(({ type }) => KEPT.has(type))', ''],
    ],
  ),
  ...inFile(
    'src/files/uploads/upload.steps.ts',
    [TRANSFER],
    [
      ['J5: A link takes one PUT.', ' and upload_started_at is null', ''],
      ['J5: A link takes its PUT within 15 minutes.', "interval '15 minutes'", "interval '15 days'"],
      [
        'J5: A link is for its requester.',
        'created_by = coalesce(${userId ?? null}::uuid, created_by)',
        '${userId ?? null}::uuid is distinct from id',
      ],
      [
        'J5: A link ends with the session.',
        'if (begun) await sql`select require_caller(${begun.credential})`.execute(em.getKysely());',
        '',
      ],
    ],
  ),
  ...inFile(
    'src/files/uploads/upload.meter.ts',
    [TRANSFER],
    [
      ['J5: No byte too many.', 'if (this.#bytes > this.requested) return done(tooLarge(this.requested));', ''],
      ['No byte too few.', 'if (this.#bytes === this.requested) return', 'if (this.#bytes >= 0) return'],
      ['The last bytes are held back.', 'const passed = this.#held;\n    this.#held = chunk;', 'const passed = chunk;'],
    ],
  ),
  ...inFile(
    'src/files/uploads/upload.endpoint.ts',
    [LIMITS],
    [['Uploads have a limit.', 'if (running >= MOST_UPLOADS)', 'if (running < 0)']],
  ),
  ...inFile(
    'src/files/downloads/link.opening.ts',
    [TRANSFER],
    [
      ['J6: The gate decides again.', 'if (!(await isAllowed(reader, link))) return undefined;', ''],
      ['J6: A link ends with the session, whatever its gate reads.', ', readRows(reader, sql`select 1`)', ''],
      ['A link ends after 5 minutes.', ' || Date.parse(link.expiresAt) < currentTime().getTime()', ''],
    ],
  ),
  ...inFile(
    'src/files/downloads/download.endpoints.ts',
    [TRANSFER],
    [
      ['A link is for one file.', ' || file.id !== request.params.id.toLowerCase()', ''],
      ['A browser runs no file.', `"sandbox; default-src 'none'"`, `"default-src 'self'"`],
      ['Only logos in use are public.', '!file?.claimedAt || ', '!file || '],
      ['Only logos are public.', ' || file.purpose !== FilePurpose.LOGO', ''],
    ],
  ),
  ...inFile(
    'src/files/downloads/disposition.ts',
    [TRANSFER],
    [
      ['A path in a name is none.', String.raw`/[/\\:*?"<>|\p{Cc}\p{Cf}]/gu, '_'`, "/never/gu, '_'"],
      ['A name ends as its type.', 'known.test(flat) ? flat : ', 'flat ? flat : '],
    ],
  ),
  ...inFile(
    'src/files/file.claim.ts',
    [FILES],
    [
      ['J5: A file is claimed once.', 'file.claimedAt || ', ''],
      ['J5: An old file is not claimed.', ' || isExpired(file)', ''],
      [
        'J5: A file is claimed by its tenant, for its purpose.',
        '{ id, purpose, resellerId }, locked',
        '{ id }, locked',
      ],
      ['J5: Only a file that passed the checks is claimed.', 'if (!file.isReady())', 'if (file.bytes < 0)'],
    ],
  ),
  ...inFile(
    'src/files/storage/unused.files.ts',
    [STRAY],
    [
      ['Nothing is removed after a restore.', ' || (await isPaused(em))', ''],
      ['Another database’s files stay.', 'stray.length > SUSPICIOUS && ', 'stray.length < 0 && '],
      ['Young bytes stay.', 'changedAt.getTime() < Date.now() - DAY', 'changedAt.getTime() < Date.now()'],
    ],
  ),
  ...inFile(
    'src/http/slow.bodies.ts',
    [LIMITS],
    [['A body has a time limit.', "server.emit('clientError', new SlowBody(), socket)", 'undefined']],
  ),
  ...inFile('src/http/admission.ts', [LIMITS], [['An upload takes no slot.', ' && !isUpload(request)', '']]),
  ...inFile(
    'src/http/deadlines.ts',
    [LIMITS],
    [['An upload has no deadline.', 'if (isUpload(request)) return next(request, response);', '']],
  ),
];
