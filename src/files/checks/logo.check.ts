import { crc32, inflateSync } from 'node:zlib';
import { convertIndexedToRgb, decode, encode, type DecodedPng, type ImageData } from 'fast-png';
import { FileRefusal } from '../file.enums.ts';
import { Refused } from './refused.ts';

const SIGNATURE_BYTES = 8;

/** Bytes of a chunk besides its data: length, type and checksum. */
const CHUNK_BYTES = 12;

/** In pixels. FilePurpose tells them in the schema. */
const LEAST = { width: 64, height: 32 };
const MOST = { width: 512, height: 256 };

/** The chunks that make the picture. Others, such as texts and animations, are dropped before anything reads them. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

interface Chunk {
  type: string;
  data: Buffer;
  /** With its length and checksum. */
  whole: Buffer;
}

/**
 * Decodes a PNG and encodes its pixels anew, so that nothing else of the file remains. Reads its size first: a few bytes
 * may claim 20,000 x 20,000 pixels. Limits what its data may unpack to.
 * @throws Refused
 */
export function encodedAnew(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  const [header] = chunks;
  if (header?.type !== 'IHDR' || header.data.length !== 13) throw new Refused(FileRefusal.DAMAGED);
  requireSize(header.data);
  requireUnpackable(chunks, header.data);
  const kept = Buffer.concat([
    png.subarray(0, SIGNATURE_BYTES),
    ...chunks.filter(({ type }) => KEPT.has(type)).map(({ whole }) => whole),
  ]);
  return Buffer.from(asRefused(() => encode(pixelsOf(decode(kept)))));
}

/** Up to the end of the picture: what follows is dropped. */
function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  let at = SIGNATURE_BYTES;
  while (chunks.at(-1)?.type !== 'IEND') {
    if (at + CHUNK_BYTES > png.length) throw new Refused(FileRefusal.DAMAGED);
    const length = png.readUInt32BE(at);
    const whole = png.subarray(at, at + CHUNK_BYTES + length);
    if (whole.length < CHUNK_BYTES + length) throw new Refused(FileRefusal.DAMAGED);
    const isIntact = crc32(whole.subarray(4, 8 + length)) === whole.readUInt32BE(8 + length);
    if (!isIntact) throw new Refused(FileRefusal.DAMAGED);
    chunks.push({ type: whole.toString('latin1', 4, 8), data: whole.subarray(8, 8 + length), whole });
    at += whole.length;
  }
  return chunks;
}

function requireSize(header: Buffer): void {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const isFit = width >= LEAST.width && width <= MOST.width && height >= LEAST.height && height <= MOST.height;
  if (!isFit) throw new Refused(FileRefusal.DIMENSIONS);
}

/** The largest picture: 4 channels of 2 bytes, and twice the bytes that begin its lines, for interlaced ones. */
function requireUnpackable(chunks: readonly Chunk[], header: Buffer): void {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const maxOutputLength = width * height * 8 + 4 * (width + height);
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  asRefused(() => inflateSync(packed, { maxOutputLength }));
}

/** With colors instead of places in a palette. */
function pixelsOf(png: DecodedPng): ImageData {
  const { width, height, palette } = png;
  const [color] = palette ?? [];
  if (color) return { width, height, data: convertIndexedToRgb(png), channels: color.length, depth: 8 };
  const { data, channels, depth } = png;
  return { width, height, data, channels, depth };
}

/** A picture that the decoder cannot read is damaged, or an attack on it. */
function asRefused<Result>(work: () => Result): Result {
  try {
    return work();
  } catch {
    throw new Refused(FileRefusal.DAMAGED);
  }
}
