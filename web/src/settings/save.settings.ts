import { ask } from '../api/ask.ts';
import { UpdateViewerDocument, type UpdateViewerInput } from '../generated/public/graphql.ts';
import { forgetChosenLanguage, showLanguage } from '../i18n.ts';
import { shownLanguage } from '../session/own.settings.ts';
import { changeSettings } from '../session/session.store.ts';

/** Saves some of the user's settings. All pages take them at once. */
export async function saveSettings(input: UpdateViewerInput, expectedVersion?: number): Promise<void> {
  const { updateViewer } = await ask(UpdateViewerDocument, { input, expectedVersion });
  changeSettings(updateViewer);
  if (!input.language) return;
  forgetChosenLanguage();
  await showLanguage(shownLanguage(input.language));
}
