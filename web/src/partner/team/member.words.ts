import { useTranslation } from 'react-i18next';
import type { PartnerRole } from '../../generated/enums.ts';
import type { ChangeWords } from '../../shared/forms/conflict.tsx';

/** Conflict labels of a member. */
export function useMemberWords(): ChangeWords {
  const { t } = useTranslation('portal');
  const show = (value: unknown) => t(`members.roles.${value as PartnerRole}`);
  return { name: { label: t('members.name') }, partnerRole: { label: t('members.role'), show } };
}
