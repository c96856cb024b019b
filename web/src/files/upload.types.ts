import type { FilePurpose } from '../generated/enums.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';

/** Browsers do not know all of them. */
const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  docx: `${OFFICE}wordprocessingml.document`,
  pptx: `${OFFICE}presentationml.presentation`,
  xlsx: `${OFFICE}spreadsheetml.sheet`,
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  mp4: 'video/mp4',
  zip: 'application/zip',
};

const endingOf = ({ name }: Pick<File, 'name'>): string => name.toLowerCase().split('.').at(-1) ?? '';

/** The media type by the ending of the name. */
export const typeOf = (file: Pick<File, 'name'>): string => TYPES[endingOf(file)] ?? '';

/** Types and sizes that the API accepts, as FilePurpose says. The browser refuses all others at once. */
export const LIMITS: Record<FilePurpose, { accept: string; mostBytes: number }> = {
  AGREEMENT: { accept: '.pdf', mostBytes: 20_000_000 },
  LOGO: { accept: '.png', mostBytes: 256_000 },
  RESOURCE: { accept: '.pdf,.docx,.pptx,.xlsx,.png,.jpg,.jpeg,.mp4,.zip', mostBytes: 100_000_000 },
};

/** Whether the browser would offer the file. Dropped files skip its choice. */
export const isAccepted = (purpose: FilePurpose, file: Pick<File, 'name'>): boolean =>
  LIMITS[purpose].accept.split(',').includes(`.${endingOf(file)}`);
