// The text pane: CodeMirror, with the places of findings and cells marked. It lives in a shadow root, where its styles are
// constructed sheets, so that the page's policy needs no exception for inline styles.
//
// Offsets are those of the editor's own text, in which every line ends with one LF; the same text is what gets checked.

import { history, isolateHistory, undo } from '@codemirror/commands';
import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import {
  Annotation,
  Compartment,
  EditorState,
  StateEffect,
  StateField,
  type Extension,
  type Range,
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

export interface Mark {
  readonly span: Span;
  readonly kind: 'error' | 'warning' | 'info' | 'place' | 'also';
}

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
  mark(marks: readonly Mark[]): void;
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
  /** `replaced`: all of it is new, so it no longer is the file that was opened. */
  readonly changed: (replaced: boolean) => void;
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

function decorations(list: readonly Mark[], length: number): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { span, kind } of list) {
    if (span.end > length) continue;
    if (span.start < span.end) ranges.push(Decoration.mark({ class: `g-${kind}` }).range(span.start, span.end));
    else ranges.push(Decoration.widget({ widget: new Blank(kind), side: 1 }).range(span.start));
  }
  return Decoration.set(ranges, true);
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
  const fresh = (): EditorState =>
    EditorState.create({
      extensions: [
        lineNumbers(),
        history(),
        EditorView.lineWrapping,
        EditorState.tabSize.of(2),
        search({ top: true }),
        keymap.of([...searchKeymap, ...keys]),
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
            events.changed(replaced);
          }
          const pointed = update.transactions.some((each) => each.isUserEvent('select') && !each.annotation(byPage));
          if (pointed && update.selectionSet) events.caret(update.state.selection.main.head);
        }),
      ],
    });
  const view = new EditorView({ parent: root, root, state: fresh() });

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
      events.changed(true);
    },
    mark(list) {
      view.dispatch({ effects: setMarks.of(decorations(list, view.state.doc.length)) });
    },
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
    find: () => openSearchPanel(view),
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

/** Colours are the page's custom properties, which reach into the shadow root. */
const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'transparent', fontSize: 'var(--text-size)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--sans)', lineHeight: '1.85', overflow: 'auto' },
  '.cm-content': { padding: '14px 0 40vh', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 20px 0 12px' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--faint)', fontSize: '11px' },
  '.cm-lineNumbers .cm-gutterElement': {
    minWidth: '44px',
    padding: '0 8px 0 12px',
    fontVariantNumeric: 'tabular-nums',
  },
  '.cm-placeholder': { color: 'var(--muted)' },
  '.g-tab': {
    paddingRight: '10px',
    backgroundImage: 'linear-gradient(var(--line), var(--line))',
    backgroundSize: '1px 1em',
    backgroundPosition: 'calc(100% - 5px) 55%',
    backgroundRepeat: 'no-repeat',
  },
  '.g-error, .g-warning, .g-info': { borderRadius: '2px', paddingBottom: '1px' },
  '.g-error': { background: 'var(--error-wash)', borderBottom: '2px solid var(--error)' },
  '.g-warning': { background: 'var(--warning-wash)', borderBottom: '2px dashed var(--warning)' },
  '.g-info': { borderBottom: '2px dotted var(--info)' },
  '.g-also': { background: 'var(--also)', borderRadius: '2px' },
  '.g-place': { background: 'var(--place)', borderRadius: '2px', boxShadow: '0 0 0 2px var(--place-edge)' },
  // Marks of the same place nest in either order; what is pointed at shows through.
  '.g-place .g-error, .g-place .g-warning, .g-place .g-also': { background: 'transparent' },
  '.g-blank': {
    display: 'inline-block',
    width: '0.6em',
    height: '1em',
    verticalAlign: '-0.1em',
    border: '1px dashed currentColor',
    color: 'var(--muted)',
  },
  '.g-blank.g-error': { color: 'var(--error)' },
  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-search': { fontSize: '13px', padding: '8px 32px 8px 12px' },
  '.cm-search label': { fontSize: '12px', whiteSpace: 'nowrap' },
  '.cm-textfield': {
    background: 'var(--page)',
    color: 'inherit',
    border: '1px solid var(--line-strong)',
    borderRadius: '4px',
    padding: '3px 6px',
  },
  '.cm-button': {
    background: 'var(--page)',
    color: 'inherit',
    border: '1px solid var(--line-strong)',
    borderRadius: '4px',
    padding: '3px 8px',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--also)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--place)' },
});
