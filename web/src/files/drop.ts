import { useEffect, useRef, useState, type RefObject } from 'react';

/** Takes the file that is dropped on an element. Keyboards have the button inside it. */
export function useDrop(onFile: (file: File) => void): { zone: RefObject<HTMLDivElement | null>; isOver: boolean } {
  const zone = useRef<HTMLDivElement>(null);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const element = zone.current;
    if (!element) return undefined;
    const listening = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void) =>
      element.addEventListener(type, handle, { signal: listening.signal });
    on('dragover', (event) => {
      event.preventDefault();
      setOver(true);
    });
    on('dragleave', () => setOver(false));
    on('drop', (event) => {
      event.preventDefault();
      setOver(false);
      const [dropped] = event.dataTransfer?.files ?? [];
      if (dropped) onFile(dropped);
    });
    return () => listening.abort();
  }, [onFile]);
  return { zone, isOver };
}
