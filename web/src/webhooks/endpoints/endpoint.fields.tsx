import { Checkbox, Code, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { EventCatalogueDocument } from '../../generated/webhooks/graphql.ts';
import type { ChangeWords } from '../../shared/forms/conflict.tsx';
import { useFieldRules } from '../../shared/forms/field.rules.ts';
import { Problem } from '../../shared/problem.tsx';
import { shown } from '../../shared/shown.text.ts';
import { useEventName, type Endpoint } from '../webhook.words.ts';

/** Types are one text, so that they compare. */
export type EndpointValues = Record<'url' | 'description' | 'types', string>;

export const NEW_ENDPOINT: EndpointValues = { url: 'https://', description: '', types: '' };

export const valuesOf = ({ url, description, types }: Endpoint): EndpointValues => ({
  url,
  description: description ?? '',
  types: textOf(types),
});

/** What the API takes. */
export const inputOf = <Values extends Partial<EndpointValues>>({ url, description, types }: Values) => ({
  ...(url !== undefined && { url }),
  ...(description !== undefined && { description: shown(description) || null }),
  ...(types !== undefined && { types: typesIn(types) }),
});

const textOf = (types: readonly string[]): string => types.toSorted().join(' ');
const typesIn = (text: string): string[] => text.split(' ').filter(Boolean);

export function useEndpointRules() {
  const { required, optional } = useFieldRules();
  return { url: required(2048), description: optional(200) };
}

/** Conflict labels of an endpoint. */
export function useEndpointWords(): ChangeWords {
  const { t } = useTranslation('webhooks');
  const nameOf = useEventName();
  const namesIn = (value: unknown): string => {
    const types = typeof value === 'string' ? typesIn(value) : Array.isArray(value) ? value.map(String) : [];
    return types.length === 0 ? t('allTypes') : types.map(nameOf).join(', ');
  };
  return {
    url: { label: t('url') },
    description: { label: t('description') },
    types: { label: t('types'), show: namesIn },
  };
}

export function EndpointFields({ form }: { form: UseFormReturnType<EndpointValues> }) {
  const { t } = useTranslation(['webhooks', 'common']);
  return (
    <>
      <TextInput
        label={t('url')}
        description={t('urlHint')}
        type="url"
        spellCheck={false}
        key={form.key('url')}
        {...form.getInputProps('url')}
      />
      <TextInput
        label={`${t('description')} (${t('common:optional')})`}
        description={t('descriptionHint')}
        key={form.key('description')}
        {...form.getInputProps('description')}
      />
      <TypesField form={form} />
    </>
  );
}

function TypesField({ form }: { form: UseFormReturnType<EndpointValues> }) {
  const { t } = useTranslation(['webhooks', 'common']);
  const nameOf = useEventName();
  const { data, error, isFetching, refetch } = useQuery(query(EventCatalogueDocument, {}));
  return (
    <>
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      <Checkbox.Group
        label={`${t('types')} (${t('common:optional')})`}
        description={t('typesHint')}
        key={form.key('types')}
        defaultValue={typesIn(form.getValues().types)}
        onChange={(types) => form.setFieldValue('types', textOf(types), { forceUpdate: false })}
        error={form.errors['types']}
      >
        <Stack gap={6} mt="xs" mah={260} style={{ overflowY: 'auto' }}>
          {data?.eventTypes.map(({ type }) => (
            <Checkbox
              key={type}
              value={type}
              label={
                <>
                  {nameOf(type)} <Code>{type}</Code>
                </>
              }
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </>
  );
}
