/** Items of one call, so that progress shows. */
const PART = 10;

/**
 * Changes many items in several calls.
 * @param send changes some of them
 * @param failed the result of an item whose call failed. The first call throws instead.
 * @param onProgress gets the number of items done so far
 */
export async function inParts<Item, Result>(
  items: readonly Item[],
  send: (part: readonly Item[]) => Promise<readonly Result[]>,
  failed: (item: Item, error: unknown) => Result,
  onProgress: (done: number) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += PART) {
    const part = items.slice(start, start + PART);
    try {
      results.push(...(await send(part)));
    } catch (error) {
      if (start === 0) throw error;
      results.push(...part.map((item) => failed(item, error)));
    }
    onProgress(results.length);
  }
  return results;
}
