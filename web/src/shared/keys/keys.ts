import { useEffect, useEffectEvent, useId, useSyncExternalStore } from 'react';
import { lettersAreOn } from './letters.ts';

export interface Binding {
  /** As in `a`, `shift+x`, `?`, `arrowdown`, `mod+k` (Ctrl or Cmd), or `g h` for one after the other. */
  keys: string;
  /** The action, for the list of keys. A second key for the same action has none, and is not listed. */
  label?: string;
  run: () => void;
  /** Works in fields and dialogs too. For `mod` keys only. */
  isEverywhere?: boolean;
}

const RANKS = { selection: 0, page: 1, app: 2 };

interface Scope {
  /** If they share a key, the selection comes before the page, and the page before the app. */
  name: keyof typeof RANKS;
  bindings: readonly Binding[];
}

/** Milliseconds between the two keys of a sequence. */
const PAUSE = 1000;

let scopes: ReadonlyMap<string, Scope> = new Map();
const listeners = new Set<() => void>();
let first: { key: string; at: number } | undefined;

function change(id: string, scope: Scope | undefined): void {
  const next = new Map(scopes);
  if (scope) next.set(id, scope);
  else next.delete(id);
  if (scopes.size === 0) window.addEventListener('keydown', onKeyDown);
  if (next.size === 0) window.removeEventListener('keydown', onKeyDown);
  scopes = next;
  if (scope) runAwaited(scope);
  for (const listener of listeners) listener();
}

/** Milliseconds that a page may take to load. */
const PATIENCE = 10_000;

let awaited: { path: string; keys: string; until: number } | undefined;

/** Runs a key of another page as soon as that page has it. Call it just before the page is opened. */
export function runOnPage(path: string, keys: string): void {
  awaited = { path, keys, until: Date.now() + PATIENCE };
}

function runAwaited({ bindings }: Scope): void {
  if (!awaited || window.location.pathname !== awaited.path) return;
  const found = bindings.find(({ keys }) => keys === awaited?.keys);
  if (!found) return;
  if (Date.now() < awaited.until) setTimeout(found.run);
  awaited = undefined;
}

/** Keys of the page, while the component is shown. Letters work if no field has the focus and no dialog is open. */
export function useKeys(bindings: readonly Binding[], name: Scope['name'] = 'page'): void {
  const id = useId();
  const run = useEffectEvent((index: number) => bindings[index]?.run());
  const shown = JSON.stringify(bindings.map(({ keys, label, isEverywhere }) => ({ keys, label, isEverywhere })));
  useEffect(() => {
    const listed = (JSON.parse(shown) as Omit<Binding, 'run'>[]).map((binding, index) => ({
      ...binding,
      run: () => run(index),
    }));
    change(id, { name, bindings: listed });
    return () => change(id, undefined);
  }, [id, name, shown]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The keys that work now. Those of what is selected count as the page's. */
export function useKeysNow(): Record<'page' | 'app', Binding[]> {
  const all = useSyncExternalStore(subscribe, () => scopes);
  const of = (name: Scope['name']) =>
    [...all.values()].filter((scope) => scope.name === name).flatMap(({ bindings }) => bindings);
  const selection = of('selection');
  const page = of('page').filter(({ keys }) => !selection.some((binding) => binding.keys === keys));
  return { page: [...page, ...selection], app: of('app') };
}

/** The name of a pressed key. Shift counts for letters and named keys only: `?` is `?` on every keyboard. */
function nameOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const name = key === ' ' ? 'space' : key.toLowerCase();
  const isShifted = shiftKey && (/^\p{L}$/u.test(key) || name.length > 1);
  return `${ctrlKey || metaKey ? 'mod+' : ''}${isShifted ? 'shift+' : ''}${name}`;
}

const FIELD = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]';
/** Parts with keys of their own. */
const OWN_KEYS = '[role=menu], [role=listbox], [role=dialog], [role=combobox]';
/** Parts that arrows move in. */
const ARROWED = 'input[type=radio], [role=tab]';
/** Parts that Enter and Space activate. */
const ACTIVATED = 'a, button, input, summary, [role=button], [role=tab], [role=option]';

function isTaken(name: string, target: EventTarget | null): boolean {
  if (document.querySelector('[role=dialog][aria-modal=true], [role=alertdialog]')) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest(`${FIELD}, ${OWN_KEYS}`)) return true;
  if (name.startsWith('arrow') && target.closest(ARROWED)) return true;
  return (name === 'enter' || name === 'space') && target.closest(ACTIVATED) !== null;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const name = nameOf(event);
  const sequence = first && Date.now() - first.at < PAUSE ? `${first.key} ${name}` : undefined;
  first = undefined;
  // Of scopes with the same rank, the last one shown wins.
  const all = [...scopes.values()].toReversed().toSorted((one, other) => RANKS[one.name] - RANKS[other.name]);
  const bindings = all.flatMap((scope) => scope.bindings);
  const taken = isTaken(name, event.target);
  const isLetter = /^(?:shift\+)?[\p{L}\p{P}]$/u.test(name);
  const works = ({ keys, isEverywhere }: Binding) =>
    (keys === sequence || keys === name) && (isEverywhere === true || (!taken && (!isLetter || lettersAreOn())));
  const found = bindings.find((binding) => binding.keys === sequence && works(binding)) ?? bindings.find(works);
  if (found) {
    event.preventDefault();
    found.run();
  } else if (!taken && lettersAreOn() && bindings.some(({ keys }) => keys.startsWith(`${name} `))) {
    first = { key: name, at: Date.now() };
  }
}
