import { useTranslation } from 'react-i18next';
import { countryName } from './country.name.ts';

interface Address {
  street: string | null;
  postalCode: string | null;
  city: string | null;
  countryCode: string | null;
}

/** An address in lines, as on a letter. Null if there is none. */
export function useAddress(): (address: Address) => string | null {
  const { i18n } = useTranslation();
  return ({ street, postalCode, city, countryCode }) => {
    const place = [postalCode, city].filter((part) => part !== null).join(' ');
    const lines = [street, place, countryCode && countryName(countryCode, i18n.language)];
    return lines.filter(Boolean).join('\n') || null;
  };
}
