import { useTranslation } from 'react-i18next';
import { ApplicationStatus, CompanySize, PartnershipType } from '../../generated/enums.ts';
import { sizeOf } from '../../activity/values.ts';
import { oneOf } from '../../shared/data/search.ts';
import type { ChangeWords } from '../../shared/forms/conflict.tsx';
import { useAdmins } from '../team/use.admins.ts';

/** Conflict labels of an application. */
export function useApplicationWords(): ChangeWords {
  const { t } = useTranslation(['admin', 'common']);
  const { admins } = useAdmins();
  return {
    companyName: { label: t('applications.company') },
    website: { label: t('application.website') },
    companySize: {
      label: t('applications.size'),
      show: (value) => {
        // The audit log has `51-200`, the form has `SIZE_51_200`.
        const size = oneOf(CompanySize, value) ?? oneOf(CompanySize, sizeOf(String(value)));
        return size ? t(`common:companySize.${size}`) : String(value);
      },
    },
    industry: { label: t('application.industry') },
    partnershipType: {
      label: t('applications.type'),
      show: (value) => {
        const type = oneOf(PartnershipType, value);
        return type ? t(`common:partnershipType.${type}`) : String(value);
      },
    },
    contactName: { label: t('applications.contact') },
    contactPhone: { label: t('application.phone') },
    motivation: { label: t('application.motivation') },
    targetMarket: { label: t('application.targetMarket') },
    currentSolutions: { label: t('application.currentSolutions') },
    additionalInformation: { label: t('application.additionalInformation') },
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
