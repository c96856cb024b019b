import { useTranslation } from 'react-i18next';
import type { AdminRole } from '../../generated/enums.ts';
import type { ChangeWords } from '../../shared/forms/conflict.tsx';

export function useRoleNames(): (roles: readonly AdminRole[]) => string {
  const { t } = useTranslation('admin');
  return (roles) => roles.map((role) => t(`team.roles.names.${role}`)).join(', ');
}

/** Conflict labels of an admin. */
export function useAdminWords(): ChangeWords {
  const { t } = useTranslation('admin');
  const namesOf = useRoleNames();
  const show = (value: unknown) => namesOf(value as AdminRole[]);
  return { name: { label: t('team.name') }, adminRoles: { label: t('team.roles.label'), show } };
}
