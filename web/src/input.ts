// The ways a file comes in: chosen, dropped anywhere on the page, pasted.

export interface FilePlaces {
  readonly choose: HTMLElement;
  readonly input: HTMLInputElement;
  readonly veil: HTMLElement; // shown while a file hovers over the page
}

export interface FileEvents {
  readonly take: (files: readonly File[]) => void;
  /** A picture was pasted, as from a screenshot: it has no name to speak of. */
  readonly picture: () => void;
}

export function listenForFiles({ choose, input, veil }: FilePlaces, { take, picture }: FileEvents): void {
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
      // Programs that copy tables put a picture of them beside the text: the text is what was meant.
      if (!data || data.files.length === 0 || data.types.includes('text/plain')) return;
      event.preventDefault();
      event.stopPropagation();
      if (data.files[0]?.type.startsWith('image/')) picture();
      else take([...data.files]);
    },
    true,
  );
}
