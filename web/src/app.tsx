import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { loaded } from './api/loaded.ts';
import { queryClient } from './api/query.client.ts';
import { router } from './router.ts';
import { useIsConfirming } from './session/confirmation.ts';
import { themeFor } from './theme.ts';
import { roleVariables } from './theme/variables.ts';

/** first.script.js reads the same key before the first paint. */
const colorScheme = localStorageColorSchemeManager({ key: 'reachgenie.color-scheme' });

const ConfirmIdentityDialog = lazy(async () => ({
  default: (await loaded(import('./session/confirm-identity.dialog.tsx'))).ConfirmIdentityDialog,
}));

/** Loaded on demand. */
function Confirmation() {
  return (
    useIsConfirming() && (
      <Suspense>
        <ConfirmIdentityDialog />
      </Suspense>
    )
  );
}

export function App() {
  const { t } = useTranslation();
  const theme = useMemo(() => themeFor(t), [t]);
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={roleVariables}
        defaultColorScheme="auto"
        colorSchemeManager={colorScheme}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Confirmation />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
