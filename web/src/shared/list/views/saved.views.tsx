import { ActionIcon, Button, Menu, Popover, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../../api/ask.ts';
import { queryClient } from '../../../api/query.client.ts';
import type { ListName } from '../../../generated/enums.ts';
import {
  CreateSavedViewDocument,
  DeleteSavedViewDocument,
  SavedViewsDocument,
  UpdateSavedViewDocument,
  type SavedViewPartsFragment,
} from '../../../generated/public/graphql.ts';
import { IconChevronDown } from '../../icons.tsx';
import { Problem } from '../../problem.tsx';
import { showToast } from '../../toasts.tsx';
import type { ListParams, SearchChange } from '../list.types.ts';
import { SaveViewDialog } from './save.view.dialog.tsx';
import { isChanged, shownBy, viewOf } from './view.search.ts';
import classes from './views.module.css';

interface SavedViewsProps {
  list: ListName;
  search: ListParams;
  onSearch: (change: SearchChange) => void;
}

/** Views beside the title, and the current one. Others are in the menu. */
const SHOWN = 3;

/** Saved views of a list, own ones first. A dot says that the current one was changed and not saved. */
export function SavedViews({ list, search, onSearch }: SavedViewsProps) {
  const { t } = useTranslation();
  const [isSaving, saving] = useDisclosure();
  const { data } = useQuery(query(SavedViewsDocument, { list }));
  const views = data?.savedViews ?? [];
  const current = views.find(({ id }) => id === search.view);
  const pills = views.filter((view, index) => index < SHOWN || view === current);
  const others = views.filter((view) => !pills.includes(view));
  const isDirty = current ? isChanged(search, current) : viewOf(search) !== '{}';
  const show = (view?: SavedViewPartsFragment) => onSearch(shownBy(search, view));
  const {
    mutate: change,
    error,
    reset,
  } = useMutation({
    mutationFn: async (run: () => Promise<unknown>) => run(),
    onSettled: () => queryClient.invalidateQueries(),
  });
  const update = ({ id, name }: SavedViewPartsFragment) =>
    change(async () => {
      await ask(UpdateSavedViewDocument, { id, input: { search: viewOf(search) } });
      showToast(t('list.views.saved', { name }));
    });
  const remove = ({ id, name, search: kept, isShared }: SavedViewPartsFragment) =>
    change(async () => {
      await ask(DeleteSavedViewDocument, { id });
      onSearch({ view: undefined });
      showToast(t('list.views.deleted', { name }), {
        undo: async () => {
          await ask(CreateSavedViewDocument, { input: { list, name, search: kept, isShared } });
          await queryClient.invalidateQueries();
        },
      });
    });
  return (
    <Popover opened={error !== null} onChange={reset} position="bottom-start" width={320} withRoles={false}>
      <Popover.Target>
        <nav className={classes['views']} aria-label={t('list.views.title')}>
          {views.length > 0 && <Pill name={t('list.all')} isCurrent={!current && !isDirty} onShow={() => show()} />}
          {pills.map((view) => (
            <Pill
              key={view.id}
              name={view.name}
              isCurrent={view === current}
              isDirty={view === current && isDirty}
              onShow={() => show(view)}
            />
          ))}
          {(others.length > 0 || current?.isOwn) && (
            <Menu position="bottom-start" width={240}>
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" size={26} aria-label={t('list.views.more')}>
                  <IconChevronDown size={16} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {others.map((view) => (
                  <Menu.Item key={view.id} onClick={() => show(view)}>
                    {view.isOwn ? view.name : t('list.views.by', { name: view.name, owner: view.ownerName })}
                  </Menu.Item>
                ))}
                {current?.isOwn && (
                  <Menu.Item color="red" onClick={() => remove(current)}>
                    {t('list.views.delete', { name: current.name })}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
          {isDirty && current?.isOwn && (
            <Button size="compact-xs" variant="subtle" onClick={() => update(current)}>
              {t('list.views.update')}
            </Button>
          )}
          {isDirty && (
            <Button size="compact-xs" variant="subtle" onClick={saving.open}>
              {t('list.views.save')}
            </Button>
          )}
          <SaveViewDialog
            opened={isSaving}
            list={list}
            search={viewOf(search)}
            onClose={saving.close}
            onSaved={(id) => onSearch({ view: id })}
          />
        </nav>
      </Popover.Target>
      <Popover.Dropdown>
        <Problem error={error} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface PillProps {
  name: string;
  isCurrent: boolean;
  /** Changed, not saved. */
  isDirty?: boolean;
  onShow: () => void;
}

function Pill({ name, isCurrent, isDirty = false, onShow }: PillProps) {
  const { t } = useTranslation();
  return (
    <UnstyledButton className={classes['view'] ?? ''} aria-current={isCurrent || undefined} onClick={onShow}>
      {name}
      {isDirty && <span className={classes['dot']} role="img" aria-label={t('list.views.changed')} />}
    </UnstyledButton>
  );
}
