import { useTranslation } from 'react-i18next';
import { PartnerTier } from '../../generated/enums.ts';
import type { UpdatePartnerAccountInput } from '../../generated/admin/graphql.ts';
import type { ChangeWords } from '../../shared/forms/conflict.tsx';
import { oneOf } from '../../shared/data/search.ts';

/** Conflict labels of a partner. */
export function usePartnerWords(): ChangeWords {
  const { t } = useTranslation(['admin', 'common']);
  const show = (value: unknown) => t(value === true ? 'common:on' : 'common:off');
  return {
    tier: {
      label: t('partners.tier'),
      show: (value) => {
        const tier = oneOf(PartnerTier, value);
        return tier ? t(`common:partnerTier.${tier}`) : String(value);
      },
    },
    isActive: {
      label: t('partners.state'),
      show: (value) => t(value === true ? 'partners.active' : 'partners.inactive'),
    },
    clientManagementEnabled: { label: t('partners.clientManagement'), show },
    whitelabelEnabled: { label: t('partners.whitelabel'), show },
  };
}

/** Describes the unsaved change with the same labels. */
export const wantedOf = (input: UpdatePartnerAccountInput, words: ChangeWords): string =>
  Object.entries(input)
    .map(([field, value]) => `${words[field]?.label}: ${words[field]?.show?.(value)}`)
    .join(', ');
