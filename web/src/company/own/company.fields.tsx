import { Fieldset, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { COUNTRY_CODES } from '../country.codes.ts';
import { countryName } from '../../shared/data/country.name.ts';
import type { CompanyValues } from './company.values.ts';

type Field = keyof CompanyValues & string;

interface CompanyFieldsProps {
  form: { key: (field: string) => string; getInputProps: (field: string) => object };
}

/** All data of the company, in the two groups that its changes have. */
export function CompanyFields({ form }: CompanyFieldsProps) {
  const { t } = useTranslation(['company', 'common']);
  const countries = useCountries();
  const field = (name: Field, label: string) => ({ label, key: form.key(name), ...form.getInputProps(name) });
  const free = (name: Exclude<Field, number>) =>
    field(name, `${t(`common:change.field.${name}` as 'common:change.field.city')} (${t('common:optional')})`);
  return (
    <>
      <Fieldset legend={t('reviewed')} variant="unstyled" styles={{ legend: { fontWeight: 600 } }}>
        <Text size="sm" c="dimmed" mb="sm">
          {t('reviewedHint')}
        </Text>
        <Stack>
          <TextInput {...field('companyName', t('common:change.field.companyName'))} data-autofocus />
          <TextInput {...free('legalName')} description={t('legalNameHint')} />
          <TextInput {...free('street')} autoComplete="street-address" />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput {...free('postalCode')} autoComplete="postal-code" />
            <TextInput {...free('city')} autoComplete="address-level2" />
            <NativeSelect {...free('countryCode')} data={[{ value: '', label: t('noCountry') }, ...countries]} />
            <TextInput {...free('vatId')} />
          </SimpleGrid>
        </Stack>
      </Fieldset>
      <Fieldset legend={t('free')} variant="unstyled" styles={{ legend: { fontWeight: 600 } }}>
        <Text size="sm" c="dimmed" mb="sm">
          {t('freeHint')}
        </Text>
        <Stack>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput {...free('website')} type="url" />
            <TextInput {...free('phone')} type="tel" />
          </SimpleGrid>
          <Textarea {...free('description')} minRows={3} autosize />
        </Stack>
      </Fieldset>
    </>
  );
}

/** In the order of the reader's language. */
function useCountries(): { value: string; label: string }[] {
  const { language } = useTranslation().i18n;
  return useMemo(() => {
    const named = COUNTRY_CODES.map((value) => ({ value, label: countryName(value, language) }));
    return named.toSorted((one, other) => one.label.localeCompare(other.label, language));
  }, [language]);
}
