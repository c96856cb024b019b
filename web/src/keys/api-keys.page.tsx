import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../api/ask.ts';
import { InterfaceKey, ListName } from '../generated/enums.ts';
import { ApiKeysDocument } from '../generated/keys/graphql.ts';
import { useViewer } from '../session/session.store.ts';
import { EmptyState } from '../shared/data/empty.state.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { IconKey } from '../shared/icons.tsx';
import { Kbd } from '../shared/keys/kbd.tsx';
import { useKeys } from '../shared/keys/keys.ts';
import { List, pageOf } from '../shared/list/list.tsx';
import type { SearchChange } from '../shared/list/list.types.ts';
import { SavedViews } from '../shared/list/views/saved.views.tsx';
import { ExampleCall } from './example.call.tsx';
import { useKeyActions } from './key.actions.tsx';
import { useKeyColumns } from './key.columns.tsx';
import { BY_NAME, listOfKeys } from './key.list.ts';
import { KeyPeek } from './key.peek.tsx';
import type { KeysSearch } from './keys.search.ts';
import { NewApiKeyDialog } from './new.api-key.dialog.tsx';

/** API keys of a partner account, or of all admins. */
export function ApiKeysPage() {
  const { t } = useTranslation('keys');
  const { role } = useViewer();
  const [isMaking, making] = useDisclosure();
  const [isReading, reading] = useDisclosure();
  // Admins and partners have the same page at different addresses.
  const search: KeysSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (changes: SearchChange, replace = false) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...changes }), replace });
  const answer = useQuery(query(ApiKeysDocument, {}));
  const list = listOfKeys(answer.data, search, pageOf(search));
  const { actions, dialogs } = useKeyActions();
  useKeys([{ keys: 'c', label: t('make'), run: making.open }]);
  const make = (
    <Button onClick={making.open} leftSection={<IconKey size={16} aria-hidden />} rightSection={<Kbd keys="c" />}>
      {t('make')}
    </Button>
  );
  return (
    <>
      <List
        title={t('title')}
        columnsKey={InterfaceKey.ColumnsApiKeys}
        views={<SavedViews list={ListName.ApiKeys} search={search} onSearch={change} />}
        buttons={
          <>
            <Button variant="subtle" onClick={reading.open}>
              {t('example')}
            </Button>
            {make}
          </>
        }
        columns={useKeyColumns()}
        searchHint={t('searchHint')}
        list={list}
        answer={answer}
        search={search}
        onSearch={change}
        defaultSort={BY_NAME}
        nameOf={({ name }) => name}
        renderPeek={(id) => <KeyPeek apiKey={list?.items.find((key) => key.id === id)} actions={actions} />}
        actions={actions}
        empty={
          <EmptyState title={t('empty')}>
            {t(`lead.${role}`)}
            {make}
          </EmptyState>
        }
      />
      {dialogs}
      <Dialog opened={isReading} onClose={reading.close} title={t('example')} size="lg">
        <ExampleCall secret="rgk_…" />
      </Dialog>
      <NewApiKeyDialog opened={isMaking} onClose={making.close} />
    </>
  );
}
