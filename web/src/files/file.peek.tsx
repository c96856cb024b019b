import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/data/empty.state.tsx';
import { ButtonLink } from '../shared/layout/links.tsx';
import type { RowAction } from '../shared/list/list.types.ts';
import { PeekActions, PeekFacts, PeekHeading, PeekPart } from '../shared/list/peek/peek.parts.tsx';
import { RelativeTime } from '../shared/time/relative.time.tsx';
import { FileState } from './file.state.tsx';
import { useSize, useTypeName, type StoredFile } from './file.words.ts';

interface FilePeekProps {
  file: StoredFile | undefined;
  actions: readonly RowAction<StoredFile>[];
}

/** A file beside the list. */
export function FilePeek({ file, actions }: FilePeekProps) {
  const { t } = useTranslation(['files', 'common']);
  const sizeOf = useSize();
  const typeOf = useTypeName();
  if (!file) return <EmptyState title={t('common:list.noneHere')} />;
  const { name, purpose, state, refusal, bytes, contentType, partner, uploader, claimedAt, createdAt, sha256 } = file;
  return (
    <>
      <PeekHeading name={name} about={t(`purposes.${purpose}`)} state={<FileState state={state} isSoft />} />
      <PeekPart>
        <PeekFacts
          facts={{
            [t('reason')]: refusal && t(`refusal.${refusal}`),
            [t('kind')]: typeOf(contentType),
            [t('size')]: sizeOf(bytes),
            [t('owner')]: partner?.companyName ?? 'ReachGenie',
            [t('uploader')]: uploader,
            [t('uploaded')]: <RelativeTime at={createdAt} form="ago" />,
            [t('used')]: claimedAt == null ? t('unused') : <RelativeTime at={claimedAt} form="ago" />,
            [t('checksum')]: sha256,
          }}
        />
      </PeekPart>
      <PeekActions item={file} actions={actions}>
        {partner && (
          <ButtonLink to="/admin/partners/$id" params={{ id: partner.id }} variant="default" size="xs">
            {t('openPartner')}
          </ButtonLink>
        )}
      </PeekActions>
    </>
  );
}
