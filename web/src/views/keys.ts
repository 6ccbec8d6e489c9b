// The editor's keys: those of any text field, and undo. Not the package's own set, which brings with it a syntax tree and
// indentation that a report has no use for, a tenth of what the page weighs.

import * as commands from '@codemirror/commands';
import { EditorSelection, findClusterBreak } from '@codemirror/state';
import type { Command, EditorView, KeyBinding } from '@codemirror/view';

/** Deletes what is selected, else the character before or after the caret, as a whole. */
function deleting(forward: boolean): Command {
  return (view: EditorView) => {
    if (view.state.readOnly) return false;
    const change = view.state.changeByRange((range) => {
      let { from, to } = range;
      if (range.empty) {
        const line = view.state.doc.lineAt(from);
        const next = line.from + findClusterBreak(line.text, from - line.from, forward);
        // At the end of a line, the character is its line break.
        const other = next !== from ? next : Math.max(0, Math.min(view.state.doc.length, forward ? from + 1 : from - 1));
        from = Math.min(range.from, other);
        to = Math.max(range.from, other);
      }
      return from === to ? { range } : { changes: { from, to }, range: EditorSelection.cursor(from) };
    });
    if (change.changes.empty) return true;
    view.dispatch(view.state.update(change, { scrollIntoView: true, userEvent: forward ? 'delete.forward' : 'delete.backward' }));
    return true;
  };
}

export const keys: readonly KeyBinding[] = [
  { key: 'ArrowLeft', run: commands.cursorCharLeft, shift: commands.selectCharLeft, preventDefault: true },
  { key: 'Mod-ArrowLeft', mac: 'Alt-ArrowLeft', run: commands.cursorGroupLeft, shift: commands.selectGroupLeft, preventDefault: true },
  { mac: 'Cmd-ArrowLeft', run: commands.cursorLineBoundaryLeft, shift: commands.selectLineBoundaryLeft, preventDefault: true },
  { key: 'ArrowRight', run: commands.cursorCharRight, shift: commands.selectCharRight, preventDefault: true },
  { key: 'Mod-ArrowRight', mac: 'Alt-ArrowRight', run: commands.cursorGroupRight, shift: commands.selectGroupRight, preventDefault: true },
  { mac: 'Cmd-ArrowRight', run: commands.cursorLineBoundaryRight, shift: commands.selectLineBoundaryRight, preventDefault: true },
  { key: 'ArrowUp', run: commands.cursorLineUp, shift: commands.selectLineUp, preventDefault: true },
  { mac: 'Cmd-ArrowUp', run: commands.cursorDocStart, shift: commands.selectDocStart },
  { key: 'ArrowDown', run: commands.cursorLineDown, shift: commands.selectLineDown, preventDefault: true },
  { mac: 'Cmd-ArrowDown', run: commands.cursorDocEnd, shift: commands.selectDocEnd },
  { key: 'PageUp', run: commands.cursorPageUp, shift: commands.selectPageUp },
  { key: 'PageDown', run: commands.cursorPageDown, shift: commands.selectPageDown },
  { key: 'Home', run: commands.cursorLineBoundaryBackward, shift: commands.selectLineBoundaryBackward, preventDefault: true },
  { key: 'Mod-Home', run: commands.cursorDocStart, shift: commands.selectDocStart },
  { key: 'End', run: commands.cursorLineBoundaryForward, shift: commands.selectLineBoundaryForward, preventDefault: true },
  { key: 'Mod-End', run: commands.cursorDocEnd, shift: commands.selectDocEnd },
  { key: 'Mod-a', run: commands.selectAll },
  { key: 'Enter', run: commands.insertNewline, shift: commands.insertNewline },
  { key: 'Backspace', run: deleting(false), shift: deleting(false) },
  { key: 'Delete', run: deleting(true) },
  { key: 'Mod-Backspace', mac: 'Alt-Backspace', run: commands.deleteGroupBackward },
  { key: 'Mod-Delete', mac: 'Alt-Delete', run: commands.deleteGroupForward },
  ...commands.historyKeymap,
];
