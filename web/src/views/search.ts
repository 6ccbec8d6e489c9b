// The search panel of the text pane, loaded when something is first looked for.

import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';

export { openSearchPanel };

export const searching: Extension = [search({ top: true }), keymap.of(searchKeymap)];
