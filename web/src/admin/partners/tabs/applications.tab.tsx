import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format.ts';
import { TextLink } from '../../../shared/layout/links.tsx';
import type { PartnerDetails } from '../partner.details.ts';

/** The applications that led to the partnerships, oldest first. */
export function PartnerApplications({ partner }: { partner: PartnerDetails }) {
  const { t } = useTranslation(['admin', 'common']);
  const { date } = useFormat();
  return (
    <Stack gap="xs">
      {partner.partnerships.map(({ type, since, application }) => (
        <TextLink key={type} to="/admin/applications/$id" params={{ id: application.id }}>
          {t('partners.partnershipSince', { type: t(`common:partnershipType.${type}`), date: date(since) })}
        </TextLink>
      ))}
    </Stack>
  );
}
