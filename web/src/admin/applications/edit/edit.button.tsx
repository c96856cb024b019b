import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { ApplicationPartsFragment } from '../../../generated/admin/graphql.ts';
import { Kbd } from '../../../shared/keys/kbd.tsx';
import { useKeys } from '../../../shared/keys/keys.ts';
import { EditDialog } from './edit.dialog.tsx';

/** Opens the form of the answers. The key is E. */
export function EditButton({ application }: { application: ApplicationPartsFragment }) {
  const { t } = useTranslation('admin');
  const [isEditing, { open, close }] = useDisclosure();
  useKeys([{ keys: 'e', label: t('application.edit'), run: open }]);
  return (
    <>
      <Button variant="subtle" size="compact-xs" rightSection={<Kbd keys="e" />} onClick={open}>
        {t('application.edit')}
      </Button>
      <EditDialog application={application} opened={isEditing} onClose={close} />
    </>
  );
}
