import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from './api/query.client.ts';
import { router } from './router.ts';
import { SessionLostDialog } from './session/session-lost.dialog.tsx';
import { readableColors, themeFor } from './theme.ts';

/** As in color-scheme.js, which reads it before the first paint. */
const colorScheme = localStorageColorSchemeManager({ key: 'reachgenie.color-scheme' });

export function App() {
  const { t } = useTranslation();
  const theme = useMemo(() => themeFor(t), [t]);
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={readableColors}
        defaultColorScheme="auto"
        colorSchemeManager={colorScheme}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <SessionLostDialog />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
