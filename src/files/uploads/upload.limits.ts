import type { Caller } from '../../core/context/request.context.ts';
import { FilePurpose } from '../file.enums.ts';

export const PDF = 'application/pdf';
export const PNG = 'image/png';
export const JPEG = 'image/jpeg';
export const MP4 = 'video/mp4';
export const ZIP = 'application/zip';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const DOCX = `${OFFICE}wordprocessingml.document`;
const PPTX = `${OFFICE}presentationml.presentation`;
const XLSX = `${OFFICE}spreadsheetml.sheet`;

/** The main part of Office's documents, which are archives. */
export const OFFICE_PARTS: Readonly<Record<string, string>> = {
  [DOCX]: 'word/document.xml',
  [PPTX]: 'ppt/presentation.xml',
  [XLSX]: 'xl/workbook.xml',
};

/** Media types that can be uploaded, with the ending of their files. */
export const ENDINGS: Readonly<Record<string, string>> = {
  [PDF]: 'pdf',
  [DOCX]: 'docx',
  [PPTX]: 'pptx',
  [XLSX]: 'xlsx',
  [PNG]: 'png',
  [JPEG]: 'jpg',
  [MP4]: 'mp4',
  [ZIP]: 'zip',
};

interface Limits {
  role: Caller['role'];
  types: readonly string[];
  mostBytes: number;
}

const MEGABYTE = 1_000_000;

/** The role, types and size that each purpose allows. `FilePurpose` tells them in the schema. */
export const LIMITS: Readonly<Record<FilePurpose, Limits>> = {
  [FilePurpose.RESOURCE]: { role: 'ADMIN', types: Object.keys(ENDINGS), mostBytes: 100 * MEGABYTE },
  [FilePurpose.AGREEMENT]: { role: 'ADMIN', types: [PDF], mostBytes: 20 * MEGABYTE },
  [FilePurpose.LOGO]: { role: 'PARTNER', types: [PNG], mostBytes: 256_000 },
};
