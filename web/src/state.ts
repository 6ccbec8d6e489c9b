// One store: what was checked, what was found, what the user is looking at. Views subscribe; nobody else keeps state.

import type { CellRef, Lang, Refused, Result, Rule, Span } from './result';
import type { Foreign } from './files';
import type { Offline } from './offline';
import type { Sample, Theme } from './place';

/** What the user points at. Everything that belongs to it lights up, in the text and in the tables. */
export type Focus =
  | { readonly kind: 'none' }
  | { readonly kind: 'finding'; readonly index: number; readonly at?: Span } // at: one of its related places
  | { readonly kind: 'cell'; readonly ref: CellRef }
  | { readonly kind: 'claim'; readonly index: number }
  | { readonly kind: 'claims'; readonly which: Quantities }
  | { readonly kind: 'place'; readonly span: Span };

/** Which quantities of the narrative: all, those that took part in a check, those that agree … */
export type Quantities = 'all' | 'checked' | 'agrees' | 'disagrees' | 'unchecked';

/** Which pane a screen with room for one shows. */
export type Pane = 'text' | 'results';

/** What was just done, in words, and whether it can be taken back. */
export type Notice =
  | { readonly kind: 'fixed' | 'edited' | 'dismissed' }
  | { readonly kind: 'copied' | 'link' | 'not_copied' | 'wiped' };

/** A file that could not be taken. What was in the text pane is still there. */
export type Problem =
  | { readonly kind: 'foreign'; readonly name: string; readonly what: Foreign }
  | { readonly kind: 'too_large'; readonly name: string; readonly size: number }
  | { readonly kind: 'unreadable'; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly error: Refused['error'] }
  | { readonly kind: 'picture' };

export interface State {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly lang: Lang;
  readonly theme: Theme;
  readonly offline: Offline;
  /** The sample in the text pane, as long as it is that and no more. */
  readonly sample: Sample | null;
  readonly version: string;
  readonly rules: ReadonlyMap<string, Rule>;
  /** How many rules there are, and the beginning of the catalogue's SHA-256. */
  readonly ruleset: { readonly count: number; readonly mark: string } | null;
  /** The file that the text came from, until it is cleared or replaced. */
  readonly source: { readonly name: string; readonly encoding: string } | null;
  /** The result of the text in the pane; null while it is empty or was never checked. */
  readonly result: Result | null;
  /** The text that the result speaks of. */
  readonly text: string;
  /** Findings that the user has put aside, by their keys (findings.ts), with the reason. */
  readonly dismissed: ReadonlyMap<string, string>;
  readonly notice: Notice | null;
  readonly empty: boolean;
  readonly pane: Pane;
  readonly problem: Problem | null;
  readonly busy: 'no' | 'slow' | 'stopped';
  readonly focus: Focus;
}

export type Listener = (state: State, before: State) => void;

export interface Store {
  get(): State;
  set(change: Partial<State>): void;
  /** Gives what ends it. */
  subscribe(listener: Listener): () => void;
}

export function createStore(initial: State): Store {
  let state = initial;
  let listeners: readonly Listener[] = [];
  return {
    get: () => state,
    set(change) {
      const before = state;
      state = { ...state, ...change };
      for (const listener of listeners) listener(state, before);
    },
    subscribe(listener) {
      listeners = [...listeners, listener];
      return () => (listeners = listeners.filter((each) => each !== listener));
    },
  };
}
