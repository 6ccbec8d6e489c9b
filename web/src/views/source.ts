// The text pane: CodeMirror, with findings as its diagnostics and what is pointed at marked. It lives in a shadow root,
// where its styles are constructed sheets, so that the page's policy needs no exception for inline styles.
//
// Offsets are those of the editor's own text, in which every line ends with one LF; the same text is what gets checked.

import { history, isolateHistory, undo } from '@codemirror/commands';
import {
  Annotation,
  Compartment,
  EditorState,
  StateEffect,
  StateField,
  type Extension,
  type Range,
  type TransactionSpec,
} from '@codemirror/state';
import {
  Decoration,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  WidgetType,
  keymap,
  lineNumbers,
  placeholder,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import type { Edit, Span } from '../result';
import type { Words } from '../words';
import { keys } from './keys';
import { look } from './look';

export interface SourceView {
  text(): string;
  /** Replaces everything as one step that can be undone. */
  setText(text: string): void;
  /** Puts the text where the caret is, or what is selected, as a paste does. */
  paste(text: string): void;
  /** Makes the edits as one step that can be undone; they are of the text as it is, ascending, and do not overlap. */
  edit(edits: readonly Edit[]): void;
  undo(): void;
  /** Leaves nothing, not even to undo. */
  wipe(): void;
  /** Marks the place that is pointed at, and those that belong to it. */
  mark(place: Span | null, also: readonly Span[]): void;
  /** Adds what the pane can do only from now on. */
  extend(extension: Extension): void;
  apply(change: (state: EditorState) => TransactionSpec): void;
  /** Selects the place and brings it into view; the keyboard stays where it is. */
  show(span: Span): void;
  /** The number of the line, from 1, that holds the offset. */
  line(offset: number): number;
  focus(): void;
  hasFocus(): boolean;
  find(): void;
  speak(words: Words): void;
}

export interface SourceEvents {
  /** `replaced`: all of it is new, so it no longer is the file that was opened. `typed`: by the keyboard. */
  readonly changed: (replaced: boolean, typed: boolean) => void;
  readonly caret: (offset: number) => void;
}

/** Marks a selection that the page made, which is not the user pointing at something. */
const byPage = Annotation.define<boolean>();
const setMarks = StateEffect.define<DecorationSet>();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    let now = set.map(transaction.changes); // until the next result, marks move with the text
    for (const effect of transaction.effects) if (effect.is(setMarks)) now = effect.value;
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** A cell that is there but blank has a place and no characters: a thin mark stands for it. */
class Blank extends WidgetType {
  constructor(readonly kind: string) {
    super();
  }
  override eq(other: Blank): boolean {
    return other.kind === this.kind;
  }
  toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = `g-blank g-${this.kind}`;
    mark.setAttribute('aria-hidden', 'true');
    return mark;
  }
}

