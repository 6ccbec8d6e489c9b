// Small helpers for building the page. Text only ever becomes a text node: nothing that a report says is read as markup.

export type Child = Node | string | null | undefined | false;
export type Attributes = Readonly<
  Record<string, string | number | boolean | null | undefined | ((event: never) => void)>
>;

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  assign(element, attributes);
  append(element, children);
  return element;
}

/** `onclick: f` listens; `true` is an attribute without a value; null, undefined and false are left out. */
export function assign(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (value === false || value === null || value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  }
}

export function append(element: Element, children: readonly Child[]): void {
  for (const child of children) if (child) element.append(child);
}

export function replace(element: Element, ...children: readonly Child[]): void {
  element.textContent = '';
  append(element, children);
}

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no #${id}`);
  return element as T;
}

/** Between the steps of a longer work, the browser may draw and answer: a slow machine takes its time for each. */
export function breath(): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve));
}

/** Waits until the page as it is has been drawn: until then a busy browser shall load nothing else. Out of sight, it is not. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true });
    window.setTimeout(resolve, document.hidden ? 0 : 1000);
  });
}

/** Waits until the browser has nothing better to do. Safari cannot tell. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve, 100);
  });
}

/** People who asked their system for less motion get none. */
export function calm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Icons are drawn here, so that they need no request and take the colour of the text. */
const icons = {
  error: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  warning: 'M8 2L14.7 13.6H1.3ZM8 6.4v3.4M8 11.4v.4',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M8 7.2v4M8 4.8v.4',
  passed: 'M2.5 8.6l3.6 3.6l7.4-8',
  unknown: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M5 8h6',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  file: 'M3.5 1.8h5.6l3.4 3.4v9H3.5ZM9 1.8v3.6h3.5',
  lock: 'M3.8 7.2h8.4v6.4H3.8ZM5.4 7.2V5a2.6 2.6 0 0 1 5.2 0v2.2',
  find: 'M7 2.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 0 1 0-9.6M10.6 10.6l3.4 3.4',
} as const;

export type Icon = keyof typeof icons;

export function icon(name: Icon): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  assign(svg, { viewBox: '0 0 16 16', class: `icon icon-${name}`, 'aria-hidden': 'true', focusable: 'false' });
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', icons[name]);
  svg.append(path);
  return svg;
}
