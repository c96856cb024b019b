/** One string in browser storage. Acts as empty if storage is blocked. */
export function stored(where: 'localStorage' | 'sessionStorage', key: string) {
  const attempt = <Result>(act: (storage: Storage) => Result): Result | undefined => {
    try {
      return act(window[where]);
    } catch {
      return undefined;
    }
  };
  return {
    read: (): string | undefined => attempt((storage) => storage.getItem(key)) ?? undefined,
    write: (text: string) => attempt((storage) => storage.setItem(key, text)),
    remove: () => attempt((storage) => storage.removeItem(key)),
  };
}