/** Between the cells of a pasted table stand tabs, which may come out no wider than nothing: 38⇥4 must not look like 384. */
const tab = new MatchDecorator({ regexp: /\t/g, decoration: Decoration.mark({ class: 'g-tab' }) });
const tabs = ViewPlugin.define(
  (view) => ({
    decorations: tab.createDeco(view),
    update(update: ViewUpdate) {
      this.decorations = tab.updateDeco(update, this.decorations);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);

function decorations(place: Span | null, also: readonly Span[], length: number): DecorationSet {
  const range = ({ start, end }: Span, kind: string): Range<Decoration> =>
    start < end
      ? Decoration.mark({ class: `g-${kind}` }).range(start, end)
      : Decoration.widget({ widget: new Blank(kind), side: 1 }).range(start);
  const ranges = [...also.map((span) => range(span, 'also')), ...(place ? [range(place, 'place')] : [])];
  return Decoration.set(
    ranges.filter(({ to }) => to <= length),
    true,
  );
}

export function createSource(host: HTMLElement, words: Words, events: SourceEvents): SourceView {
  const language = new Compartment();
  const root = host.attachShadow({ mode: 'open' });

  const spoken = (say: Words): Extension => [
    EditorState.phrases.of(say.editor),
    placeholder(say.text.placeholder),
    EditorView.contentAttributes.of({ 'aria-label': say.text.heading }),
  ];

  let now = words;
  let extras: readonly Extension[] = [];
  let searching = false;
  const fresh = (): EditorState =>
    EditorState.create({
      extensions: [
        extras,
        lineNumbers(),
        history(),
        EditorView.lineWrapping,
        EditorState.tabSize.of(2),
        keymap.of([{ key: 'Mod-f', run: () => (find(), true) }, ...keys]),
        EditorView.contentAttributes.of({
          spellcheck: 'false',
          autocorrect: 'off',
          autocapitalize: 'off',
          translate: 'no',
          tabindex: '0',
        }),
        language.of(spoken(now)),
        tabs,
        marks,
        look,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            const before = update.startState.doc.length;
            const replaced = before === 0 || update.state.doc.length === 0 || replacesAll(update.changes, before);
            // A report is read from its beginning; the caret stays at the end, where more of it can be pasted.
            if (replaced && update.transactions.some((each) => each.isUserEvent('input.paste')))
              update.view.dispatch({ effects: EditorView.scrollIntoView(0) });
            events.changed(replaced, update.transactions.some((each) => each.isUserEvent('input.type')));
          }
          const pointed = update.transactions.some((each) => each.isUserEvent('select') && !each.annotation(byPage));
          if (pointed && update.selectionSet) events.caret(update.state.selection.main.head);
        }),
      ],
    });
  const view = new EditorView({ parent: root, root, state: fresh() });
  const extend = (extension: Extension): void => {
    extras = [...extras, extension];
    view.dispatch({ effects: StateEffect.appendConfig.of(extension) });
  };
  function find(): void {
    void import('./search').then((panel) => {
      if (!searching) extend(panel.searching);
      searching = true;
      panel.openSearchPanel(view);
    });
  }

  return {
    text: () => view.state.doc.toString(),
    setText(text) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: 0 },
        annotations: [byPage.of(true), isolateHistory.of('full')],
        effects: EditorView.scrollIntoView(0),
      });
    },
    paste(text) {
      view.dispatch({
        ...view.state.replaceSelection(view.state.toText(text)),
        annotations: isolateHistory.of('full'),
        userEvent: 'input.paste',
        scrollIntoView: true,
      });
    },
    edit(edits) {
      view.dispatch({
        changes: edits.map(({ span, text }) => ({ from: span.start, to: span.end, insert: text })),
        annotations: [byPage.of(true), isolateHistory.of('full')],
        userEvent: 'input',
      });
    },
    undo: () => void undo(view),
    wipe() {
      view.setState(fresh());
      events.changed(true, false);
    },
    mark(place, also) {
      view.dispatch({ effects: setMarks.of(decorations(place, also, view.state.doc.length)) });
    },
    extend,
    apply: (change) => view.dispatch(change(view.state)),
    show({ start, end }) {
      const length = view.state.doc.length;
      if (end > length) return;
      view.dispatch({
        selection: { anchor: start, head: end },
        annotations: byPage.of(true),
        effects: EditorView.scrollIntoView(start, { y: 'center' }),
      });
      view.coordsAtPos(start); // scrolls now instead of in the next frame, so that nothing can come in between
    },
    line: (offset) => view.state.doc.lineAt(Math.min(offset, view.state.doc.length)).number,
    focus: () => view.focus(),
    hasFocus: () => view.hasFocus,
    find,
    speak(next) {
      now = next;
      view.dispatch({ effects: language.reconfigure(spoken(now)) });
    },
  };
}

function replacesAll(
  changes: { iterChangedRanges(f: (fromA: number, toA: number) => void): void },
  length: number,
): boolean {
  let whole = false;
  changes.iterChangedRanges((from, to) => {
    if (from === 0 && to === length) whole = true;
  });
  return whole;
}
