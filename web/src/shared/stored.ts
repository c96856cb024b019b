/** One text in the browser's storage. Where there is none (it may be forbidden), it is as if nothing had been kept. */
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
