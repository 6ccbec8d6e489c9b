// What a person does with a report: accepts a fix or puts a finding aside, corrects a cell, tells the author.

import { basisOf } from './basis';
import { copy } from './clipboard';
import { keysOf } from './findings';
import { find } from './places';
import { refused, type CellRef, type Checked, type Fix, type Lang } from './result';
import type { Notify } from './notices';
import type { Store } from './state';
import { whereIs } from './views/details';
import type { SourceView } from './views/source';
import { words } from './words';

export interface Actions {
  accept(fix: Fix): void;
  dismiss(index: number, reason: string): void;
  restore(key: string): void;
  copy(index: number): Promise<void>;
  copyLink(link: string): Promise<void>;
  /** What can be edited in the text of a cell; null where the text holds it in no one piece. */
  editable(ref: CellRef): string | null;
  edit(ref: CellRef, text: string): void;
  /** Takes back what was done last: a finding put aside, or a change of the text. */
  undo(): void;
}

export function createActions(store: Store, source: SourceView, notice: Notify): Actions {
  /** The report, if its places are still those of the text in the pane. */
  const current = (): Checked | null => {
    const { result, text } = store.get();
    return result && !refused(result) && text === source.text() ? result : null;
  };
  const without = (key: string): Map<string, string> => {
    const rest = new Map(store.get().dismissed);
    rest.delete(key);
    return rest;
  };
  let last: string | null = null;

  return {
    accept(fix) {
      if (!current()) return;
      source.edit(fix.edits);
      last = null;
      notice('fixed');
    },
    dismiss(index, reason) {
      const { result, text, dismissed } = store.get();
      if (!result || refused(result)) return;
      const key = keysOf(result, text)[index];
      if (key === undefined) return;
      last = key;
      store.set({ dismissed: new Map(dismissed).set(key, reason), focus: { kind: 'none' } });
      notice('dismissed');
    },
    restore(key) {
      store.set({ dismissed: without(key), notice: null });
    },
    async copy(index) {
      const { result, rules, lang } = store.get();
      if (!result || refused(result)) return;
      const rule = rules.get(result.findings[index]!.rule);
      notice((await copy(sentence(result, index, rule ? basisOf(rule, result) : null, lang))) ? 'copied' : 'not_copied');
    },
    async copyLink(link) {
      notice((await copy(link)) ? 'link' : 'not_copied');
    },
    editable(ref) {
      const report = current();
      const cell = report && find(report, ref)?.cell;
      if (!cell?.span || cell.text === null) return null;
      return store.get().text.slice(cell.span.start, cell.span.end) === cell.text ? cell.text : null;
    },
    edit(ref, text) {
      const report = current();
      const span = report && find(report, ref)?.cell.span;
      if (!span) return;
      source.edit([{ span, text }]);
      last = null;
      notice('edited');
    },
    undo() {
      if (store.get().notice?.kind === 'dismissed' && last !== null) store.set({ dismissed: without(last) });
      else source.undo();
      store.set({ notice: null });
    },
  };
}

function sentence(result: Checked, index: number, basis: string | null, lang: Lang): string {
  const finding = result.findings[index]!;
  const { equation } = finding;
  const say = words[lang];
  const failing =
    equation && equation.left !== null && equation.right !== null && !finding.message.includes(equation.text)
      ? `${equation.text}：${equation.left} ≠ ${equation.right}`
      : null;
  return say.findings.sentence({
    title: result.report.title,
    where: whereIs(finding, result, say, lang),
    message: finding.message,
    equation: failing,
    basis,
  });
}
