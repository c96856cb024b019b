import { useQuery } from '@tanstack/react-query';
import { ask, query } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { InterfaceKey } from '../../generated/enums.ts';
import {
  InterfaceStateOfDocument,
  KeepInterfaceStateDocument,
  type InterfaceStateOfQuery,
} from '../../generated/workspace/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { remember, remembered } from './interface.memory.ts';

/** All parts at once: the next page needs no request. */
const all = query(InterfaceStateOfDocument, { keys: Object.values(InterfaceKey) });

/** One write after the other. Reads wait for them, so that no answer is older than the last write. */
let writes: Promise<unknown> = Promise.resolve();

const statesOf = (userId: string) => ({
  ...all,
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    await writes;
    const answer = await ask(InterfaceStateOfDocument, { keys: Object.values(InterfaceKey) }, signal);
    remember(userId, answer.interfaceState);
    return answer;
  },
  // Changes of other things, which reload all that is shown, do not change it.
  staleTime: 'static' as const,
});

interface Kept<State> {
  state: State;
  /** A failed write is silent: the state is kept until the page is left. */
  keep: (next: State) => void;
  /** False while the state is this browser's last known one, or `initial`. */
  isKnown: boolean;
}

/**
 * State of a part of the pages that follows the user to other devices. The first paint has the last known state of this
 * browser, or `initial`.
 */
export function useInterfaceState<State extends object>(key: InterfaceKey, initial: State): Kept<State> {
  const { id: userId } = useViewer();
  const { data, isPlaceholderData } = useQuery({
    ...statesOf(userId),
    placeholderData: () => asAnswer(remembered(userId)),
  });
  const keep = (next: State) => void replace(userId, key, JSON.stringify(next));
  const value = data?.interfaceState.find((each) => each.key === key)?.value;
  return { state: parsed(value, initial), keep, isKnown: data !== undefined && !isPlaceholderData };
}

async function replace(userId: string, key: InterfaceKey, value: string): Promise<void> {
  const before = queryClient.getQueryData<InterfaceStateOfQuery>(all.queryKey);
  const others = (before?.interfaceState ?? remembered(userId) ?? []).filter((each) => each.key !== key);
  const interfaceState = [...others, { key, value }];
  remember(userId, interfaceState);
  writes = writes.then(() => ask(KeepInterfaceStateDocument, { key, value })).catch(() => undefined);
  // A read that started before the write would bring back what was.
  await queryClient.cancelQueries({ queryKey: all.queryKey });
  queryClient.setQueryData(all.queryKey, { interfaceState });
  if (!before) await queryClient.query({ ...statesOf(userId), staleTime: 0 }).catch(() => undefined);
}

const asAnswer = (states: InterfaceStateOfQuery['interfaceState'] | undefined): InterfaceStateOfQuery | undefined =>
  states && { interfaceState: states };

/** An object of an older version may lack parts. */
function parsed<State extends object>(value: string | undefined, initial: State): State {
  return value === undefined ? initial : { ...initial, ...(JSON.parse(value) as Partial<State>) };
}
