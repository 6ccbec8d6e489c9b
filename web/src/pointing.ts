// What the user points at, from wherever on the page: it is shown in the text, and all that belongs to it lights up.

import { queue, step } from './findings';
import { claimAt, lit } from './lit';
import { cellAt } from './places';
import { refused, type CellRef, type Span } from './result';
import type { Focus, Quantities, Store } from './state';
import type { SourceView } from './views/source';

/** What must come into view with it. */
export interface Reveal {
  readonly finding: (index: number) => void;
  readonly cell: (ref: CellRef) => void;
  readonly claims: () => void;
}

export interface Pointing {
  finding(index: number, at?: Span): void;
  cell(ref: CellRef): void;
  claim(index: number): void;
  claims(which: Quantities): void;
  place(span: Span): void;
  nothing(): void;
  /** Shows once more what is pointed at, in a pane that was out of sight. */
  again(): void;
  /** To the next finding or the one before; gives its index. */
  step(by: 1 | -1): number | null;
  /** The caret came to a cell's characters, or to a finding's: both sides light up, and the table follows. */
  caret(offset: number): void;
}

export function createPointing(store: Store, source: SourceView, reveal: Reveal): Pointing {
  const focusOn = (focus: Focus): void => store.set({ focus });
  const place = (): void => {
    const { span, spans } = lit(store.get());
    const to = span ?? spans[0];
    if (to) source.show(to);
  };
  const show = (focus: Focus): void => {
    focusOn(focus);
    place();
  };

  return {
    finding(index, at) {
      show(at ? { kind: 'finding', index, at } : { kind: 'finding', index });
      reveal.finding(index); // it has grown by its details
    },
    cell: (ref) => show({ kind: 'cell', ref }),
    claim: (index) => show({ kind: 'claim', index }),
    claims(which) {
      show({ kind: 'claims', which });
      reveal.claims();
    },
    place: (span) => show({ kind: 'place', span }),
    nothing: () => focusOn({ kind: 'none' }),
    again() {
      const { focus } = store.get();
      place();
      if (focus.kind === 'finding') reveal.finding(focus.index);
      if (focus.kind === 'cell') reveal.cell(focus.ref);
    },
    step(by) {
      const { focus } = store.get();
      const index = step(queue(store.get()).open, focus, by);
      if (index !== null) this.finding(index);
      return index;
    },
    caret(offset) {
      const { result } = store.get();
      if (!result || refused(result)) return;
      const ref = cellAt(result, offset);
      if (ref) {
        focusOn({ kind: 'cell', ref });
        reveal.cell(ref);
        return;
      }
      const { open } = queue(store.get());
      const index = result.findings.findIndex(
        ({ span }, at) => span && span.start <= offset && offset <= span.end && span.end > span.start && open.includes(at),
      );
      if (index >= 0) {
        focusOn({ kind: 'finding', index });
        reveal.finding(index);
        return;
      }
      const claim = claimAt(result, offset);
      focusOn(claim === null ? { kind: 'none' } : { kind: 'claim', index: claim });
    },
  };
}
