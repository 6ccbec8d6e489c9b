// The text survives a reload of its tab, and nothing more: the browser forgets it with the tab.

const key = `gouji ${location.pathname}`;

export function keepDraft(text: string): void {
  try {
    if (text.trim() === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    forgetDraft(); // larger than the browser keeps, or storage is forbidden
  }
}

export function draft(): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // then there is none
  }
}
