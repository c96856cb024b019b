import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { changeLanguage, languageOf, type Language } from '../i18n.ts';
import { useProblemText } from '../shared/problem.text.ts';
import { saveSettings } from './save.settings.ts';

/** Changes the language of the pages at once, and of the account. If the account fails, this browser keeps the choice. */
export function useLanguageChoice(): (language: Language) => void {
  const problemText = useProblemText();
  return useMutation({
    mutationFn: async (language: Language) => {
      await changeLanguage(language);
      await saveSettings({ language: languageOf(language) });
    },
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
  }).mutate;
}
