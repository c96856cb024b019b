import { Button, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Card } from '../shared/cards/card.tsx';
import { Loading } from '../shared/data/loading.tsx';
import { IconDownload } from '../shared/icons.tsx';
import classes from './agreements.module.css';
import { DownloadButton } from './download.button.tsx';
import type { PdfAnswer } from './pdf.ts';

interface ViewerProps {
  title: string;
  versionId: string;
  answer: PdfAnswer;
}

/** The PDF inside of the page. Phones, and browsers that cannot show one, get a button instead: decision 91. */
export function AgreementViewer({ title, versionId, answer: { pdf, isElsewhere, open } }: ViewerProps) {
  const { t } = useTranslation('agreements');
  const isWide = useMediaQuery('(min-width: 48em)', false, { getInitialValueInEffect: false });
  const download = pdf?.url !== undefined && (
    <Button
      component="a"
      href={pdf.url}
      download={`${title}.pdf`}
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {t('download')}
    </Button>
  );
  if (pdf?.url !== undefined && isWide && navigator.pdfViewerEnabled) {
    return (
      <div className={classes['side']}>
        {/* oxlint-disable-next-line react/iframe-missing-sandbox -- Chromium shows no PDF in a sandboxed frame */}
        <iframe className={classes['viewer']} src={pdf.url} title={title} />
        <div>{download}</div>
      </div>
    );
  }
  return (
    <Card title={t('document')}>
      <Text size="sm" mb="sm">
        {t('readFirst')}
      </Text>
      {isElsewhere ? (
        <DownloadButton versionId={versionId} label={t('download')} onOpen={open} />
      ) : (
        download || <Loading />
      )}
    </Card>
  );
}
