import { ENDINGS } from '../uploads/upload.limits.ts';

/**
 * `Content-Disposition` of a download (RFC 6266). A path in a name stays a name, and the name ends as its checked type
 * does, so that a PDF named `report.exe` is saved as `report.exe.pdf`.
 */
export function dispositionOf(name: string, contentType: string): string {
  const saved = savedName(name, ENDINGS[contentType] ?? 'bin');
  const plain = saved
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\%]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(saved)}`;
}

function savedName(name: string, ending: string): string {
  const flat = name.replaceAll(/[/\\:*?"<>|\p{Cc}\p{Cf}]/gu, '_').replace(/^\.+/, '_');
  const known = ending === 'jpg' ? /\.jpe?g$/i : new RegExp(`\\.${ending}$`, 'i');
  return known.test(flat) ? flat : `${flat}.${ending}`;
}

/** Of RFC 8187. */
const encoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
