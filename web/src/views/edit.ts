// A cell of a table as a field: what is entered goes into the text, where the cell stands.

import { h } from '../dom';

export interface Field {
  readonly cell: HTMLTableCellElement;
  readonly text: string;
  readonly label: string;
  /** What the field opens with, when a figure was typed on the cell; its own text otherwise. */
  readonly typed: string | null;
}

/** Opens the field. `done` is called once: with the new text, or null where nothing is to change. */
export function openField({ cell, text, label, typed }: Field, done: (text: string | null) => void): void {
  const input = h('input', { type: 'text', class: 'cell-field', 'aria-label': label, autocomplete: 'off', inputmode: 'decimal' });
  input.value = typed ?? text;
  let over = false;
  const close = (keep: boolean, back: boolean): void => {
    if (over) return;
    over = true;
    const now = input.value.replace(/[\t\r\n]+/g, ' ').trim();
    delete cell.dataset['editing'];
    cell.textContent = keep ? now : text;
    if (back) cell.focus();
    done(keep && now !== text ? now : null);
  };
  input.addEventListener('keydown', (event) => {
    event.stopPropagation(); // the arrow keys are the field's now
    if (event.isComposing) return;
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      close(true, true);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close(false, true);
    }
  });
  input.addEventListener('click', (event) => event.stopPropagation());
  input.addEventListener('blur', () => close(true, false));
  cell.dataset['editing'] = '';
  cell.textContent = '';
  cell.append(input);
  input.focus();
  if (typed === null) input.select();
}
