import { Checkbox, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPartsFragment } from '../../generated/partner/graphql.ts';
import { useFieldRules } from '../../shared/forms/field.rules.ts';

/* Shared by the forms for new and existing clients. */

export const valuesOf = (client: ClientPartsFragment) => ({
  companyName: client.companyName,
  contactName: client.contactName,
  contactEmail: client.contactEmail,
  contactPhone: client.contactPhone ?? '',
  billingOwnedByReseller: client.billingOwnedByReseller,
});

export function useClientRules() {
  const { required, email, optional } = useFieldRules();
  return {
    companyName: required(200),
    contactName: required(200),
    contactEmail: email,
    contactPhone: optional(40),
  };
}

interface FieldsProps {
  form: { key: (field: Field) => string; getInputProps: (field: Field, options?: { type: 'checkbox' }) => object };
}
type Field = keyof ReturnType<typeof valuesOf>;

/** `children` stand before what may stay empty, so that few Tabs lead past all that is required. */
export function ContactFields({ form, children }: FieldsProps & { children?: ReactNode }) {
  const { t } = useTranslation(['portal', 'common']);
  const field = (name: Field) => ({ key: form.key(name), ...form.getInputProps(name) });
  return (
    <>
      <TextInput label={t('client.companyName')} data-autofocus {...field('companyName')} />
      <TextInput label={t('client.contactName')} {...field('contactName')} />
      <TextInput label={t('client.contactEmail')} type="email" {...field('contactEmail')} />
      {children}
      <TextInput
        label={`${t('client.contactPhone')} (${t('common:optional')})`}
        type="tel"
        {...field('contactPhone')}
      />
    </>
  );
}

export function BillingField({ form }: FieldsProps) {
  const { t } = useTranslation('portal');
  return (
    <Checkbox
      label={t('client.billing')}
      key={form.key('billingOwnedByReseller')}
      {...form.getInputProps('billingOwnedByReseller', { type: 'checkbox' })}
    />
  );
}
