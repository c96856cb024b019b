import { Checkbox, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { AdminRole } from '../../generated/enums.ts';

/** Narrowest first. */
const ROLES = [AdminRole.Review, AdminRole.Partners, AdminRole.Finance, AdminRole.All];

/** A type, because an interface has no index signature for drafts. */
export type ChosenRoles = {
  roles: AdminRole[];
};

export function RolesChoice<Values extends ChosenRoles>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('admin');
  return (
    <Checkbox.Group
      label={t('team.roles.label')}
      description={t('team.roles.hint')}
      key={form.key('roles')}
      {...form.getInputProps('roles')}
    >
      <Stack gap="sm" mt="sm">
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={t(`team.roles.names.${role}`)}
            description={t(`team.roles.means.${role}`)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** Full access includes the other roles. */
export const rolesToSend = (roles: AdminRole[]): AdminRole[] =>
  roles.includes(AdminRole.All) ? [AdminRole.All] : roles;

export function useRolesRule(): (roles: AdminRole[]) => string | null {
  const { t } = useTranslation('admin');
  return (roles) => (roles.length > 0 ? null : t('team.roles.required'));
}
