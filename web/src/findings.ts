// Findings as things a person works through: their order, the same finding before and after an edit, the next of them.

import { keyOf } from './places';
import { refused, type Checked, type Result, type Severity } from './result';
import type { Focus, State } from './state';

const gravest: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * What tells a finding from others and stays while the text around it and the language change: its rule, its cells, the
 * characters it stands on, and which of several alike it is.
 */
export function keysOf(result: Checked, text: string): string[] {
  const seen = new Map<string, number>();
  return result.findings.map(({ rule, cells, span }) => {
    const words = span ? text.slice(span.start, Math.min(span.end, span.start + 80)) : '';
    const key = JSON.stringify([rule, cells.map(keyOf), words]);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return `${key} ${nth}`;
  });
}

export interface Queue {
  /** Indices of the findings that are still to be dealt with, the gravest first. */
  readonly open: readonly number[];
  /** Those put aside, with the reason. */
  readonly dismissed: readonly { readonly index: number; readonly key: string; readonly reason: string }[];
}

export function queue({ result, text, dismissed }: Pick<State, 'result' | 'text' | 'dismissed'>): Queue {
  if (!result || refused(result)) return { open: [], dismissed: [] };
  const keys = keysOf(result, text);
  const order = gravest.flatMap((severity) =>
    result.findings.flatMap((finding, index) => (finding.severity === severity ? [index] : [])),
  );
  return {
    open: order.filter((index) => !dismissed.has(keys[index]!)),
    dismissed: order.flatMap((index) => {
      const reason = dismissed.get(keys[index]!);
      return reason === undefined ? [] : [{ index, key: keys[index]!, reason }];
    }),
  };
}

/** The finding to go to from the one that is chosen; round and round. */
export function step(open: readonly number[], focus: Focus, by: 1 | -1): number | null {
  if (open.length === 0) return null;
  const at = focus.kind === 'finding' ? open.indexOf(focus.index) : -1;
  if (at < 0) return by === 1 ? open[0]! : open[open.length - 1]!;
  return open[(at + by + open.length) % open.length]!;
}

interface Seen {
  readonly result: Result | null;
  readonly text: string;
}

/** What is pointed at, in a newer result: indices may have moved, and what is gone is pointed at no more. */
export function carried(focus: Focus, before: Seen, now: Seen): Focus {
  if (focus.kind !== 'finding' && focus.kind !== 'claim') return focus;
  const gone: Focus = { kind: 'none' };
  if (!before.result || refused(before.result) || !now.result || refused(now.result)) return gone;
  if (focus.kind === 'claim') {
    const was = before.result.report.claims[focus.index];
    const is = now.result.report.claims[focus.index];
    return was && is && was.text === is.text ? focus : gone;
  }
  const key = keysOf(before.result, before.text)[focus.index];
  const index = key === undefined ? -1 : keysOf(now.result, now.text).indexOf(key);
  return index < 0 ? gone : { kind: 'finding', index };
}
