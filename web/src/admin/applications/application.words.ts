import { useTranslation } from 'react-i18next';
import { ApplicationStatus } from '../../generated/enums.ts';
import { oneOf } from '../../shared/data/search.ts';
import type { ChangeWords } from '../../shared/forms/conflict.tsx';
import { useAdmins } from '../team/use.admins.ts';

/** Conflict labels of an application. */
export function useApplicationWords(): ChangeWords {
  const { t } = useTranslation(['admin', 'common']);
  const { admins } = useAdmins();
  return {
    status: {
      label: t('applications.status'),
      show: (value) => {
        const status = oneOf(ApplicationStatus, value);
        return status ? t(`common:applicationStatus.${status}`) : String(value);
      },
    },
    assigneeId: {
      label: t('assignee.label'),
      show: (id) => admins.find((admin) => admin.id === id)?.name ?? t('applications.formerAdmin'),
    },
  };
}
