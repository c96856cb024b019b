import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { ApplicationStatus, DecideApplicationDocument, type ApplicationDetailsQuery } from '../../generated/graphql.ts';
import { ConfirmDialog } from '../../shared/confirm.dialog.tsx';

type Application = NonNullable<ApplicationDetailsQuery['partnerApplication']>;

const OPEN: ApplicationStatus[] = [ApplicationStatus.Pending, ApplicationStatus.Reviewing];

export function ApproveButton({ application }: { application: Application }) {
  const { t } = useTranslation('admin');
  const cache = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure();
  const { id, status, version, companyName: company, contactEmail: email } = application;
  if (!OPEN.includes(status)) return null;
  return (
    <>
      <Button onClick={open}>{t('application.approve')}</Button>
      <ConfirmDialog
        opened={isOpen}
        onClose={close}
        title={t('application.approveQuestion', { company })}
        action={t('application.approve')}
        act={async () => {
          await ask(DecideApplicationDocument, { id, status: ApplicationStatus.Approved, expectedVersion: version });
          await cache.invalidateQueries();
        }}
      >
        {t('application.approveMeans', { company, email })}
      </ConfirmDialog>
    </>
  );
}
