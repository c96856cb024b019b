import { hasCode } from '../api/api.error.ts';
import { post } from '../api/transport.ts';
import type { Language } from '../generated/enums.ts';
import { UpdateViewerDocument, type SessionPartsFragment } from '../generated/public/graphql.ts';
import { browsersLanguage, languageOf, showLanguage, type Language as Shown } from '../i18n.ts';
import { browsersZone } from '../shared/time/time.zone.ts';
import { changeSettings } from './session.store.ts';

export const shownLanguage = (language: Language): Shown => language.toLowerCase() as Shown;

/** Shows the pages in the user's language. The first visit fills empty settings from the browser, without waiting. */
export async function takeSettings(session: SessionPartsFragment): Promise<void> {
  const { viewer, mustAddSecondFactor } = session;
  if ((!viewer.language || !viewer.timeZone) && !mustAddSecondFactor) void fill(session);
  // Without its texts, the page stays in the language that it has.
  if (viewer.language) await showLanguage(shownLanguage(viewer.language)).catch(() => undefined);
}

async function fill({ viewer, accessToken: token }: SessionPartsFragment): Promise<void> {
  const language = viewer.language ? {} : { language: languageOf(browsersLanguage()) };
  const fillWith = async (timeZone: string) => {
    const variables = { input: { ...language, timeZone }, expectedVersion: viewer.version };
    changeSettings((await post(UpdateViewerDocument, variables, { token })).updateViewer);
  };
  try {
    await fillWith(viewer.timeZone ?? browsersZone()).catch((error: unknown) => {
      if (!hasCode(error, 'BAD_USER_INPUT')) throw error;
      return fillWith('UTC'); // the server does not know the browser's zone
    });
  } catch {
    // The next visit tries again.
  }
}
