// The page's own controls: language, looks, the page about verifying, wiping, and the line about working offline.

import { byId, h, replace } from './dom';
import { format, parse, type Theme } from './place';
import type { Lang } from './result';
import type { State, Store } from './state';
import { learn, words } from './words';

export interface ControlEvents {
  readonly wipe: () => void;
  /** Its bytes, once it runs. */
  readonly module: () => Blob | null;
}

export interface Controls {
  /** Opens the page about verifying. */
  verify(): Promise<void>;
}

const themes: readonly Theme[] = ['system', 'light', 'dark', 'contrast'];

export function createControls(store: Store, { wipe, module }: ControlEvents): Controls {
  const dialog = byId<HTMLDialogElement>('verify');
  const theme = byId<HTMLSelectElement>('theme');
  const fill = async (): Promise<void> => {
    const { drawVerify, fingerprint } = await import('./views/verify');
    const digest = await fingerprint(module());
    drawVerify(dialog, words[store.get().lang], digest, {
      wipe() {
        dialog.close();
        wipe();
      },
      close: () => dialog.close(),
    });
  };
  let shown: string | null = null; // a link stays as it was opened until something is changed
  const verify = async (): Promise<void> => {
    await fill();
    if (dialog.open) return;
    dialog.showModal();
    byId('verify-heading').focus();
  };

  const speak = async (lang: Lang): Promise<void> => {
    await learn(lang);
    store.set({ lang });
  };

  byId('language').addEventListener('click', () => void speak(store.get().lang === 'zh' ? 'en' : 'zh'));
  byId('verify-open').addEventListener('click', () => void verify());
  byId('wipe').addEventListener('click', wipe);
  theme.addEventListener('change', () => store.set({ theme: theme.value as Theme }));
  window.addEventListener('hashchange', () => {
    const asked = parse(location.hash);
    if (asked.theme !== store.get().theme) store.set({ theme: asked.theme });
    if (asked.lang !== store.get().lang) void speak(asked.lang);
    if (asked.verify) void verify();
  });

  const draw = ({ lang, theme: chosen, offline }: State): void => {
    const say = words[lang];
    const root = document.documentElement;
    if (chosen === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = chosen;
    byId('offline').textContent = say.offline[offline];
    byId('language').textContent = say.otherLanguage;
    byId('language').setAttribute('lang', lang === 'zh' ? 'en' : 'zh-CN');
    byId('verify-open').textContent = say.verify.open;
    byId('wipe').textContent = say.wipe;
    theme.setAttribute('aria-label', say.theme);
    replace(theme, ...themes.map((each) => h('option', { value: each, selected: each === chosen }, say.themes[each])));
    if (dialog.open) void fill();
    const address = format({ lang, theme: chosen, sample: null, at: null, verify: false });
    if (shown !== null && address !== shown) history.replaceState(null, '', address);
    shown = address;
  };
  draw(store.get());
  store.subscribe((state, before) => {
    if (state.lang !== before.lang || state.theme !== before.theme || state.offline !== before.offline) draw(state);
  });
  return { verify };
}
