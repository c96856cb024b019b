import { Button, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/transport.ts';
import { CompanySize, PartnershipType } from '../generated/enums.ts';
import { SubmitPartnerApplicationDocument } from '../generated/public/graphql.ts';
import { setUnsent } from '../shared/forms/draft.store.ts';
import { useFieldRules } from '../shared/forms/field.rules.ts';
import { FormSection } from '../shared/forms/form.section.tsx';
import { PageTitle } from '../shared/layout/page/page.title.tsx';
import { Problem } from '../shared/problem.tsx';
import { PublicLayout } from '../shared/layout/public.layout.tsx';
import { useSubmission } from '../shared/forms/submission.ts';
import { keepDraft, keepReceipt, readDraft, type ApplicationDraft } from './apply.draft.ts';
import { languageOf } from '../i18n.ts';
import { inputOf } from './apply.input.ts';

export function ApplyPage() {
  const { t } = useTranslation('apply');
  return (
    <PublicLayout>
      <PageTitle title={t('title')} />
      <Stack maw={760} mx="auto" gap="lg">
        <div>
          <Title order={1} fz={{ base: 28, sm: 36 }} mt={{ base: 'xs', sm: 'lg' }}>
            {t('title')}
          </Title>
          <Text c="dimmed" mt="xs">
            {t('lead')} {t('kept')}
          </Text>
        </div>
        <ApplicationForm />
      </Stack>
    </PublicLayout>
  );
}

function ApplicationForm() {
  const { t, i18n } = useTranslation(['apply', 'common']);
  const navigate = useNavigate();
  const { required, email, optional } = useFieldRules();
  const [draft] = useState(readDraft);
  const idempotencyKey = useRef(draft.idempotencyKey);
  const form = useForm<ApplicationDraft>({
    mode: 'uncontrolled',
    initialValues: draft.values,
    onValuesChange: (values) => {
      idempotencyKey.current = keepDraft(values);
      setUnsent('apply', true);
    },
    validate: {
      companyName: required(200),
      website: optional(2048),
      companySize: required(20),
      industry: required(200),
      partnershipType: required(20),
      contactName: required(200),
      contactEmail: email,
      contactPhone: optional(40),
      motivation: required(5000),
      targetMarket: optional(5000),
      currentSolutions: optional(5000),
      additionalInformation: optional(5000),
    },
  });
  useEffect(() => () => setUnsent('apply', false), []);
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: async (values) => {
      const { submitPartnerApplication } = await post(SubmitPartnerApplicationDocument, {
        input: inputOf(values, languageOf(i18n.language)),
        idempotencyKey: idempotencyKey.current,
      });
      return { ...values, ...submitPartnerApplication };
    },
    done: ({ statusUrl, contactName, contactEmail, companyName }) => {
      keepReceipt({ statusUrl, contactName, contactEmail, companyName });
      void navigate({ to: '/apply/sent', replace: true });
    },
  });
  const field = (name: keyof ApplicationDraft) => ({
    label: t(name),
    key: form.key(name),
    ...form.getInputProps(name),
  });
  const free = (name: keyof ApplicationDraft) => ({
    ...field(name),
    label: (
      <>
        {t(name)}{' '}
        <Text span size="sm" c="dimmed" fw={400}>
          ({t('common:optional')})
        </Text>
      </>
    ),
  });
  const choices = <Value extends string>(values: Record<string, Value>, labelOf: (value: Value) => string) => [
    { value: '', label: t('choose') },
    ...Object.values(values).map((value) => ({ value, label: labelOf(value) })),
  ];
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="lg">
        <FormSection title={t('company')}>
          <TextInput {...field('companyName')} autoComplete="organization" />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput {...free('website')} type="url" autoComplete="url" placeholder={t('websiteHint')} />
            <NativeSelect
              {...field('companySize')}
              data={choices(CompanySize, (size) => t(`common:companySize.${size}`))}
            />
          </SimpleGrid>
          <TextInput {...field('industry')} description={t('industryHint')} />
          <NativeSelect
            {...field('partnershipType')}
            data={choices(PartnershipType, (type) => t(`common:partnershipType.${type}`))}
          />
        </FormSection>
        <FormSection title={t('contact')}>
          <TextInput {...field('contactName')} autoComplete="name" />
          <TextInput {...field('contactEmail')} description={t('contactEmailHint')} type="email" autoComplete="email" />
          <TextInput {...free('contactPhone')} type="tel" autoComplete="tel" />
        </FormSection>
        <FormSection title={t('about')}>
          <Textarea {...field('motivation')} description={t('motivationHint')} minRows={4} autosize />
          <Textarea {...free('targetMarket')} description={t('targetMarketHint')} minRows={2} autosize />
          <Textarea {...free('currentSolutions')} description={t('currentSolutionsHint')} minRows={2} autosize />
          <Textarea {...free('additionalInformation')} minRows={2} autosize />
        </FormSection>
        <Problem error={problem} />
        <div>
          <Button type="submit" size="md" loading={isPending}>
            {t('submit')}
          </Button>
          <Text size="sm" c="dimmed" mt="sm">
            {t('privacy')}
          </Text>
        </div>
      </Stack>
    </form>
  );
}
