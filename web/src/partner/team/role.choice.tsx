import { Radio, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { PartnerRole } from '../../generated/enums.ts';

const ROLES = [PartnerRole.Owner, PartnerRole.Member, PartnerRole.Billing, PartnerRole.ReadOnly];

/** A type, because an interface has no index signature for drafts. */
export type ChosenRole = {
  role: PartnerRole;
};

export function RoleChoice<Values extends ChosenRole>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('portal');
  return (
    <Radio.Group label={t('members.role')} key={form.key('role')} {...form.getInputProps('role')}>
      <Stack gap="sm" mt="xs">
        {ROLES.map((role) => (
          <Radio
            key={role}
            value={role}
            label={t(`members.roles.${role}`)}
            description={t(`members.roleMeans.${role}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
