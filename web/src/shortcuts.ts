// Keys that work anywhere on the page, the text pane included.

export interface ShortcutEvents {
  readonly step: (by: 1 | -1, inText: boolean) => void;
  readonly undo: () => void;
  readonly leave: () => void;
}

export function listenForKeys(editor: HTMLElement, { step, undo, leave }: ShortcutEvents): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const target = event.target as Element;
    const inText = editor.contains(target);
    const inField = inText || /^(input|textarea|select)$/i.test(target.tagName);
    if (event.key === 'F8' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1, inText);
    } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !inField) {
      event.preventDefault();
      undo();
    } else if (event.key === 'Escape' && !inField) leave();
  });
}
