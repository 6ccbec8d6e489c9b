// The ways a report comes in besides typing: a file chosen, dropped anywhere on the page or pasted; text with tables pasted.

export interface Places {
  readonly choose: HTMLElement;
  readonly input: HTMLInputElement;
  readonly veil: HTMLElement; // shown while a file hovers over the page
  readonly editor: HTMLElement;
}

export interface InputEvents {
  readonly take: (files: readonly File[]) => void;
  /** A picture was pasted, as from a screenshot: it has no name to speak of. */
  readonly picture: () => void;
  /** The clipboard's HTML carries tables; `plain` is the same without. */
  readonly tables: (html: string, plain: string) => void;
  /** Text was pasted while the keyboard was in no field: it is meant for the text pane. */
  readonly text: (plain: string) => void;
}

export function listenForInput(
  { choose, input, veil, editor }: Places,
  { take, picture, tables, text }: InputEvents,
): void {
  choose.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    take([...(input.files ?? [])]);
    input.value = ''; // so that the same file can be chosen again
  });

  // Files are caught before the editor or the browser take them: a file dropped beside a target would replace the page,
  // and with it the user's text.
  const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', react: (event: DragEvent) => void): void =>
    window.addEventListener(
      type,
      (event) => {
        if (![...(event.dataTransfer?.types ?? [])].includes('Files')) return;
        event.preventDefault();
        event.stopPropagation();
        react(event);
      },
      true,
    );
  on('dragenter', () => (veil.hidden = false));
  on('dragover', () => (veil.hidden = false));
  on('dragleave', (event) => (veil.hidden = event.relatedTarget === null));
  on('drop', (event) => {
    veil.hidden = true;
    take([...(event.dataTransfer?.files ?? [])]);
  });

  window.addEventListener(
    'paste',
    (event) => {
      const data = event.clipboardData;
      const target = event.target as Element;
      const inText = editor.contains(target);
      // The search field of the text pane is a field of its own, in the pane's shadow.
      const field = event.composedPath()[0];
      if (!data || (field instanceof Element && /^(input|textarea)$/i.test(field.tagName))) return;
      const mine = (): void => {
        event.preventDefault();
        event.stopPropagation();
      };
      const html = data.getData('text/html');
      const plain = data.getData('text/plain');
      // Programs that copy tables put a picture of them beside the text: the text is what was meant.
      if (/<table[\s>]/i.test(html)) {
        mine();
        tables(html, plain);
      } else if (data.files.length > 0 && !data.types.includes('text/plain')) {
        mine();
        if (data.files[0]?.type.startsWith('image/')) picture();
        else take([...data.files]);
      } else if (!inText && plain !== '') {
        mine();
        text(plain);
      }
    },
    true,
  );
}
