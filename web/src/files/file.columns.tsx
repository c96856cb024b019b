import { useTranslation } from 'react-i18next';
import { FilePurpose } from '../generated/enums.ts';
import type { Column, Filter, Tab } from '../shared/list/list.types.ts';
import { NameCell } from '../shared/list/rows/name.cell.tsx';
import { TextLink } from '../shared/layout/links.tsx';
import { RelativeTime } from '../shared/time/relative.time.tsx';
import { FileState } from './file.state.tsx';
import { useSize, useTypeName, type StoredFile } from './file.words.ts';
import type { FilesSearch } from './files.search.ts';

interface Counts {
  pending: number;
  checking: number;
  ready: number;
  refused: number;
}

export function useFileTabs(counts: Counts | undefined): Tab[] {
  const { t } = useTranslation(['files', 'common']);
  return [
    { id: undefined, label: t('common:list.all') },
    { id: 'READY', label: t('state.READY'), count: counts?.ready },
    { id: 'CHECKING', label: t('state.CHECKING'), count: counts?.checking },
    { id: 'REFUSED', label: t('state.REFUSED'), count: counts?.refused },
    { id: 'PENDING', label: t('state.PENDING'), count: counts?.pending },
  ];
}

export function useFileFilters({ purpose, createdFrom, createdTo }: FilesSearch): Filter[] {
  const { t } = useTranslation('files');
  return [
    {
      kind: 'choices',
      id: 'purpose',
      label: t('purpose'),
      isSingle: true,
      options: Object.values(FilePurpose).map((value) => ({ value, label: t(`purposes.${value}`) })),
      values: purpose ? [purpose] : [],
      change: (values) => ({ purpose: values?.[0] }),
    },
    {
      kind: 'range',
      id: 'created',
      label: t('uploaded'),
      from: createdFrom,
      to: createdTo,
      change: (from, to) => ({ createdFrom: from, createdTo: to }),
    },
  ];
}

export function useFileColumns(): Column<StoredFile>[] {
  const { t } = useTranslation('files');
  const sizeOf = useSize();
  const typeOf = useTypeName();
  return [
    { id: 'name', title: t('name'), render: ({ name }) => <NameCell name={name}>{name}</NameCell> },
    { id: 'purpose', title: t('purpose'), width: 140, from: 'md', render: ({ purpose }) => t(`purposes.${purpose}`) },
    {
      id: 'owner',
      title: t('owner'),
      width: 200,
      from: 'md',
      card: 'line',
      render: ({ partner }) =>
        partner ? (
          <TextLink to="/admin/partners/$id" params={{ id: partner.id }}>
            {partner.companyName}
          </TextLink>
        ) : (
          'ReachGenie'
        ),
    },
    {
      id: 'state',
      title: t('status'),
      width: 130,
      card: 'line',
      render: ({ state }) => <FileState state={state} />,
    },
    {
      id: 'reason',
      title: t('reason'),
      width: 260,
      from: 'lg',
      render: ({ refusal }) => refusal && t(`refusal.${refusal}`),
    },
    { id: 'type', title: t('kind'), width: 110, isExtra: true, render: ({ contentType }) => typeOf(contentType) },
    { id: 'uploader', title: t('uploader'), width: 160, isExtra: true, render: ({ uploader }) => uploader },
    { id: 'size', title: t('size'), width: 90, isNumber: true, from: 'sm', render: ({ bytes }) => sizeOf(bytes) },
    {
      id: 'created',
      title: t('uploaded'),
      width: 110,
      isNumber: true,
      card: 'side',
      render: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
}
