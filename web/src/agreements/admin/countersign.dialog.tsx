import { Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { UploadField } from '../../files/upload.tsx';
import { FilePurpose } from '../../generated/enums.ts';
import { AddCountersignedCopyDocument } from '../../generated/agreements/graphql.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { FormButtons } from '../../shared/forms/form.buttons.tsx';
import { Problem } from '../../shared/problem.tsx';
import { showToast } from '../../shared/toasts.tsx';

interface CountersignProps {
  versionId: string;
  opened: boolean;
  onClose: () => void;
}

/** Keeps the PDF with both signatures. */
export function CountersignDialog({ opened, ...props }: CountersignProps) {
  const { t } = useTranslation('agreements');
  return (
    <Dialog opened={opened} onClose={props.onClose} title={t('countersign.title')}>
      <CountersignForm {...props} />
    </Dialog>
  );
}

function CountersignForm({ versionId, onClose }: Omit<CountersignProps, 'opened'>) {
  const { t } = useTranslation('agreements');
  const [fileId, setFileId] = useState<string>();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (id: string) => ask(AddCountersignedCopyDocument, { versionId, fileId: id }),
    onSuccess: () => {
      void queryClient.invalidateQueries();
      showToast(t('countersign.done'));
      onClose();
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (fileId !== undefined) mutate(fileId);
      }}
    >
      <Stack>
        <Text size="sm">{t('countersign.means')}</Text>
        <UploadField
          purpose={FilePurpose.Agreement}
          label={t('countersign.file')}
          onReady={({ id }) => setFileId(id)}
          onStart={() => setFileId(undefined)}
        />
        <Problem error={error} />
        <FormButtons action={t('countersign.title')} onCancel={onClose} isPending={isPending} />
      </Stack>
    </form>
  );
}
