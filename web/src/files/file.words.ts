import { useTranslation } from 'react-i18next';
import type { FilePartsFragment } from '../generated/files/graphql.ts';

export type StoredFile = FilePartsFragment;

/** `0.7 kB` or `12.3 MB`, in the reader's language. */
export function useSize(): (bytes: number) => string {
  const { language } = useTranslation().i18n;
  return (bytes) => {
    const [unit, size] = bytes < 1_000_000 ? (['kilobyte', 1_000] as const) : (['megabyte', 1_000_000] as const);
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 });
    return format.format(bytes / size);
  };
}

/** The name of a media type, as people say it. */
export function useTypeName(): (contentType: string) => string {
  const { t } = useTranslation('files');
  return (contentType) =>
    t(`type.${contentType.split(/[/.]/).at(-1) ?? ''}` as 'type.pdf', { defaultValue: contentType });
}
